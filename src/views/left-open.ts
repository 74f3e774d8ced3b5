import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { translationFor } from '../domain/language.ts'
import { pointId } from '../domain/points.ts'
import { id } from '../domain/references.ts'
import { translators } from '../domain/translation.ts'
import { fit } from '../domain/vocabulary.ts'
import { loadCounterpoints } from '../store/counterpoints.ts'
import type { Db } from '../store/database/db.ts'
import { readInParts } from '../store/read-in-parts.ts'
import { answersMax, loadPartyAnswers, type PartyAnswer } from '../store/party-answers.ts'
import { claimView, type ClaimView } from './claim.ts'
import { assertedAtView, removableText, speakerView, viewSpeaker } from './common.ts'

const partyAnswerView = z
  .object({
    claim: id,
    link: id,
    speaker: speakerView.nullable().meta({ description: 'null if no source names the speaker.' }),
    text: removableText,
    lang: z.string(),
    assertedAt: assertedAtView,
    fit,
    meets: z.array(pointId),
  })
  .meta({ id: 'PartyAnswer' })

/** A claim that answers leave open, with what is left of it in words. */
export const openClaimView = claimView
  .extend({
    open: z
      .array(
        z.object({
          id: pointId,
          text: removableText,
          lang: z.string().meta({ description: 'The language of `text`.' }),
          by: z.enum(translators).nullable().meta({
            description: 'Who translated `text`; null if it is in the language of the claim.',
          }),
        }),
      )
      .meta({
        description:
          'The points that no answer of a party meets, in words: in the language asked for if they are translated, otherwise in the language of the claim. Empty for a claim without points, which is open as a whole.',
      }),
    answers: z.array(partyAnswerView).meta({
      description: `What the parties that it is about have answered so far, the first ${answersMax}.`,
    }),
    moreAnswers: z.int().meta({ description: 'How many answers there are beside these.' }),
  })
  .meta({ id: 'OpenClaim' })

type OpenClaimView = z.output<typeof openClaimView>

/**
 * Adds to claims what is left open of them, and what was answered: the first that fit into one
 * answer. Answers to a restatement answer every claim of its group, so they may be many times as
 * long as the claims.
 */
export async function withOpenPoints(
  db: Db,
  claims: readonly ClaimView[],
  language: DisplayLanguage,
): Promise<readonly OpenClaimView[]> {
  const { rows } = await readInParts<OpenClaimView>(claims.length, ({ count, done }) =>
    openAll(db, claims.slice(done, done + count), language),
  )
  return rows
}

async function openAll(
  db: Db,
  claims: readonly ClaimView[],
  language: DisplayLanguage,
): Promise<readonly OpenClaimView[]> {
  const answering = await loadCounterpoints(
    db,
    claims.map((claim) => claim.id),
  )
  const given = answering.filter(
    ({ direction, role }) => direction === 'onto' && role === 'party_response',
  )
  const answers = await loadPartyAnswers(db, given, language)
  const byClaim = Map.groupBy(answers, ({ answered }) => answered)
  return claims.map((claim) => {
    const open = claim.points
      .filter((point) => claim.leftOpen?.points.includes(point.id))
      .map((point) => viewOpen(point, claim.lang, language))
    const given = byClaim.get(claim.id) ?? []
    const moreAnswers = (given[0]?.count ?? 0) - given.length
    return { ...claim, open, answers: given.flatMap(viewAnswer), moreAnswers }
  })
}

function viewOpen(
  { id: point, text, texts }: ClaimView['points'][number],
  lang: string,
  language: DisplayLanguage,
): OpenClaimView['open'][number] {
  const translation = translationFor({ lang, texts }, language)
  return translation ? { id: point, ...translation } : { id: point, text, lang, by: null }
}

function viewAnswer({ answered: _, count: __, speaker, meets, fit, ...answer }: PartyAnswer) {
  return fit === null ? [] : [{ ...answer, fit, speaker: viewSpeaker(speaker), meets: [...meets] }]
}
