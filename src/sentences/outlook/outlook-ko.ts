import { withParticle } from '../sounds/korean-particles.ts'
import { nameOf, subject } from '../korean-phrases.ts'
import { quotation } from '../quotation.ts'
import { wordsMax, type SaidEvent } from './said-event.ts'

/** "할덴이 “…”라는 주장을 철회하면 상태가 ‘…’으로 바뀝니다." */
export function inKorean(event: SaidEvent, status: string): string {
  return `${conditionOf(event)} 상태가 ${withParticle(`‘${status}’`, '(으)로')} 바뀝니다.`
}

function conditionOf(event: SaidEvent): string {
  const who = subject(event.by)
  if (event.kind === 'confirmation')
    return `${who} 이 주장을 ${event.isConfirmed ? '전부 ' : ''}인정하면`
  const quoted = event.words === null ? null : quotation(event.words, 'ko', wordsMax)
  if (event.kind === 'withdrawal') {
    if (event.isOwn) return `${who} 이 주장을 철회하면`
    return quoted === null
      ? `${who} 내용이 삭제된 주장을 철회하면`
      : `${who} ${withParticle(quoted, '(이)라는')} 주장을 철회하면`
  }
  const ruling = event.isOwn
    ? '이 판단'
    : `${nameOf(event.by)}의 판단${quoted === null ? '' : `(${quoted})`}`
  return `권한 있는 기관이 ${withParticle(ruling, '을/를')} 취소하거나 정지하면`
}
