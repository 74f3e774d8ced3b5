import type { NotedSentence } from './closed-sentences.ts'

/** For whom sentences say that somebody speaks: Spokes speaks for MS, and Unit is a part of it. */
export const sideSentences: readonly NotedSentence[] = [
  {
    what: 'denied by who speaks for its subject, and by the subject',
    claims: 'R(Info→MS) D(Spokes→MS) E(MS→MS)',
    links: '1: D rebuts R; 2: E undercuts R',
    of: 'R',
    en: 'MS, through Spokes, denied it: “D” (2 December 2025); MS, whom this is about, contested it: “E” (3 December 2025). No withdrawal by Info is on record.',
    ko: '당사자인 엠에스가 대변인을 통해 2025년 12월 2일 “D”라고 부인했으며, 당사자인 엠에스가 2025년 12월 3일 “E”라며 이의를 제기했습니다. 인포의 철회 기록은 없습니다.',
  },
  {
    what: 'contested by a part of its subject',
    claims: 'R(Info→MS) D(Unit→Info)',
    links: '1: D undercuts R',
    of: 'R',
    en: 'Unit contested its grounds: “D” (2 December 2025); neither side has given way on record. On the claim itself no answer by MS is on record.',
    ko: '사업부가 2025년 12월 2일 “D”라며 그 근거에 이의를 제기했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 엠에스의 답변은 기록에 없습니다.',
  },
  {
    what: 'contradicted by whom its subject speaks for',
    claims: 'R(Info→Spokes) D(MS→MS)',
    links: '1: D rebuts R',
    of: 'R',
    en: 'MS contradicted this: “D” (2 December 2025); neither side has given way on record. On the claim itself no answer by Spokes is on record.',
    ko: '엠에스가 2025년 12월 2일 “D”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 대변인의 답변은 기록에 없습니다.',
  },
  {
    what: 'denied by who speaks for its subject and is its subject too',
    claims: 'R(Info→MS+Spokes) D(Spokes→MS)',
    links: '1: D rebuts R',
    of: 'R',
    en: 'Spokes, also for MS, both companies it is about, denied it: “D” (2 December 2025); no withdrawal by Info is on record.',
    ko: '대변인이 대상 기업 2곳인 자신과 엠에스를 대표해 2025년 12월 2일 “D”라고 부인했으며, 인포의 철회 기록은 없습니다.',
  },
  {
    what: 'admitted by who speaks for its subject',
    claims: 'R(Info→MS) S(Spokes→MS)',
    links: '1: S concedes R',
    of: 'R',
    en: 'Spokes confirmed this for MS, whom this is about, on 2 December 2025: “S”.',
    ko: '대변인이 당사자인 엠에스를 대표해 2025년 12월 2일 “S”라며 이를 인정했습니다.',
  },
  {
    what: 'answered: a denial by who speaks for its subject, withdrawn',
    claims: 'R(Info→MS) D(Spokes→MS, withdrawn)',
    links: '1: D rebuts R',
    of: 'R',
    en: 'MS, through Spokes, denied this (“D”, 2 December 2025) and withdrew that on 20 December 2025.',
    ko: '당사자인 엠에스가 대변인을 통해 2025년 12월 2일 “D”라고 부인했으나, 2025년 12월 20일 그 주장을 철회했습니다.',
  },
]
