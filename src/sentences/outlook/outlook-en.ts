import { nameOf, possessive } from '../english-phrases.ts'
import { quotation } from '../quotation.ts'
import { wordsMax, type SaidEvent } from './said-event.ts'

/** "If Halden withdrew “…”, this claim’s status would become “…”." */
export function inEnglish(event: SaidEvent, status: string): string {
  const whose = event.isOfRuling ? 'this ruling’s' : 'this claim’s'
  return `If ${conditionOf(event)}, ${whose} status would become “${status}”.`
}

function conditionOf(event: SaidEvent): string {
  const name = nameOf(event.by)
  if (event.kind === 'confirmation')
    return `${name} ${event.isConfirmed ? 'conceded' : 'confirmed'} this`
  const quoted = event.words === null ? null : quotation(event.words, 'en', wordsMax)
  if (event.kind === 'withdrawal') {
    if (event.isOwn) return `${name} withdrew this`
    return quoted === null
      ? `${name} withdrew a statement whose words were removed`
      : `${name} withdrew ${quoted}`
  }
  const body = 'a body with the rank to do so'
  if (event.isOwn) return `${body} set this ruling aside`
  return `${body} set aside ${possessive(name)} ruling${quoted === null ? '' : ` ${quoted}`}`
}
