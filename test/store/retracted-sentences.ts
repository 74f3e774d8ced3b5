import type { NotedSentence } from './closed-sentences.ts'

const end = '; nobody contradicts it on record.'
const endKo = ' 이 주장을 반박한 기록은 없습니다.'
const taken =
  'MS, whom this is about, confirmed this (“A”, 2 December 2025) and withdrew that on 20 December 2025.'
const takenKo =
  '당사자인 엠에스가 2025년 12월 2일 “A”라며 이를 인정했으나, 2025년 12월 20일 그 인정을 철회했습니다.'

/** What became of an admission that no longer counts, whatever the status says otherwise. */
export const retractedSentences: readonly NotedSentence[] = [
  {
    what: 'admitted by a concession, withdrawn since',
    claims: 'R(Info→MS) A(MS→MS, withdrawn)',
    links: '1: A concedes R',
    of: 'R',
    en: taken.replace(/\.$/, end),
    ko: takenKo + endKo,
  },
  {
    what: 'admitted by a restatement, withdrawn since',
    claims: 'R(Info→MS) A(MS→MS, withdrawn)',
    links: '1: A restates R',
    of: 'R',
    en: taken.replace(/\.$/, end),
    ko: takenKo + endKo,
  },
  {
    what: 'admitted by a concession, replaced since',
    claims: 'R(Info→MS) A(MS→MS) B(MS→MS)',
    links: '1: A concedes R; 2: B supersedes A',
    of: 'R',
    en: `MS, whom this is about, confirmed this (“A”, 2 December 2025) and replaced that on 3 December 2025${end}`,
    ko: `당사자인 엠에스가 2025년 12월 2일 “A”라며 이를 인정했으나, 2025년 12월 3일 그 인정을 다른 주장으로 대체했습니다.${endKo}`,
  },
  {
    what: 'admitted by a concession, replaced by another one',
    claims: 'R(Info→MS) A(MS→MS) B(MS→MS)',
    links: '1: A concedes R; 2: B supersedes A; 3: B concedes R',
    of: 'R',
    en: 'MS, whom this is about, confirmed this on 3 December 2025: “B”.',
    ko: '당사자인 엠에스가 2025년 12월 3일 “B”라며 이를 인정했습니다.',
  },
  {
    what: 'admitted by one of two, and withdrawn by the other',
    claims: 'R(Info→MS+Bloom) A(MS→MS, withdrawn) B(Bloom→Bloom)',
    links: '1: A concedes R; 2: B concedes R',
    of: 'R',
    en: 'Bloom, one of two companies it is about, confirmed this on 3 December 2025: “B”; nobody contradicts it on record. MS, one of two companies it is about, confirmed this (“A”, 2 December 2025) and withdrew that on 20 December 2025.',
    ko: '대상 기업 2곳 중 하나인 블룸이 2025년 12월 3일 “B”라며 이를 인정했으며, 이 주장을 반박한 기록은 없습니다. 대상 기업 2곳 중 하나인 엠에스가 2025년 12월 2일 “A”라며 이를 인정했으나, 2025년 12월 20일 그 인정을 철회했습니다.',
  },
  {
    what: 'admitted once, and put in context',
    claims: 'R(Info→MS) A(MS→MS, withdrawn) Q(Lab→MS)',
    links: '1: A concedes R; 2: Q qualifies R',
    of: 'R',
    en: `Lab added context (“Q”, 3 December 2025); nobody contradicts it on record. ${taken}`,
    ko: `연구소가 2025년 12월 3일 “Q”라며 맥락을 보충했으며, 이 주장을 반박한 기록은 없습니다. ${takenKo}`,
  },
  {
    what: 'admitted once, and denied later',
    claims: 'R(Info→MS) A(MS→MS, withdrawn) D(MS→MS)',
    links: '1: A concedes R; 2: D rebuts R',
    of: 'R',
    en: `MS, whom this is about, denied it: “D” (3 December 2025); no withdrawal by Info is on record. ${taken}`,
    ko: `당사자인 엠에스가 2025년 12월 3일 “D”라고 부인했으며, 인포의 철회 기록은 없습니다. ${takenKo}`,
  },
  {
    what: 'admitted by a spokesperson, and once by the company',
    claims: 'R(Info→MS) A(MS→MS, withdrawn) S(Spokes→MS)',
    links: '1: A concedes R; 2: S concedes R',
    of: 'R',
    en: `Spokes confirmed this for MS, whom this is about, on 3 December 2025: “S”. ${taken}`,
    ko: `대변인이 당사자인 엠에스를 대표해 2025년 12월 3일 “S”라며 이를 인정했습니다. ${takenKo}`,
  },
  {
    what: 'admitted once, and withdrawn itself',
    claims: 'R(Info→MS, withdrawn) A(MS→MS, withdrawn)',
    links: '1: A concedes R',
    of: 'R',
    en: `Info withdrew this on 20 December 2025. ${taken}`,
    ko: `인포가 2025년 12월 20일 이를 철회했습니다. ${takenKo}`,
  },
]
