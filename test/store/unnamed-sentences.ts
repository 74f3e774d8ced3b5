import type { NotedSentence } from './closed-sentences.ts'

/** How sentences speak of a speaker whom no source names (a question mark in the notation). */
export const unnamedSentences: readonly NotedSentence[] = [
  {
    what: 'disputed by somebody who is not named',
    claims: 'R(Info→MS) X(?→MS)',
    links: '1: X rebuts R',
    of: 'R',
    en: 'A speaker who is not named contradicted this: “X” (2 December 2025); neither side has given way on record. On the claim itself no answer by MS is on record.',
    ko: '이름이 밝혀지지 않은 발언자가 2025년 12월 2일 “X”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 엠에스의 답변은 기록에 없습니다.',
  },
  {
    what: 'denied, and said by somebody who is not named',
    claims: 'R(?→MS) D(MS→MS)',
    links: '1: D rebuts R',
    of: 'R',
    en: 'MS, whom this is about, denied it: “D” (2 December 2025); it is unresolved on record.',
    ko: '당사자인 엠에스가 2025년 12월 2일 “D”라고 부인했으며, 기록상 결론이 나지 않았습니다.',
  },
  {
    what: 'disputed by two who are not named and are not taken for one',
    claims: 'R(Info→MS) X(?→MS) Y(?→MS)',
    links: '1: X rebuts R; 2: Y rebuts R',
    of: 'R',
    en: 'A speaker who is not named contradicted this: “X” (2 December 2025); a speaker who is not named contradicted this: “Y” (3 December 2025). Neither side has given way on record; on the claim itself no answer by MS is on record.',
    ko: '이름이 밝혀지지 않은 발언자가 2025년 12월 2일 “X”라고 이와 상반되게 주장했으며, 이름이 밝혀지지 않은 발언자가 2025년 12월 3일 “Y”라고 이와 상반되게 주장했습니다. 어느 쪽도 물러선 기록은 없으며, 이 주장 자체에 대한 엠에스의 답변은 기록에 없습니다.',
  },
]
