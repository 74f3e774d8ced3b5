import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { EventKind } from '../../../domain/event.ts'
import { objectWords } from './words.ts'

/** "Link entered". */
export function kindInWords(kind: EventKind, language: DisplayLanguage): string {
  const { eventKind } = objectWords[language]
  return eventKind(...partsOf[kind])
}

type Parts = Parameters<(typeof objectWords)[DisplayLanguage]['eventKind']>

const partsOf: Readonly<Record<EventKind, Parts>> = {
  'source.added': ['source', 'added'],
  'source.amended': ['source', 'amended'],
  'source.voided': ['source', 'voided'],
  'source.merged': ['source', 'merged'],
  'source.redacted': ['source', 'redacted'],
  'report.added': ['report', 'added'],
  'report.amended': ['report', 'amended'],
  'report.voided': ['report', 'voided'],
  'report.merged': ['report', 'merged'],
  'report.redacted': ['report', 'redacted'],
  'claim.added': ['claim', 'added'],
  'claim.amended': ['claim', 'amended'],
  'claim.withdrawn': ['claim', 'withdrawn'],
  'claim.voided': ['claim', 'voided'],
  'claim.merged': ['claim', 'merged'],
  'claim.redacted': ['claim', 'redacted'],
  'withdrawal.voided': ['withdrawal', 'voided'],
  'merge.voided': ['merge', 'voided'],
  'citation.added': ['citation', 'added'],
  'citation.voided': ['citation', 'voided'],
  'citation.redacted': ['citation', 'redacted'],
  'link.added': ['link', 'added'],
  'link.amended': ['link', 'amended'],
  'link.ended': ['link', 'ended'],
  'link.voided': ['link', 'voided'],
  'link.redacted': ['link', 'redacted'],
  'end.voided': ['end', 'voided'],
  'story.added': ['story', 'added'],
  'story.amended': ['story', 'amended'],
  'story.voided': ['story', 'voided'],
  'story.redacted': ['story', 'redacted'],
  'rules.adopted': ['rules', 'adopted'],
}
