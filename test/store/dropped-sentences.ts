import type { NotedSentence } from './closed-sentences.ts'

const [claims, dropped] = [
  'R(Info→MS) B(Blog→MS) D(MS→MS) T(Bloom→MS)',
  '1: B restates R; 2: T restates D; 3: D rebuts R (ended)',
]

/** Who dropped a rebuttal, seen from each claim that it joins: only its author did. */
export const droppedSentences: readonly NotedSentence[] = [
  {
    what: 'rebutted by who dropped that and by a restatement',
    claims,
    links: dropped,
    of: 'R',
    en: 'MS, whom this is about, denied this (“D”, 3 December 2025) and dropped that on 20 December 2025; Bloom contradicted this (“T”, 4 December 2025), and MS dropped the rebuttal of this on 20 December 2025.',
    ko: '당사자인 엠에스가 2025년 12월 3일 “D”라고 부인했으나, 2025년 12월 20일 그 반론을 거두어들였습니다. 블룸이 2025년 12월 4일 “T”라고 이와 상반되게 주장했으나, 같은 취지의 반론을 제기했던 엠에스가 2025년 12월 20일 그 반론을 거두어들였습니다.',
  },
  {
    what: 'a restatement of what was rebutted',
    claims,
    links: dropped,
    of: 'B',
    en: 'MS, whom this is about, denied this (“D”, 3 December 2025) and dropped that on 20 December 2025; Bloom contradicted this (“T”, 4 December 2025), and MS dropped the rebuttal of this on 20 December 2025.',
    ko: '당사자인 엠에스가 2025년 12월 3일 “D”라고 부인했으나, 2025년 12월 20일 그 반론을 거두어들였습니다. 블룸이 2025년 12월 4일 “T”라고 이와 상반되게 주장했으나, 같은 취지의 반론을 제기했던 엠에스가 2025년 12월 20일 그 반론을 거두어들였습니다.',
  },
  {
    what: 'itself the rebuttal that was dropped',
    claims: 'R(Info→MS) D(MS→MS)',
    links: '1: D rebuts R (ended)',
    of: 'D',
    en: 'This contradicts what Info asserted (“R”, 1 December 2025), and MS dropped the rebuttal of that on 20 December 2025.',
    ko: '이 주장은 인포의 주장(“R”, 2025년 12월 1일)과 맞서 있으나, 엠에스가 2025년 12월 20일 그에 대한 반론을 거두어들였습니다.',
  },
  {
    what: 'a restatement of the rebuttal that was dropped',
    claims: 'R(Info→MS) D(MS→MS) T(Bloom→Lab)',
    links: '1: T restates D; 2: D rebuts R (ended)',
    of: 'T',
    en: 'This contradicts what Info asserted (“R”, 1 December 2025), and MS dropped the rebuttal of that on 20 December 2025.',
    ko: '이 주장은 인포의 주장(“R”, 2025년 12월 1일)과 맞서 있으나, 엠에스가 2025년 12월 20일 그에 대한 반론을 거두어들였습니다.',
  },
  {
    what: 'rebutted by two restatements, each of which dropped its own',
    claims: 'R(Info→MS) D(MS→MS) T(Bloom→MS)',
    links: '1: T restates D; 2: D rebuts R (ended); 3: T rebuts R (ended)',
    of: 'R',
    en: 'MS, whom this is about, denied this (“D”, 2 December 2025) and dropped that on 20 December 2025; Bloom contradicted this (“T”, 3 December 2025) and dropped that on 20 December 2025.',
    ko: '당사자인 엠에스가 2025년 12월 2일 “D”라고 부인했으나, 2025년 12월 20일 그 반론을 거두어들였습니다. 블룸이 2025년 12월 3일 “T”라고 이와 상반되게 주장했으나, 2025년 12월 20일 그 반론을 거두어들였습니다.',
  },
]
