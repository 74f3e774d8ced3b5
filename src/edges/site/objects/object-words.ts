import type { ReportKind, SourceKind, AffiliationRelation } from '../../../domain/kinds.ts'
import type { Scope } from '../../../domain/actor.ts'
import type { Noun } from '../../../domain/nouns.ts'

export type EventNoun = Noun | 'withdrawal' | 'merge' | 'end' | 'rules'
export type EventVerb =
  | 'added'
  | 'amended'
  | 'voided'
  | 'merged'
  | 'redacted'
  | 'withdrawn'
  | 'ended'
  | 'adopted'

/** The words of the pages of sources, reports, links and events, in one language. */
export interface ObjectWords {
  readonly sourceKinds: Readonly<Record<SourceKind, string>>
  readonly reportKinds: Readonly<Record<ReportKind, string>>
  readonly affiliations: Readonly<Record<AffiliationRelation, (whole: string) => string>>
  readonly from: (date: string) => string
  readonly until: (date: string) => string
  readonly named: string
  readonly page: string
  readonly said: string
  readonly changed: string
  readonly changedAbout: string
  readonly aboutIt: string
  readonly aboutItAbout: string
  readonly reports: string
  readonly none: string
  readonly all: (count: string) => string
  readonly counted: (count: number, isMore: boolean) => string
  readonly original: string
  readonly archived: string
  readonly accessed: (date: string) => string
  readonly characters: (count: number) => string
  readonly quoted: (percent: string) => string
  readonly answered: (claims: number, answered: number) => string
  readonly cited: string
  readonly citedAbout: string
  readonly open: string
  readonly relays: string
  readonly relaysFrom: string
  readonly relayedBy: string
  readonly noRelays: string
  readonly link: string
  readonly linkAbout: string
  readonly step: string
  readonly force: Readonly<Record<'IN' | 'OUT' | 'UNDEC', string>>
  readonly endedByAuthor: (date: string) => string
  readonly conceded: string
  readonly meets: string
  readonly note: string
  readonly evidence: string
  readonly uncited: string
  readonly onto: string
  readonly more: string
  readonly events: string
  readonly entered: (date: string) => string
  readonly event: (seq: number) => string
  readonly eventKind: (noun: EventNoun, verb: EventVerb) => string
  readonly actors: Readonly<Record<Scope | 'system', string>>
  readonly by: (actor: string) => string
  readonly exempt: string
  readonly object: string
  readonly facts: string
  readonly factsAbout: string
  readonly texts: string
  readonly textsAbout: string
  readonly withheld: string
  readonly moves: string
  readonly movesAbout: string
  readonly noMoves: string
  readonly first: string
  readonly wholeWrite: (seq: number) => string
  readonly nouns: Readonly<Record<EventNoun, string>>
  readonly earlier: string
  readonly later: string
}
