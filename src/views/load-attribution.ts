import type { DisplayLanguage } from '../domain/display-language.ts'
import type { SourceId } from '../domain/ids.ts'
import { attributionLine, type ToldOrigins } from '../sentences/attribution.ts'
import { driftWords } from '../sentences/figures/drift.ts'
import type { Speaker } from '../sentences/told/speakers.ts'
import type { ReportRef } from '../store/citation-rows.ts'
import type { Db } from '../store/database/db.ts'
import { speakerOf } from '../store/named-items.ts'
import { nameOrigins } from '../store/origins.ts'
import type { SourceRef } from '../store/source-ref.ts'
import { shownMax, type AttributionView, type SaidView } from './attribution.ts'
import { viewCitedReport } from './citation.ts'
import { viewSpeaker } from './common.ts'
import { readOrigins, type FoundOrigins, type Said } from './read-origins.ts'

/** Where a claim was said, who relays it, and how its figures differ. */
export async function loadAttribution(
  db: Db,
  { id, voidedAt }: { readonly id: string; readonly voidedAt: string | null },
  language: DisplayLanguage,
): Promise<AttributionView> {
  const found = await readOrigins(db, id)
  const shown = shownOf(found)
  const names = await namesIn(db, shown, language)
  return {
    claim: id,
    text: voidedAt === null ? attributionLine(toldIn(found, names), language) : null,
    lang: language,
    ...viewOrigins(found, shown, names, language),
  }
}

/**
 * The same in one line, without how figures differ; null if the claim is voided. It changes only with
 * what was read for it, so that pages may keep it.
 */
export async function loadAttributionLine(
  db: Db,
  { voidedAt }: { readonly voidedAt: string | null },
  found: FoundOrigins,
  language: DisplayLanguage,
): Promise<string | null> {
  if (voidedAt !== null) return null
  const shown = { ...shownOf(found), originals: [], relays: found.relays.slice(0, 1), drift: [] }
  const names = await namesIn(db, shown, language)
  return attributionLine({ ...toldIn(found, names), haveFiguresDrifted: false }, language)
}

type Shown = Pick<FoundOrigins, 'earliest' | 'originals' | 'relays' | 'drift'>

function shownOf({ earliest, originals, relays, drift }: FoundOrigins): Shown {
  return {
    earliest: earliest.slice(0, shownMax),
    originals: originals.slice(0, shownMax),
    relays: relays.slice(0, shownMax),
    drift: drift.slice(0, shownMax),
  }
}

interface Names {
  readonly sources: ReadonlyMap<SourceId, SourceRef>
  readonly reports: ReadonlyMap<string, ReportRef>
}

async function namesIn(
  db: Db,
  { earliest, originals, relays, drift }: Shown,
  language: DisplayLanguage,
): Promise<Names> {
  const said: readonly Said[] = [
    ...earliest,
    ...originals.flatMap(({ sayings }) => sayings),
    ...drift.flatMap(({ figures }) => figures),
  ]
  const reports = [
    ...originals.flatMap((original) => firstReportOf(original) ?? []),
    ...relays.map(({ cited }) => cited),
  ]
  const named = await nameOrigins(
    db,
    {
      sources: [...new Set(said.flatMap(({ speaker }) => speaker ?? []))],
      reports: [...new Set(reports.map(({ report }) => report))],
    },
    language,
  )
  return {
    sources: new Map(named.sources.map((source) => [source.id, source])),
    reports: new Map(named.reports.map((report) => [report.id, report])),
  }
}

function firstReportOf({ sayings }: Shown['originals'][number]) {
  return sayings
    .flatMap(({ reports }) => reports)
    .filter(({ attribution }) => attribution !== 'relay')
    .toSorted((a, b) => a.publishedAt.start - b.publishedAt.start)[0]
}

function toldIn(found: FoundOrigins, names: Names): ToldOrigins {
  const { earliest, originals, relays, drift, counts } = found
  const publishers = new Set(relays.map(({ cited }) => cited.publisher))
  const firstRelay = names.reports.get(relays[0]?.cited.report ?? '')
  return {
    earliest: earliest.map((said) => ({ speaker: speakerIn(said, names), date: said.date })),
    originals: countKinds(originals),
    relayedBy: { first: firstRelay?.source, count: publishers.size },
    readOnly: {
      claims: counts.claims.more ? counts.claims.count : null,
      reports: counts.reports.more ? counts.reports.count : null,
    },
    haveFiguresDrifted: drift.some(({ isConflict }) => isConflict),
  }
}

function countKinds(originals: FoundOrigins['originals']): ToldOrigins['originals'] {
  const count = (kind: string) => originals.filter((original) => original.kind === kind).length
  return {
    on_record: count('on_record'),
    relayed_only: count('relayed_only'),
    taken_back: count('taken_back'),
    unnamed: count('unnamed'),
  }
}

function viewOrigins(
  { originals, relays, drift, counts }: FoundOrigins,
  shown: Shown,
  names: Names,
  language: DisplayLanguage,
) {
  const report = (id: string) => {
    const found = names.reports.get(id)
    return found ? viewCitedReport(found) : null
  }
  const { more } = counts.claims
  return {
    claims: counts.claims,
    earliest: shown.earliest.map((said) => viewSaid(said, names)),
    originals: {
      items: shown.originals.map((original) => ({
        kind: original.kind,
        claims: original.sayings.map((said) => viewSaid(said, names)),
        report: report(firstReportOf(original)?.report ?? ''),
      })),
      kinds: countKinds(originals),
      count: originals.length,
      more,
    },
    relays: {
      items: shown.relays.flatMap(({ saying: { claim }, cited: { attribution, report: id } }) => {
        const found = report(id)
        return found ? [{ claim, attribution, report: found }] : []
      }),
      publishers: new Set(relays.map(({ cited }) => cited.publisher)).size,
      count: relays.length,
      more: more || counts.reports.more,
    },
    drift: {
      items: shown.drift.map(({ isConflict, figures: [one, other] }) => ({
        isConflict,
        claims: [one.claim, other.claim],
        text: driftWords(isConflict, [given(one, names), given(other, names)], language),
      })),
      count: drift.length,
      more: counts.figures.more,
    },
  }
}

function viewSaid({ claim, speaker, date }: Said, { sources }: Names): SaidView {
  return { claim, speaker: viewSpeaker(sources.get(speaker ?? '') ?? null), assertedAt: date }
}

function given(figure: FoundOrigins['drift'][number]['figures'][number], names: Names) {
  return { figure: figure.figure, speaker: speakerIn(figure, names), date: figure.date }
}

function speakerIn({ claim, speaker }: Said, { sources }: Names): Speaker {
  return speakerOf({ id: claim, speaker: sources.get(speaker ?? '') ?? null })
}
