import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { id } from '../domain/references.ts'
import { rulesVersion, statuses } from '../domain/status.ts'
import type { StatusAfter } from '../engine/outlook/outlook.ts'
import { eventSentence, outlookWords, statusAfter } from '../sentences/outlook/outlook.ts'
import type { SaidEvent } from '../sentences/outlook/said-event.ts'
import { loadCitedClaims, type CitedClaim } from '../store/cited-claims.ts'
import type { Db } from '../store/database/db.ts'
import { speakerOf } from '../store/named-items.ts'
import { loadOutlook } from '../store/outlook.ts'
import { isOfParty, loadRemarks } from '../store/remarks.ts'
import type { ClaimView } from './claim.ts'
import { rulesFields, sourceRefView, viewSourceRef } from './common.ts'

const movingEventView = z.object({
  event: z.enum(['confirmation', 'withdrawal', 'set_aside']).meta({
    description:
      'A party it is about concedes it (`confirmation`), a speaker withdraws a claim (`withdrawal`), or another ruling sets a ruling aside (`set_aside`).',
  }),
  claim: id.nullable().meta({ description: 'What is withdrawn or set aside.' }),
  by: sourceRefView.nullable().meta({
    description: 'Who confirms or withdraws; null for a ruling that somebody sets aside.',
  }),
  status: z.enum(statuses).meta({ description: 'The status that the claim would have.' }),
  statusLabel: z.string().meta({ description: 'The same in words, without names.' }),
  text: z.string(),
})

export const whatWouldChangeView = z
  .object({
    events: z.array(movingEventView).nullable().meta({
      description:
        'Every event looked at that would move the status, each by itself; null if it was not computed.',
    }),
    text: z.string().meta({
      description:
        'What goes before these sentences, or says that no single event would, or that nothing was computed.',
    }),
    lang: z.string(),
    ...rulesFields,
  })
  .meta({
    id: 'WhatWouldChange',
    description:
      'Which single events would move the status: a confirmation by a party it is about, its own withdrawal, and the loss of an answer or of one of the first five claims that its status cites.',
  })
export type WhatWouldChangeView = z.output<typeof whatWouldChangeView>

/** What would move the status of a claim; null for a voided one. */
export async function loadWhatWouldChange(
  db: Db,
  claim: ClaimView,
  lang: DisplayLanguage,
): Promise<WhatWouldChangeView | null> {
  if (claim.status === null) return null
  return wordWhatWouldChange(db, claim, await loadOutlook(db, claim.id), lang)
}

/** The same in words, where it is worked out already. */
export async function wordWhatWouldChange(
  db: Db,
  claim: ClaimView,
  moves: readonly StatusAfter[] | undefined,
  lang: DisplayLanguage,
): Promise<WhatWouldChangeView | null> {
  if (claim.status === null) return null
  const common = { lang, rulesVersion, rules: `/rules/${rulesVersion}` }
  if (moves === undefined) return { events: null, text: outlookWords.notComputed[lang], ...common }
  const lost = moves.flatMap(({ event }) => ('claim' in event ? [event.claim] : []))
  const [remarked, claims] = await Promise.all([
    loadRemarks(
      db,
      [{ id: claim.id, kind: claim.kind, status: claim.status, ...claim.counts }],
      lang,
    ),
    loadCitedClaims(db, [...new Set(lost)], lang),
  ])
  const parties = (remarked.get(claim.id) ?? []).filter(isOfParty)
  const isConfirmed = parties.some(({ fit }) => fit === 'confirms')
  const events = moves.flatMap((move) => viewMove(move, { claim, isConfirmed }, claims, lang))
  const text = outlookWords[events.length > 0 ? 'some' : 'none'][lang]
  return { events, text, ...common }
}

function viewMove(
  { event, status }: StatusAfter,
  { claim, isConfirmed }: { readonly claim: ClaimView; readonly isConfirmed: boolean },
  claims: ReadonlyMap<string, CitedClaim>,
  lang: DisplayLanguage,
): z.output<typeof movingEventView>[] {
  const moved = { status, isOfRuling: claim.kind === 'ruling' }
  if (event.kind === 'confirmation') {
    const by = claim.about.find((source) => source.id === event.by)
    if (!by) return []
    return [view({ kind: event.kind, by, isConfirmed, ...moved }, { claim: null, by }, lang)]
  }
  const lost = claims.get(event.claim)
  if (!lost) return []
  const said: SaidEvent = {
    kind: event.kind,
    by: speakerOf(lost),
    words: lost.words,
    isOwn: event.claim === claim.id,
    ...moved,
  }
  const by = event.kind === 'withdrawal' && lost.speaker ? viewSourceRef(lost.speaker) : null
  return [view(said, { claim: event.claim, by }, lang)]
}

function view(
  said: SaidEvent,
  named: Pick<z.output<typeof movingEventView>, 'claim' | 'by'>,
  lang: DisplayLanguage,
): z.output<typeof movingEventView> {
  return {
    event: said.kind,
    ...named,
    status: said.status,
    statusLabel: statusAfter(said, lang),
    text: eventSentence(said, lang),
  }
}
