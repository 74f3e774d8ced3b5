import { z } from 'zod'
import { figureForm } from '../domain/vocabulary.ts'
import { translators } from '../domain/translation.ts'
import { claimKinds } from '../domain/kinds.ts'
import { pointId, pointsFrom } from '../domain/points.ts'
import { id } from '../domain/references.ts'
import { statedRules } from '../domain/rules.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { groupOf, labels, statuses, statusGroups } from '../domain/status.ts'
import { uncitable } from '../domain/uncited.ts'
import { figureFrom } from '../domain/words.ts'
import { voidedStanding } from '../sentences/standing/read.ts'
import { removedPrefix } from '../sentences/table/standings.ts'
import type { ClaimRow } from '../store/claim-rows.ts'
import type { StatusWords } from '../store/status-words.ts'
import { badgesSeq, badgesView, viewBadges, type BadgeParts } from './badges.ts'
import { citationsSeq, citationView, viewCitation } from './citation.ts'
import { standingView, viewStanding } from './standing.ts'
import { titleOfClaim, translationsOf } from './titles.ts'
import {
  assertedAtView,
  instant,
  objectFields,
  removableText,
  rulesFields,
  sourceRefView,
  speakerView,
  viewInstant,
  viewObject,
  viewSourceRef,
  viewSpeaker,
  worldDateView,
} from './common.ts'

export const figureView = z
  .object({
    metric: z.string(),
    form: figureForm,
    low: z.string().nullable(),
    high: z.string().nullable(),
    lowExclusive: z.boolean(),
    highExclusive: z.boolean(),
    unit: z.string(),
    baseline: z.string().nullable(),
    period: z.string().nullable(),
    scope: z.string().nullable(),
  })
  .meta({ id: 'FigureView' })

const explanationView = z
  .object({
    text: z.string(),
    short: z.string().meta({
      description:
        'The same without quotations and points, for places that show them beside the sentence.',
    }),
    lang: z.string(),
    cites: z.array(id).meta({ description: 'Every claim that the status rests on, in order.' }),
    ...rulesFields,
  })
  .meta({ id: 'Explanation' })

const leftOpenView = z
  .object({
    whole: z.boolean().meta({ description: 'Whether none meets the claim or any of its points.' }),
    points: z.array(pointId).meta({ description: 'The points in force that none meets.' }),
  })
  .meta({ id: 'LeftOpen' })

const explainedView = z
  .object({
    status: z.enum(statuses).nullable(),
    statusLabel: z.string().nullable(),
    explanation: explanationView.nullable(),
  })
  .meta({ id: 'Explained', description: 'Where a claim stands, in words.' })

/** A claim whose status, or the sentence that explains it, would change. */
export const explainedChangeView = z
  .object({
    claim: id,
    before: explainedView.nullable().meta({ description: 'null for a new claim.' }),
    after: explainedView,
  })
  .meta({ id: 'ExplainedChange' })

const translationsView = z.array(
  z.object({ lang: z.string(), text: z.string(), by: z.enum(translators) }),
)

export const claimView = z
  .object({
    ...objectFields,
    kind: z.enum(claimKinds),
    title: z.string().meta({
      description:
        'Who says what, for places that show nothing else. A claim that is closed or contested, entered wrongly or removed says so first, in brackets.',
    }),
    text: removableText,
    lang: z.string(),
    texts: translationsView,
    speaker: speakerView.nullable().meta({ description: 'null if no source names the speaker.' }),
    about: z.array(sourceRefView),
    assertedAt: assertedAtView,
    withdrawnAt: worldDateView.nullable(),
    points: z
      .array(
        z.object({
          id: pointId,
          text: removableText,
          texts: translationsView,
          endedAt: worldDateView.nullable(),
        }),
      )
      .meta({
        description:
          'The short propositions that it consists of, in its language, with translations. A point that was removed stays, with `endedAt`.',
      }),
    figure: figureView.nullable(),
    rating: z.string().nullable(),
    citations: z.array(citationView),
    withdrawal: z
      .object({ citations: z.array(citationView) })
      .nullable()
      .meta({ description: 'For a withdrawn claim: where its speaker took it back.' }),
    uncited: z.enum(uncitable).nullable().meta({
      description:
        'What the status rests on without a source on record; the explanation says so too.',
    }),
    label: z
      .enum(labels)
      .nullable()
      .meta({ description: 'null for a voided claim, as is status.' }),
    status: z.enum(statuses).nullable(),
    statusGroup: z.enum(statusGroups).nullable(),
    statusLabel: z
      .string()
      .meta({ description: 'Where it stands, as shown to readers; also for a voided claim.' }),
    standing: standingView,
    statusSince: instant.nullable(),
    leftOpen: leftOpenView.nullable().meta({
      description:
        'What no live answer of a party meets; null for a voided claim, and as of moments before this was computed.',
    }),
    explanation: explanationView.nullable(),
    badges: badgesView,
    counts: z
      .object({ rebuts: z.int(), undercuts: z.int(), qualifies: z.int(), supports: z.int() })
      .meta({
        description:
          'Distinct claims, by links that are not voided: for `rebuts`, `undercuts` and `qualifies` those that its counterpoints list, for `supports` those that support it directly. A rebuttal counts for both of its claims and all their restatements.',
      }),
  })
  .meta({ id: 'Claim' })
export type ClaimView = z.output<typeof claimView>

export function viewClaim(
  row: ClaimRow,
  words: StatusWords | undefined,
  badges: BadgeParts,
  lang: DisplayLanguage,
): ClaimView {
  const { status } = row
  const text = row.words['/text'] ?? null
  const texts = translationsOf(row)
  const standing = words?.standing ?? voidedStanding(lang)
  const prefix = row.redaction ? removedPrefix[lang] : standing.prefix
  return {
    ...viewObject(row),
    kind: row.kind,
    title: titleOfClaim(row, words, lang),
    text,
    lang: row.lang,
    texts,
    speaker: viewSpeaker(row.speaker),
    about: row.about.map(viewSourceRef),
    assertedAt: row.assertedAt,
    withdrawnAt: row.withdrawnAt,
    points: pointsOf(row),
    figure: row.redaction ? null : figureFrom(row.figure, row.words),
    rating: row.words['/rating'] ?? null,
    citations: row.citations.map(viewCitation),
    withdrawal:
      row.withdrawnAt === null ? null : { citations: row.withdrawalCitations.map(viewCitation) },
    uncited: row.uncited,
    label: row.label,
    status,
    statusGroup: status && groupOf[status],
    statusLabel: standing.label,
    standing: viewStanding({ ...standing, prefix }),
    statusSince: row.statusSince && viewInstant(row.statusSince),
    leftOpen: viewLeftOpen(row),
    explanation: words
      ? {
          text: words.text,
          short: words.short,
          lang: words.lang,
          cites: [...row.cites],
          ...rulesOf(row),
        }
      : null,
    badges: viewBadges(row, badges),
    counts: {
      rebuts: row.rebuts,
      undercuts: row.undercuts,
      qualifies: row.qualifies,
      supports: row.supports,
    },
  }
}

/** Its points. Words that were removed are null, and have no translations. */
function pointsOf({ points, words }: ClaimRow): ClaimView['points'] {
  return pointsFrom(points, words).map(({ text, texts, ...point }) => {
    const isThere = text !== ''
    return { ...point, text: isThere ? text : null, texts: isThere ? [...texts] : [] }
  })
}

function viewLeftOpen({ leftOpen, ...row }: ClaimRow): ClaimView['leftOpen'] {
  if (row.voidedAt !== null || row.mergedInto !== null || !row.areAnswersRead) return null
  const inForce = row.points.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : []))
  return { whole: leftOpen === null, points: [...(leftOpen ?? inForce)] }
}

/** The rules by which the status was computed, at the moment that is read. */
function rulesOf({ rules }: ClaimRow) {
  return statedRules(rules?.version ?? 1)
}

/** The last event that changed anything shown of the claim. */
export function claimSeq(
  row: ClaimRow,
  words: StatusWords | undefined,
  badges: BadgeParts,
): number {
  return Math.max(
    row.shownSeq,
    row.rules?.sinceSeq ?? 0,
    words?.seq ?? 0,
    badgesSeq(row, badges),
    citationsSeq(row.citations),
    citationsSeq(row.withdrawalCitations),
    ...[row.speaker, ...row.about].map((source) => source?.seq ?? 0),
  )
}
