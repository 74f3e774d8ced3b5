import { namedMax } from '../domain/enumerate.ts'
import type { CiteAccount, Counted } from '../domain/account.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { Context, Explained, Finding, Some, Standing } from '../sentences/explanation.ts'
import type { Speakers } from '../sentences/told/speakers.ts'
import type { CitedClaim } from './cited-claims.ts'
import { answeredAttack, attack, finding } from './explained-attacks.ts'
import {
  admission,
  conceded,
  context,
  lostBasis,
  openBasis,
  remark,
  replacement,
  retracted,
  setAside,
} from './explained-cites.ts'
import { pointsInForce, pointsInWords } from './explained-points.ts'
import { speakerOf, speakersOf, type NamedItems } from './named-items.ts'
import type { ReadableRow } from './readable-account.ts'
import { isOfParty } from './remarks.ts'
import { partyOf, remarkingFor } from './subjects.ts'

/** The content of a claim's sentence; undefined if the claim has no status. */
export function explainedOf(row: ReadableRow, items: NamedItems): Explained | undefined {
  const standing = standingOf(row, items)
  if (!standing) return undefined
  const given = 'cites' in standing ? standing.cites.length : 0
  return {
    ...standing,
    speaker: speakerOf(row),
    isRuling: row.kind === 'ruling',
    openPoints: pointsInWords(row, items.lang, (id) => row.leftOpen?.includes(id) ?? true),
    openCount: row.leftOpen?.length ?? pointsInForce(row).length,
    pointCount: pointsInForce(row).length,
    ...(row.areAnswersRead && { leftOpen: openIn(row) }),
    silent: silentIn(row, items),
    moreCites: given > 0 ? row.cites.length - given : 0,
    partly: some(row.account?.partly, (cite) => admission(cite, row, items)),
    retracted: some(row.account?.retracted, (cite) => retracted(cite, row, items)),
    upheld: some(row.account?.upheld, (id) => ruledSo(id, items)),
    gaveUp: some(row.account?.gaveUp, (cite) => conceded(cite, items)),
    setAside: some(row.account?.setAside, (each) => setAside(each, row, items)),
    remarks: remarksOn(row, items),
  }
}

function openIn({ leftOpen }: ReadableRow): 'whole' | 'part' | 'nothing' {
  if (leftOpen === null) return 'whole'
  return leftOpen.length > 0 ? 'part' : 'nothing'
}

/** Of a claim that nobody contradicts, its context tells them. */
function remarksOn(row: ReadableRow, { remarks, lang }: NamedItems): Some<Context> {
  const isTold = row.status !== 'unchallenged'
  const told = isTold ? (remarks.get(row.id) ?? []).filter(isOfParty) : []
  const named = told.slice(0, namedMax).map((each) => remark(each, row, lang))
  return { named, more: told.length - named.length }
}

/**
 * Its subjects, if what they answered leaves some of it open, but for those who declined to say or
 * confirmed it without a point. Nobody owes an answer to an opinion.
 */
function silentIn(row: ReadableRow, { remarks }: NamedItems): Speakers {
  const { kind, about, account, leftOpen, areAnswersRead } = row
  const isLeft = leftOpen === null || leftOpen.length > 0
  const isOpen = areAnswersRead && isLeft && (kind === 'fact' || kind === 'figure')
  const parties = (remarks.get(row.id) ?? [])
    .filter(isOfParty)
    .filter(({ fit, meets }) => leftOpen === null || fit === 'neither' || meets.length === 0)
    .map((each) => remarkingFor(row, each))
  const speaking = new Set(
    parties.flatMap((party) => party?.subjects.named.map(({ id }) => id) ?? []),
  )
  const subjects = account?.subjects ?? []
  // One who speaks for one of several has spoken, but the remark does not say for which.
  const isForOther = parties.includes(null)
  const silent = about.filter(
    ({ id }) => isOpen && !isForOther && subjects.includes(id) && !speaking.has(id),
  )
  return { named: silent.slice(0, namedMax), more: silent.slice(namedMax).length }
}

function standingOf(row: ReadableRow, items: NamedItems): Standing | undefined {
  const { status, withdrawnAt, account } = row
  const cites = account?.cites ?? []
  switch (status) {
    case 'withdrawn':
      return { status, withdrawnAt }
    case 'corrected':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'replacement' ? replacement(cite, claim, items) : undefined,
        ),
      }
    case 'ruled_against':
    case 'ruled_for':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'finding' ? finding(cite, claim, items) : undefined,
        ),
      }
    case 'basis_lost':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) => lostBasis(cite, claim, items)),
      }
    case 'countered':
    case 'denied':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' ? attack(cite, claim, row, items) : undefined,
        ),
      }
    case 'disputed':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' ? attack(cite, claim, row, items) : openBasis(cite, claim, items),
        ),
      }
    case 'admitted':
      return {
        status,
        cites: cites.flatMap((cite) =>
          cite.as === 'admission' ? (admission(cite, row, items) ?? []) : [],
        ),
        all: partyOf(row, account?.subjects ?? [], null),
      }
    case 'answered':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' ? answeredAttack(cite, claim, row, items) : undefined,
        ),
      }
    case 'unchallenged':
      return {
        status,
        contestedBy: speakersOf(account?.voices ?? null, items),
        context: some(account?.context, (id) => context(items.claims.get(id), row, items)),
      }
    case null:
    default:
      return undefined
  }
}

function ruledSo(id: ClaimId, items: NamedItems): Finding | undefined {
  const claim = items.claims.get(id)
  return claim && finding({ as: 'finding', claim: id }, claim, items)
}

function quoted<Cite>(
  cites: readonly CiteAccount[],
  { claims }: NamedItems,
  say: (cite: CiteAccount, claim: CitedClaim) => Cite | undefined,
): readonly Cite[] {
  return cites.flatMap((cite) => {
    const claim = claims.get(cite.claim)
    return (claim && say(cite, claim)) ?? []
  })
}

function some<Stored, Named>(
  stored: Counted<Stored> | undefined,
  say: (each: Stored) => Named | undefined,
): Some<Named> {
  return { named: stored?.named.flatMap((each) => say(each) ?? []) ?? [], more: stored?.more ?? 0 }
}
