import type { DisplayLanguage, Phrase } from './display-language.ts'
import { enumerate } from './enumerate.ts'
import { groupOf, statuses, type Status, type StatusGroup } from './status.ts'

/** The placeholder in a label for the ruling bodies. */
const body: Phrase = { en: '[body]', ko: '[기관]' }

const labels: Readonly<Record<Status, Phrase>> = {
  withdrawn: { en: 'Withdrawn by its author', ko: '발언 철회' },
  corrected: { en: 'Replaced by its author', ko: '정정·대체됨' },
  ruled_against: { en: `Ruled against by ${body.en}`, ko: `${body.ko} 판단과 배치` },
  ruled_for: { en: `Found by ${body.en}`, ko: `${body.ko} 인정` },
  basis_lost: { en: 'What it rests on has fallen', ko: '근거 상실' },
  countered: {
    en: 'Countered, no standing answer on record',
    ko: '반박됨(유효한 재반박 없음)',
  },
  denied: { en: 'Denied or contested by the party it is about', ko: '당사자 부인' },
  disputed: { en: 'Disputed, unresolved', ko: '공방 중' },
  admitted: { en: 'Confirmed by the party it is about', ko: '당사자 인정' },
  answered: { en: 'Challenged; every challenge answered or withdrawn', ko: '반론 해소' },
  unchallenged: { en: 'No counterpoint on record', ko: '기록된 반론 없음' },
}

/** The label of `ruled_against` for a claim that is itself a ruling. */
const setAside: Phrase = {
  en: `Set aside or suspended by ${body.en}`,
  ko: `${body.ko}에 의해 취소·정지`,
}

const meanings: Readonly<Record<Status, Phrase>> = {
  withdrawn: {
    en: 'The party that said it has taken it back.',
    ko: '발언한 쪽이 이 주장을 거두어들였습니다.',
  },
  corrected: {
    en: 'The party that said it has replaced it, or has conceded what it opposed.',
    ko: '발언한 쪽이 다른 주장으로 바꾸었거나, 맞서던 주장을 인정했습니다.',
  },
  ruled_against: {
    en: 'A body with legal competence over the question found otherwise, and that ruling stands on record.',
    ko: '해당 문제에 법적 권한이 있는 기관이 이와 다르게 판단했고, 그 판단이 기록상 유효합니다.',
  },
  ruled_for: {
    en: 'A body with legal competence over the question found so, and that ruling stands on record.',
    ko: '해당 문제에 법적 권한이 있는 기관이 이와 같게 판단했고, 그 판단이 기록상 유효합니다.',
  },
  basis_lost: {
    en: 'A claim it relies on does not stand on record, or the step from that claim to this one does not.',
    ko: '근거로 삼은 주장이나, 그 주장에서 이 주장으로 이어지는 추론이 기록상 유효하지 않습니다.',
  },
  countered: {
    en: 'A counterpoint to its grounds stands on record, and no answer that stands does.',
    ko: '이 주장의 근거에 대한 반론이 기록상 유효하고, 유효한 재반박은 기록에 없습니다.',
  },
  denied: {
    en: 'The party it is about denies or contests it, and the record does not settle the matter.',
    ko: '당사자가 부인하거나 이의를 제기했고, 기록만으로는 결론이 나지 않습니다.',
  },
  disputed: {
    en: 'Someone contradicts or contests it, or what it relies on is open, and the record does not settle the matter.',
    ko: '상반된 주장이나 이의가 있거나 근거로 삼은 주장이 미결이고, 기록만으로는 결론이 나지 않습니다.',
  },
  admitted: {
    en: 'The party it is about has conceded it, and no challenge to it is open on record.',
    ko: '당사자가 이 주장을 인정했고, 기록상 남아 있는 반론이 없습니다.',
  },
  answered: {
    en: 'It was challenged, and on record every challenge was answered, withdrawn or dropped.',
    ko: '반론이 제기되었으나, 기록상 모두 재반박되었거나 철회되었습니다.',
  },
  unchallenged: {
    en: 'No counterpoint is on record; that is not confirmation.',
    ko: '기록된 반론이 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
  },
}

/** Whose ruling a label names, and whether the claim is itself a ruling. */
export interface LabelDetails {
  readonly bodies?: readonly string[]
  /** How many more bodies there are. */
  readonly moreBodies?: number
  readonly isRuling?: boolean
}

/** The label of a status for readers. Without bodies, it names "[body]". */
export function readerLabel(
  status: Status,
  lang: DisplayLanguage,
  { bodies = [], moreBodies = 0, isRuling = false }: LabelDetails = {},
): string {
  const label = status === 'ruled_against' && isRuling ? setAside : labels[status]
  if (bodies.length === 0) return label[lang]
  return label[lang].replace(body[lang], () => enumerate(bodies, lang, moreBodies))
}

/** The meaning of a status, in one sentence. */
export function statusMeaning(status: Status, lang: DisplayLanguage): string {
  return meanings[status][lang]
}

/** A status in the answer of `GET /v1/statuses`. */
export interface StatusEntry {
  readonly status: Status
  readonly group: StatusGroup
  readonly label: Phrase
  readonly meaning: Phrase
}

/** Every status, in the order of the decision table (rules/2.md §1.6). */
export const statusVocabulary: readonly StatusEntry[] = statuses.map((status) => ({
  status,
  group: groupOf[status],
  label: labels[status],
  meaning: meanings[status],
}))
