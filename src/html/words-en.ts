import { aspectWords } from '../sentences/aspect-words.ts'
import { englishDate } from '../sentences/date-words.ts'
import type { CardWords } from './card-words.ts'

export const cardWordsEn: CardWords = {
  kinds: { fact: 'Claim', figure: 'Figure', opinion: 'Opinion', ruling: 'Ruling' },
  relations: {
    rebuts: 'contradicts this',
    undercuts: 'contests its grounds',
    qualifies: 'adds context',
  },
  responses: {
    confirms: 'confirms this',
    neither: 'neither confirms nor denies this',
    declines: 'declines to comment',
    elsewhere: 'answers something else',
  },
  aspects: aspectWords.en,
  attributions: {
    firsthand: 'first-hand',
    named_source: 'from a named source',
    unnamed_source: 'from an unnamed source',
    relay: 'relayed',
  },
  figureForms: { level: 'Level', change: 'Change', growth_rate: 'Growth rate' },
  arguendo: 'even if so',
  removed: '[words removed]',
  dropped: 'dropped by its author',
  noForce: 'without force on record',
  bySpeaker: 'From its speaker',
  counterpoints: 'Counterpoints',
  conflicts: 'Figures that conflict',
  translation: (from, by) =>
    by === 'machine' ? `Machine translation from ${from}` : `Translated from ${from}`,
  original: (language) => `Original (${language})`,
  more: (count) => `${count} more on record`,
  counted: (count) => `${count} ${count === 1 ? 'counterpoint' : 'counterpoints'} on record`,
  opinionsLeftOut: (leftOut, kept) => {
    if (leftOut === 0 && kept === 0) return undefined
    if (leftOut === 0) return 'Analysts’ views are shown only where the status rests on them'
    const views = leftOut === 1 ? 'analyst’s view is' : 'analysts’ views are'
    const shown = kept > 0 ? '; those on which the status rests are shown' : ''
    return `${leftOut} ${views} left out here${shown}`
  },
  replacement: 'The speaker’s own correction',
  withdrawal: 'The speaker’s own withdrawal',
  moreClaims: (count) => `${count} more ${count === 1 ? 'claim' : 'claims'} on record`,
  figureParts: { baseline: 'compared with', period: 'period', scope: 'scope' },
  scaleShare: 'On one scale, as shares of what they are compared with',
  scaleAlt: (words, left, right) => `${words}, on a scale from ${left} to ${right}`,
  thisClaim: 'this claim',
  moved: (when, from, to) => `Last changed on ${when}: “${from}” → “${to}”`,
  neverMoved: (since) => `On record since ${since}, status unchanged`,
  amended: (when) => `Transcription amended on ${when}`,
  reasonsChanged: (when) => `What the status rests on last changed on ${when}`,
  asOf: (when) => `As of ${when}`,
  noVerdict: 'The record says who answered, not who is right.',
  rules: 'Rules',
  readAt: (address) => `Read it at ${address}`,
  open: 'The whole record of this claim on Counterpoint',
  story: 'Story',
  claimCount: (count) => `${count} ${count === 1 ? 'claim' : 'claims'} on record`,
  marks: {
    leftOpen: 'Left open',
    moreOpen: (count) => `and ${count} more`,
    seeEarlier: 'see it',
  },
  date: englishDate,
  dateUnknown: 'date not known',
  page: {
    about: 'About',
    evidence: 'Where it is on record',
    history: 'History of its status',
    whatWouldChange: 'What would change its status',
    changesSince: 'What has changed since',
    byRules: (version) => `rules, version ${version}`,
    stories: 'Stories',
    terms: 'Licence of the data:',
    noTerms: 'Terms for using the data are not stated.',
    qualified: (count) =>
      count === 1 ? '1 answer does not contradict it' : `${count} answers do not contradict it`,
    alsoAsserted: (count) =>
      `Also asserted by ${count} ${count === 1 ? 'other party' : 'other parties'} on their own sourcing`,
    reasonsOffered: (count) =>
      `${count} ${count === 1 ? 'party offers' : 'parties offer'} reasons for it`,
    secondHandOnly: 'Second-hand only: no report by its speaker is on record',
    contestedInference: 'It contests a step whose force the record leaves open',
    rated: (rating, factChecker) => `Rated “${rating}” by ${factChecker}`,
  },
}
