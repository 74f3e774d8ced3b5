/** A record in the notation of rules/2.md §4, and what is said of one of its claims. */
export interface NotedSentence {
  readonly what: string
  readonly claims: string
  readonly links: string
  readonly of: string
  readonly en: string
  readonly ko: string
}

/** Every way in which a claim can be closed by its author, ruled on or fall. */
export const closedSentences: readonly NotedSentence[] = [
  {
    what: 'withdrawn',
    claims: 'R(Info→MS, withdrawn)',
    links: '',
    of: 'R',
    en: 'Info withdrew this on 20 December 2025.',
    ko: '인포가 2025년 12월 20일 이를 철회했습니다.',
  },
  {
    what: 'corrected by a later version',
    claims: 'R(Info→MS) S(Info→MS)',
    links: '1: S supersedes R',
    of: 'R',
    en: 'Info replaced this on 2 December 2025 with “S”.',
    ko: '인포가 2025년 12월 2일 이를 “S”로 대체했습니다.',
  },
  {
    what: 'corrected by a concession',
    claims: 'R(Info→MS) D(MS→MS) S(MS→MS)',
    links: '1: D rebuts R; 2: S concedes R',
    of: 'D',
    en: 'MS conceded on 3 December 2025 what Info asserted (“R”, 1 December 2025), which this opposed: “S”.',
    ko: '엠에스가 2025년 12월 3일 “S”라며 이와 맞서던 인포의 주장(“R”, 2025년 12월 1일)을 인정했습니다.',
  },
  {
    what: 'ruled against',
    claims: 'R(Info→MS) J(ruling, Court→MS)',
    links: '1: J rebuts R',
    of: 'R',
    en: 'Court found otherwise on 2 December 2025 (Court 2025-1): “J”.',
    ko: '법원이 2025년 12월 2일(Court 2025-1) “J”라고 판단하여 이와 다른 결론을 냈습니다.',
  },
  {
    what: 'ruled against, itself a ruling',
    claims: 'R(Info→MS) J(ruling, Court→MS) K(ruling, Appeal→Court)',
    links: '1: J rebuts R; 2: K undercuts J',
    of: 'J',
    en: 'Appeal set aside or suspended this on 3 December 2025 (Appeal 2025-1): “K”.',
    ko: '대법원이 2025년 12월 3일(Appeal 2025-1) “K”라고 판단하여 이를 취소하거나 정지했습니다.',
  },
  {
    what: 'ruled for',
    claims: 'R(Info→MS) J(ruling, Court→MS)',
    links: '1: J restates R',
    of: 'R',
    en: 'Court found so on 2 December 2025 (Court 2025-1): “J”.',
    ko: '법원이 2025년 12월 2일(Court 2025-1) “J”라고 판단하여 이를 인정했습니다.',
  },
  {
    what: 'basis withdrawn',
    claims: 'R(Info→MS, withdrawn) W(opinion, Blog→MS)',
    links: '1: W relies_on R',
    of: 'W',
    en: 'It relies on what Info asserted (“R”, 1 December 2025), which Info withdrew on 20 December 2025.',
    ko: '인포가 2025년 12월 20일 이 주장이 근거로 삼은 자신의 주장(“R”, 2025년 12월 1일)을 철회했습니다.',
  },
  {
    what: 'basis corrected',
    claims: 'R(Info→MS) S(Info→MS) W(Blog→MS)',
    links: '1: S supersedes R; 2: W relies_on R',
    of: 'W',
    en: 'It relies on what Info asserted (“R”, 1 December 2025), which Info corrected on 2 December 2025.',
    ko: '인포가 2025년 12월 2일 이 주장이 근거로 삼은 자신의 주장(“R”, 2025년 12월 1일)을 정정했습니다.',
  },
  {
    what: 'basis given up by a concession',
    claims: 'R(Info→MS) D(MS→MS) S(MS→MS) W(Blog→MS)',
    links: '1: D rebuts R; 2: S concedes R; 3: W relies_on D',
    of: 'W',
    en: 'It relies on what MS asserted (“D”, 2 December 2025), which MS gave up by a concession on 3 December 2025.',
    ko: '엠에스가 2025년 12월 3일 상대 주장을 인정하면서 이 주장이 근거로 삼은 자신의 주장(“D”, 2025년 12월 2일)을 포기했습니다.',
  },
  {
    what: 'basis countered',
    claims: 'P(Poster→MS) U(Archive→Lab) W(Blog→MS)',
    links: '1: U undercuts P; 2: W relies_on P',
    of: 'W',
    en: 'It relies on what Poster asserted (“P”, 1 December 2025), which was countered by Archive.',
    ko: '이 주장이 근거로 삼은 게시자의 주장(“P”, 2025년 12월 1일)은 기록원의 반론으로 반박되었습니다.',
  },
  {
    what: 'basis ruled against',
    claims: 'R(Info→MS) J(ruling, Court→MS) W(Blog→MS)',
    links: '1: J rebuts R; 2: W relies_on R',
    of: 'W',
    en: 'It relies on what Info asserted (“R”, 1 December 2025), which was ruled against by Court.',
    ko: '이 주장이 근거로 삼은 인포의 주장(“R”, 2025년 12월 1일)은 법원의 판단과 배치되었습니다.',
  },
  {
    what: 'basis set aside, itself a ruling',
    claims: 'J(ruling, Court→MS) K(ruling, Appeal→Court) W(Blog→MS)',
    links: '1: K undercuts J; 2: W relies_on J',
    of: 'W',
    en: 'It relies on what Court ruled (“J”, 1 December 2025), which was set aside or suspended by Appeal.',
    ko: '이 주장이 근거로 삼은 법원의 판단(“J”, 2025년 12월 1일)은 대법원이 취소하거나 정지했습니다.',
  },
  {
    what: 'basis that lost its own',
    claims: 'R(Info→MS, withdrawn) B(Bloom→MS) W(Blog→MS)',
    links: '1: B relies_on R; 2: W relies_on B',
    of: 'W',
    en: 'It relies on what Bloom asserted (“B”, 2 December 2025), which lost what it rested on.',
    ko: '이 주장이 근거로 삼은 블룸의 주장(“B”, 2025년 12월 2일)은 근거를 잃었습니다.',
  },
  {
    what: 'step from a basis undercut',
    claims: 'R(Info→MS) W(opinion, Blog→MS) Q(Stats→Lab)',
    links: '1: W relies_on R; 2: Q undercuts link 1',
    of: 'W',
    en: 'The step from what Info asserted (“R”) was undercut by Stats: “Q” (3 December 2025).',
    ko: '통계청이 2025년 12월 3일 “Q”라며 인포의 주장(“R”)에서 이 주장으로 이어지는 추론을 반박했습니다.',
  },
  {
    what: 'countered',
    claims: 'P(Poster→MS) U(Archive→Lab)',
    links: '1: U undercuts P',
    of: 'P',
    en: 'Archive countered this: “U” (2 December 2025); no answer that stands is on record.',
    ko: '기록원이 2025년 12월 2일 “U”라며 반론을 제기했으며, 유효한 재반박은 기록에 없습니다.',
  },
  {
    what: 'ruled against by two bodies',
    claims: 'R(Info→MS) J(ruling, Court→MS) K(ruling, Appeal→MS)',
    links: '1: J rebuts R; 2: K rebuts R',
    of: 'R',
    en: 'Court found otherwise on 2 December 2025 (Court 2025-1): “J”; Appeal found otherwise on 3 December 2025 (Appeal 2025-1): “K”.',
    ko: '법원이 2025년 12월 2일(Court 2025-1) “J”라고 판단하여 이와 다른 결론을 냈으며, 대법원이 2025년 12월 3일(Appeal 2025-1) “K”라고 판단하여 이와 다른 결론을 냈습니다.',
  },
]
