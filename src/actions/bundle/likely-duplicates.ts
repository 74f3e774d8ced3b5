import { reportPages, statementKeys } from '../../domain/likeness.ts'
import { listAt, wordAt } from '../../domain/words.ts'
import type { BundleLineOf } from '../../formats/bundle.ts'
import type { Db } from '../../store/database/db.ts'
import {
  listClaimsBy,
  listReportsBy,
  listSourcesBy,
  type KnownClaim,
  type KnownReport,
  type KnownSource,
} from '../../store/duplicates.ts'
import {
  judgeDuplicates,
  type Candidate,
  type DuplicatePolicy,
  type Entering,
  type Judged,
} from './candidates.ts'
import {
  documentRules,
  partyRules,
  statementRules,
  type Document,
  type Party,
  type Statement,
} from './duplicate-rules.ts'
import type { NumberedLine } from './lines.ts'
import type { Meter } from '../record/meter.ts'

const nothing: Judged = { joined: new Map(), faults: [] }

/** The object of a line: its new or existing id. */
type ObjectOf = (line: number) => { readonly id: string; readonly isAmended: boolean }

interface Compared {
  readonly objectOf: ObjectOf
  readonly meter: Meter
}

interface Comparing extends Compared {
  readonly sourceOf: (reference: string) => string | undefined
}

export async function judgeSources(
  tx: Db,
  lines: readonly NumberedLine<BundleLineOf<'source'>>[],
  policy: DuplicatePolicy,
  { objectOf, meter }: Compared,
): Promise<Judged> {
  const entering = lines.filter(hasWords).map(({ line, value }): Entering<Party> => {
    const { kind, name, names, aliases, url, wikidataId, slug } = value
    const called = [
      { name, place: '/name' },
      ...names.map((other, index) => ({ name: other.name, place: `/names/${index}/name` })),
      ...aliases.map((alias, index) => ({ name: alias, place: `/aliases/${index}` })),
    ]
    return {
      ...objectOf(line),
      line,
      traits: {
        kind,
        names: called.map((each) => each.name),
        places: called.map(({ place }) => place),
        url,
        wikidataId,
        items: [wikidataId ?? []].flat(),
      },
      words: { type: 'source', ...(slug !== undefined && { slug }), name },
    }
  })
  if (policy.onDuplicate === 'new' || entering.length === 0) return nothing
  const keys = meter.each(entering).flatMap(({ traits }) => partyRules.lookupsOf(traits))
  const known = await listSourcesBy(tx, [...new Set(keys)])
  return judgeDuplicates(entering, known.map(knownParty), partyRules, { ...policy, meter })
}

function knownParty({ id, slug, kind, items, words, ...row }: KnownSource): Candidate<Party> {
  const others = Object.entries(words).filter(([place]) => /^\/names\/\d+\/name$/.test(place))
  const names = [
    wordAt(words, '/name'),
    ...others.map(([, other]) => other),
    ...listAt(words, '/aliases'),
  ]
  const { wikidataId, shownName: name } = row
  const traits = { kind, names, places: [], url: words['/url'] ?? null, wikidataId, items }
  return { id, traits, words: { type: 'source', slug, name } }
}

export async function judgeReports(
  tx: Db,
  lines: readonly NumberedLine<BundleLineOf<'report'>>[],
  policy: DuplicatePolicy,
  { objectOf, sourceOf, meter }: Comparing,
): Promise<Judged> {
  const entering = lines.filter(hasWords).map(({ line, value }): Entering<Document> => {
    const { kind, source, title } = value
    return {
      ...objectOf(line),
      line,
      traits: { kind, source: sourceOf(source) ?? source, pages: pagesOf(value) },
      words: { type: 'report', title },
    }
  })
  if (policy.onDuplicate === 'new' || entering.length === 0) return nothing
  const pages = meter.each(entering).flatMap(({ traits }) => documentRules.lookupsOf(traits))
  const known = await listReportsBy(tx, [...new Set(pages)])
  return judgeDuplicates(entering, known.map(knownDocument), documentRules, { ...policy, meter })
}

function knownDocument({ id, kind, source, words }: KnownReport): Candidate<Document> {
  const pages = pagesOf({ url: words['/url'] ?? null, archiveUrl: words['/archiveUrl'] ?? null })
  return {
    id,
    traits: { kind, source, pages },
    words: { type: 'report', title: wordAt(words, '/title') },
  }
}

function pagesOf({
  url,
  archiveUrl,
}: {
  readonly url: string | null
  readonly archiveUrl: string | null
}) {
  return [
    ...reportPages([url]).map((page) => ({ page, place: '/url' })),
    ...reportPages([archiveUrl]).map((page) => ({ page, place: '/archiveUrl' })),
  ]
}

export async function judgeClaims(
  tx: Db,
  lines: readonly NumberedLine<BundleLineOf<'claim'>>[],
  policy: DuplicatePolicy,
  { objectOf, sourceOf, meter }: Comparing,
): Promise<Judged> {
  const entering = lines.filter(hasWords).flatMap(({ line, value }): Entering<Statement>[] => {
    const { kind, text, assertedAt } = value
    // Two unnamed speakers may be different people.
    const speaker = value.speaker === null ? undefined : sourceOf(value.speaker)
    if (speaker === undefined) return []
    const about = value.about.map((source) => sourceOf(source) ?? source)
    const traits = { kind, speaker, about, text, assertedAt }
    return [{ ...objectOf(line), line, traits, words: { type: 'claim', text } }]
  })
  if (policy.onDuplicate === 'new' || entering.length === 0) return nothing
  const statements = meter
    .each(entering)
    .flatMap(({ traits }) => statementKeys(traits).map((key) => ({ key, speaker: traits.speaker })))
  const known = await listClaimsBy(tx, [...statements])
  return judgeDuplicates(entering, known.map(knownStatement), statementRules, { ...policy, meter })
}

function knownStatement({ id, text, ...traits }: KnownClaim): Candidate<Statement> {
  return { id, traits: { ...traits, text }, words: { type: 'claim', text } }
}

/** A tombstone from another record has no words to compare. */
function hasWords({ value }: NumberedLine): boolean {
  return !('redaction' in value)
}
