import { cast, link, says, withdraws } from './dispute-lines.ts'
import type { Dispute } from './disputes.ts'

const report = says('R', 'paper', 'Halden shut two plants', '2025-03-03')
const cited = cast('paper', 'firm', 'other', 'court', 'appeal')

/** What a sentence tells besides the reasons for a status: admissions, remarks, what was taken back. */
export const toldBeside: Readonly<Record<string, Dispute>> = {
  'a third party contradicts what the company conceded': {
    lines: [
      ...cited,
      report,
      says('A', 'firm', 'We shut two plants', '2025-03-04'),
      says('X', 'other', 'One plant was shut', '2025-03-06'),
      link('A concedes R'),
      link('X rebuts R'),
    ],
    told: {
      R: [
        'disputed [X]',
        'Evening News contradicted this: “One plant was shut” (6 March 2025); neither side has given way on record. Halden, whom this is about, confirmed this on 4 March 2025: “We shut two plants”.',
        '이브닝 뉴스가 2025년 3월 6일 “One plant was shut”이라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 당사자인 할덴이 2025년 3월 4일 “We shut two plants”라며 이를 인정했습니다.',
      ],
    },
  },
  'a third party contests the grounds of what the company conceded': {
    lines: [
      ...cited,
      report,
      says('A', 'firm', 'We shut two plants', '2025-03-04'),
      says('X', 'other', 'The list is of 2019', '2025-03-06', { about: [] }),
      link('A concedes R'),
      link('X undercuts R'),
    ],
    told: {
      R: [
        'countered [X]',
        'Evening News countered this: “The list is of 2019” (6 March 2025); no answer that stands is on record. Halden, whom this is about, confirmed this on 4 March 2025: “We shut two plants”.',
        '이브닝 뉴스가 2025년 3월 6일 “The list is of 2019”라며 반론을 제기했으며, 유효한 재반박은 기록에 없습니다. 당사자인 할덴이 2025년 3월 4일 “We shut two plants”라며 이를 인정했습니다.',
      ],
    },
  },
  'a ruling is against what the company conceded': {
    lines: [
      ...cited,
      report,
      says('A', 'firm', 'We shut two plants', '2025-03-04'),
      says('J', 'court', 'Halden shut no plant', '2025-06-01', { kind: 'ruling' }),
      link('A concedes R'),
      link('J rebuts R'),
    ],
    told: {
      R: [
        'ruled_against [J]',
        'District Court found otherwise on 1 June 2025 (Report): “Halden shut no plant”. Halden, whom this is about, confirmed this on 4 March 2025: “We shut two plants”.',
        '지방법원이 2025년 6월 1일(Report) “Halden shut no plant”라고 판단하여 이와 다른 결론을 냈습니다. 당사자인 할덴이 2025년 3월 4일 “We shut two plants”라며 이를 인정했습니다.',
      ],
    },
  },
  'a company denies what it conceded': {
    lines: [
      ...cited,
      report,
      says('A', 'firm', 'We shut two plants', '2025-03-04'),
      says('D', 'firm', 'We shut no plant after all', '2025-05-06'),
      link('A concedes R'),
      link('D rebuts R'),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, denied it: “We shut no plant after all” (6 May 2025); no withdrawal by Daily Post is on record. Earlier, Halden, whom this is about, confirmed this on 4 March 2025: “We shut two plants”.',
        '당사자인 할덴이 2025년 5월 6일 “We shut no plant after all”이라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다. 앞서 당사자인 할덴이 2025년 3월 4일 “We shut two plants”라며 이를 인정했습니다.',
      ],
    },
  },
  'a company does not comment, and denies later': {
    lines: [
      ...cited,
      report,
      says('Q', 'firm', 'We do not comment', '2025-03-04'),
      says('D', 'firm', 'We shut no plant', '2025-05-05'),
      link('Q qualifies R', { response: 'declines' }),
      link('D rebuts R'),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, denied it: “We shut no plant” (5 May 2025); no withdrawal by Daily Post is on record. Earlier, Halden, whom this is about, declined to comment (4 March 2025).',
        '당사자인 할덴이 2025년 5월 5일 “We shut no plant”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다. 앞서 당사자인 할덴이 2025년 3월 4일 논평을 거부했습니다.',
      ],
    },
  },
  'a company denies, and confirms later': {
    lines: [
      ...cited,
      report,
      says('D', 'firm', 'We shut no plant', '2025-03-05'),
      says('Q', 'firm', 'We did shut them', '2025-05-05'),
      link('D rebuts R'),
      link('Q qualifies R', { response: 'confirms' }),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, denied it: “We shut no plant” (5 March 2025); no withdrawal by Daily Post is on record. Later, Halden, whom this is about, confirmed it (5 May 2025).',
        '당사자인 할덴이 2025년 3월 5일 “We shut no plant”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다. 이후 당사자인 할덴이 2025년 5월 5일 이를 확인했습니다.',
      ],
    },
  },
  'two rulings conflict': {
    lines: [
      ...cited,
      report,
      says('J', 'court', 'Halden did shut two plants', '2025-06-01', { kind: 'ruling' }),
      says('K', 'appeal', 'Halden shut no plant', '2025-09-01', { kind: 'ruling' }),
      link('J restates R'),
      link('K rebuts R'),
    ],
    told: {
      R: [
        'disputed [K]',
        'District Court found so on 1 June 2025 (Report): “Halden did shut two plants”; Court of Appeal found otherwise: “Halden shut no plant” (1 September 2025). It is unresolved on record; on the claim itself no answer by Halden is on record.',
        '지방법원이 2025년 6월 1일(Report) “Halden did shut two plants”라고 판단하여 이를 인정했으며, 항소법원이 2025년 9월 1일 “Halden shut no plant”라며 이와 다른 결론을 냈습니다. 기록상 결론이 나지 않았으며, 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
    },
  },
  'a concession is taken back, and nobody says anything else': {
    lines: [
      ...cited,
      report,
      says('A', 'firm', 'Two plants were shut', '2025-05-01'),
      link('A concedes R'),
      withdraws('A', '2025-05-20'),
    ],
    told: {
      R: [
        'unchallenged',
        'Halden, whom this is about, confirmed this (“Two plants were shut”, 1 May 2025) and withdrew that on 20 May 2025; nobody contradicts it on record.',
        '당사자인 할덴이 2025년 5월 1일 “Two plants were shut”이라며 이를 인정했으나, 2025년 5월 20일 그 인정을 철회했습니다. 이 주장을 반박한 기록은 없습니다.',
      ],
    },
  },
  'a confirmation is taken back': {
    lines: [
      ...cited,
      report,
      says('Q', 'firm', 'Yes', '2025-03-04'),
      link('Q qualifies R', { response: 'confirms' }),
      withdraws('Q', '2025-05-20'),
    ],
    told: {
      R: [
        'unchallenged',
        'Halden, whom this is about, confirmed it (“Yes”, 4 March 2025) and has since withdrawn that; nobody contradicts it on record.',
        '당사자인 할덴이 2025년 3월 4일 “Yes”라며 이를 확인했습니다. 그 답변은 이후 철회되었습니다. 이 주장을 반박한 기록은 없습니다.',
      ],
    },
  },
  'the refusal to comment is replaced': {
    lines: [
      ...cited,
      report,
      says('Q', 'firm', 'No comment', '2025-03-04'),
      says('Z', 'firm', 'We are looking into it', '2025-03-09'),
      link('Q qualifies R', { response: 'declines' }),
      link('Z supersedes Q'),
    ],
    told: {
      R: [
        'unchallenged',
        'Halden, whom this is about, declined to comment (“No comment”, 4 March 2025) and has since replaced that; nobody contradicts it on record.',
        '당사자인 할덴이 2025년 3월 4일 “No comment”라며 논평을 거부했습니다. 그 답변은 이후 다른 주장으로 대체되었습니다. 이 주장을 반박한 기록은 없습니다.',
      ],
    },
  },
  'context that is itself contradicted': {
    lines: [
      ...cited,
      report,
      says('Q', 'other', 'Both were small', '2025-03-04'),
      says('X', 'paper', 'Neither was small', '2025-03-09'),
      link('Q qualifies R'),
      link('X rebuts Q'),
    ],
    told: {
      R: [
        'unchallenged',
        'Evening News added context (“Both were small”, 4 March 2025), itself contradicted or contested on record; nobody contradicts this claim on record.',
        '이브닝 뉴스가 2025년 3월 4일 “Both were small”이라며 맥락을 보충했습니다. 그 주장에도 반론이나 이의가 기록되어 있습니다. 이 주장 자체를 반박한 기록은 없습니다.',
      ],
    },
  },
  'a third party does not comment': {
    lines: [
      ...cited,
      report,
      says('Q', 'other', 'We do not comment', '2025-03-04'),
      link('Q qualifies R', { response: 'declines' }),
    ],
    told: {
      R: [
        'unchallenged',
        'Evening News declined to comment (“We do not comment”, 4 March 2025); nobody contradicts it on record.',
        '이브닝 뉴스가 2025년 3월 4일 “We do not comment”라며 논평을 거부했으며, 이 주장을 반박한 기록은 없습니다.',
      ],
    },
  },
  'a third party says that it is so': {
    lines: [
      ...cited,
      report,
      says('Q', 'other', 'We saw it', '2025-03-04'),
      link('Q qualifies R', { response: 'confirms' }),
    ],
    told: {
      R: [
        'unchallenged',
        'Evening News said that this is so (“We saw it”, 4 March 2025); nobody contradicts it on record.',
        '이브닝 뉴스가 2025년 3월 4일 “We saw it”이라며 이것이 맞다고 말했으며, 이 주장을 반박한 기록은 없습니다.',
      ],
    },
  },
  'a ruling is answered on something else': {
    lines: [
      ...cited,
      says('J', 'court', 'Halden owes its staff notice', '2025-06-01', { kind: 'ruling' }),
      says('D', 'firm', 'We will appeal', '2025-06-02'),
      link('D rebuts J', { response: 'elsewhere' }),
    ],
    told: {
      J: [
        'unchallenged',
        'Halden, whom this is about, answered on another point (“We will appeal”, 2 June 2025); nobody contradicts it on record.',
        '당사자인 할덴이 2025년 6월 2일 “We will appeal”이라며 다른 대목에 대해 답했으며, 이 주장을 반박한 기록은 없습니다.',
      ],
      D: [
        'ruled_against [J]',
        'This answers on another point what District Court found on 1 June 2025 (Report): “Halden owes its staff notice”.',
        '이 주장은 지방법원의 판단(“Halden owes its staff notice”, 2025년 6월 1일)에 대해 다른 대목을 들어 답하고 있습니다.',
      ],
    },
  },
  'somebody who speaks for two confirms': {
    lines: [
      ...cast('paper', 'firm', 'nord', [
        'berg',
        { relation: 'speaks_for', source: 'firm' },
        { relation: 'speaks_for', source: 'nord' },
      ]),
      says('R', 'paper', 'Halden and Nord met', '2025-03-03', { about: ['firm', 'nord'] }),
      says('Q', 'berg', 'Yes, they met', '2025-03-04', { about: [] }),
      link('Q qualifies R', { response: 'confirms' }),
    ],
    told: {
      R: [
        'unchallenged',
        'Halden and Nord, both companies it is about, through F. Berg, confirmed it (“Yes, they met”, 4 March 2025); nobody contradicts it on record.',
        '대상 기업 2곳인 할덴, 노르드가 F. 베르그를 통해 2025년 3월 4일 “Yes, they met”이라며 이를 확인했으며, 이 주장을 반박한 기록은 없습니다.',
      ],
    },
  },
  'of three, one answers something else': {
    lines: [
      ...cast('paper', 'firm', 'nord', 'ost'),
      says('R', 'paper', 'All three met', '2025-03-03', { about: ['firm', 'nord', 'ost'] }),
      says('D', 'firm', 'We value our staff', '2025-03-05'),
      link('D rebuts R', { response: 'elsewhere' }),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, one of three companies it is about, answered on another point: “We value our staff” (5 March 2025); on the claim itself no answer by Halden, Nord or Ost is on record.',
        '대상 기업 3곳 중 하나인 할덴이 2025년 3월 5일 다른 대목에 대해 “We value our staff”라고 답했으며, 이 주장 자체에 대한 할덴, 노르드, 오스트의 답변은 기록에 없습니다.',
      ],
    },
  },
  'what it relies on was answered on something else': {
    lines: [
      ...cited,
      report,
      says('D', 'firm', 'We value our staff', '2025-03-05'),
      says('W', 'other', 'Halden is in trouble', '2025-03-06'),
      link('D rebuts R', { response: 'elsewhere' }),
      link('W relies_on R'),
    ],
    told: {
      W: [
        'disputed [R]',
        'It relies on what Daily Post asserted (“Halden shut two plants”, 3 March 2025), which the party it is about answered on another point.',
        '이 주장이 근거로 삼은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)에 대해 당사자가 다른 대목을 들어 답했습니다.',
      ],
    },
  },
  'what it relies on was answered on something else, and contradicted by others': {
    lines: [
      ...cited,
      report,
      says('D', 'firm', 'We value our staff', '2025-03-05'),
      says('X', 'other', 'One plant was shut', '2025-03-06'),
      says('W', 'other', 'Halden is in trouble', '2025-03-06'),
      link('D rebuts R', { response: 'elsewhere' }),
      link('X rebuts R'),
      link('W relies_on R'),
    ],
    told: {
      W: [
        'disputed [R]',
        'It relies on what Daily Post asserted (“Halden shut two plants”, 3 March 2025), which is itself disputed.',
        '이 주장이 근거로 삼은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)이 ‘주장 엇갈림’ 상태에 있습니다.',
      ],
    },
  },
  'what it relies on contradicts what the company said': {
    lines: [
      ...cited,
      says('D', 'firm', 'We shut no plant', '2025-03-01'),
      report,
      says('W', 'other', 'Halden is in trouble', '2025-03-06'),
      link('R rebuts D'),
      link('W relies_on R'),
    ],
    told: {
      R: [
        'denied [D]',
        'This contradicts what Halden, whom this is about, asserted (“We shut no plant”, 1 March 2025); no withdrawal by Daily Post is on record.',
        '이 주장은 당사자인 할덴이 내놓은 주장(“We shut no plant”, 2025년 3월 1일)과 맞서 있으며, 데일리 포스트의 철회 기록은 없습니다.',
      ],
      W: [
        'disputed [R]',
        'It relies on what Daily Post asserted (“Halden shut two plants”, 3 March 2025), which is itself denied or contested by the party it is about.',
        '이 주장이 근거로 삼은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)이 ‘당사자 답변·이의’ 상태에 있습니다.',
      ],
    },
  },
}
