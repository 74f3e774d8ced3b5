import { aspectWords } from '../sentences/aspect-words.ts'
import { koreanDate } from '../sentences/date-words.ts'
import { withParticle } from '../sentences/sounds/korean-particles.ts'
import type { CardWords } from './card-words.ts'

export const cardWordsKo: CardWords = {
  kinds: { fact: '주장', figure: '수치', opinion: '의견', ruling: '판단' },
  relations: {
    rebuts: '상반된 주장',
    undercuts: '근거에 대한 이의',
    qualifies: '맥락 보충',
  },
  responses: {
    confirms: '이를 확인',
    neither: '확인도 부인도 하지 않음',
    declines: '논평 거부',
    elsewhere: '다른 내용에 대한 답변',
  },
  aspects: aspectWords.ko,
  attributions: {
    firsthand: '직접 발언',
    named_source: '실명 출처 인용',
    unnamed_source: '익명 출처 인용',
    relay: '전언',
  },
  figureForms: { level: '수준', change: '증감', growth_rate: '증가율' },
  arguendo: '설령 그렇더라도',
  removed: '[삭제된 내용]',
  dropped: '제기한 쪽이 거두어들임',
  noForce: '기록상 효력 없음',
  bySpeaker: '발언자 본인',
  counterpoints: '반론',
  conflicts: '상충하는 수치',
  translation: (from, by) => `${from} 원문을 ${by === 'machine' ? '기계 번역' : '번역'}`,
  original: (language) => `원문(${language})`,
  more: (count) => `기록된 반론 ${count}건 더 보기`,
  counted: (count) => `기록된 반론 ${count}건 보기`,
  opinionsLeftOut: (count) => `애널리스트 견해 ${count}건은 여기서 제외함`,
  replacement: '발언자 본인의 정정',
  withdrawal: '발언자 본인의 철회',
  moreClaims: (count) => `기록된 주장 ${count}건 더 보기`,
  figureParts: { baseline: '비교 기준', period: '기간', scope: '범위' },
  scaleShare: '비교 기준에 대한 비율로 바꾸어 한 눈금에 표시',
  scaleAlt: (words, left, right) => `${left}에서 ${right}까지의 눈금에서 ${words}`,
  thisClaim: '이 주장',
  moved: (when, from, to) => `최근 변경 ${when}: ‘${from}’ → ‘${to}’`,
  neverMoved: (since) => `${since} 기록 이후 상태 변경 없음`,
  amended: (when) => `${when} 기록 내용 수정`,
  reasonsChanged: (when) => `상태의 근거가 된 기록은 ${when}에 마지막으로 바뀜`,
  asOf: (when) => `${when} 기준`,
  noVerdict: '누가 답했는지를 기록할 뿐, 누가 옳은지 판정하지 않습니다.',
  rules: '상태 규칙',
  readAt: (address) => `본문 보기: ${address}`,
  open: 'Counterpoint에서 이 주장의 전체 기록 보기',
  story: '사안',
  claimCount: (count) => `기록된 주장 ${count}건`,
  marks: {
    leftOpen: '답변이 없는 대목',
    moreOpen: (count) => `외 ${count}개`,
    setAside: (bodies) =>
      `이 주장에 관한 종전 판단은 ${withParticle(bodies, '이/가')} 취소하거나 정지함`,
    earlierVersion: {
      denied: (names = '당사자') => `이전 주장에 ${names}의 답변이나 이의가 있었음`,
      disputed: (names) =>
        names === undefined
          ? '이전 주장을 두고 주장이 엇갈렸음'
          : `이전 주장에 ${names}의 답변이나 이의가 있었음`,
      countered: (names) =>
        names === undefined
          ? '이전 주장은 반박되었고 유효한 재반박이 없음'
          : `이전 주장은 ${withParticle(names, '이/가')} 반박했고 유효한 재반박이 없음`,
      ruled_against: (names = '기관') => `이전 주장은 ${names} 판단과 어긋남`,
      basis_lost: () => '이전 주장은 근거를 잃음',
    },
    seeEarlier: '이전 주장 보기',
  },
  date: koreanDate,
  dateUnknown: '날짜 미상',
  page: {
    about: '대상',
    evidence: '기록 출처',
    history: '상태 이력',
    whatWouldChange: '상태가 바뀔 수 있는 경우',
    changesSince: '다음 날짜 이후 변경 보기:',
    byRules: (version) => `규칙 제${version}판`,
    card: '다른 페이지에 넣을 카드',
    stories: '사안',
    terms: '데이터 이용 허락 조건:',
    noTerms: '데이터 이용 조건은 명시되어 있지 않습니다.',
    qualified: (count) => `반박하지 않는 답변 ${count}건`,
    alsoAsserted: (count) => `자체 출처로 같은 주장을 한 곳: ${count}곳`,
    reasonsOffered: (count) => `근거를 보탠 곳: ${count}곳`,
    secondHandOnly: '전언뿐이며, 발언자 본인의 문서는 기록에 없음',
    contestedInference: '추론에 이의를 제기했고, 그 이의가 유효한지는 기록만으로 정해지지 않음',
    rated: (rating, factChecker) => `${factChecker} 판정: “${rating}”`,
  },
}
