import type { BundleLine } from '../oracle/bundle-line.ts'
import { noted } from '../oracle/notation.ts'
import type { PlainClaim, PlainLink } from '../oracle/record.ts'

/** The parties of the notation, by their Korean names. */
const koreanNames: Record<string, string> = {
  Info: '인포',
  MS: '엠에스',
  Bloom: '블룸',
  Blog: '블로그',
  Poster: '게시자',
  Archive: '기록원',
  Lab: '연구소',
  Stats: '통계청',
  Court: '법원',
  Appeal: '대법원',
  Spokes: '대변인',
  Unit: '사업부',
}

/** The parties of the notation that are on another's side. */
const affiliations: Record<string, object[]> = {
  Spokes: [{ relation: 'speaks_for', source: 'MS' }],
  Unit: [{ relation: 'part_of', source: 'MS' }],
}

/**
 * A record in the notation of rules/2.md §4 as bundle lines: the words of claim R are "R", its
 * day in December 2025 is its place in the list, and what has ended did so on the 20th.
 */
export function notedLines(claims: string, links: string, namespace: string): BundleLine[] {
  const record = noted(claims, links)
  const parties = new Set(
    record.claims.flatMap(({ speaker, about }) => [speaker ?? [], about].flat()),
  )
  const isBody = (party: string) =>
    record.claims.some(({ kind, speaker }) => kind === 'ruling' && speaker === party)
  const reason = 'It said so.'
  return [
    { type: 'bundle', namespace },
    ...[...parties].flatMap((party) => partyLines(party, isBody(party))),
    ...record.claims.map((claim) => claimLine(claim, reportWith(record.claims, claim.speaker))),
    ...record.links.map((link) => ({ ...linkLine(link), ...evidenceOf(record.claims, link) })),
    ...record.claims
      .filter(({ withdrawn }) => withdrawn)
      .map(({ id, speaker }) => ({
        type: 'withdrawal',
        claim: id,
        at: '2025-12-20',
        reason,
        citation: { report: reportWith(record.claims, speaker), quote: `${id}, taken back` },
      })),
    ...record.links
      .filter(({ ended }) => ended)
      .map(({ id }) => ({ type: 'end', link: `link-${id}`, at: '2025-12-20', reason })),
  ]
}

function partyLines(party: string, isBody: boolean): BundleLine[] {
  const kind = isBody ? 'body' : 'company'
  const names = [{ lang: 'ko', name: koreanNames[party] ?? party }]
  const report = isBody
    ? { kind: 'ruling', title: `${party} 2025-1` }
    : { kind: 'statement', title: party }
  return [
    {
      type: 'source',
      ref: party,
      kind,
      name: party,
      names,
      affiliations: affiliations[party] ?? [],
    },
    { type: 'report', ref: `by-${party}`, source: party, url: null, lang: 'en', ...report },
  ]
}

/** The report of a speaker; unnamed speakers appear in that of the first named one. */
function reportWith(claims: readonly PlainClaim[], speaker: string | null): string {
  return `by-${speaker ?? claims.find((claim) => claim.speaker !== null)?.speaker}`
}

function claimLine({ id, kind, speaker, about, at }: PlainClaim, report: string): BundleLine {
  return {
    type: 'claim',
    ref: id,
    kind,
    speaker,
    about,
    text: id,
    lang: 'en',
    assertedAt: typeof at === 'number' ? `2025-12-${String(at + 1).padStart(2, '0')}` : at,
    citations: [
      { report, quote: id, attribution: speaker === null ? 'unnamed_source' : 'firsthand' },
    ],
  }
}

/** A concession needs a citation. */
function evidenceOf(claims: readonly PlainClaim[], { id, relation, from }: PlainLink) {
  if (relation !== 'concedes') return {}
  const { speaker = null } = claims.find((claim) => claim.id === from) ?? {}
  return { citations: [{ report: reportWith(claims, speaker), quote: `${id}, conceded` }] }
}

function linkLine({ id, relation, from, to, change }: PlainLink): BundleLine {
  return {
    type: 'link',
    ref: `link-${id}`,
    relation,
    from,
    to: 'link' in to ? { link: `link-${to.link}` } : to,
    ...(change && { change }),
  }
}
