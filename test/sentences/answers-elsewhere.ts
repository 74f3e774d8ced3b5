import { cast, link, says } from './dispute-lines.ts'
import type { Dispute } from './disputes.ts'

const paperAndFirm = [
  ...cast('paper', 'firm', 'other', 'court'),
  says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
]
const elsewhere = { response: 'elsewhere' }

/** Answers to something else, and claims that were answered: who said what against whom. */
export const answersElsewhere: Readonly<Record<string, Dispute>> = {
  'an answer to something else': {
    lines: [
      ...paperAndFirm,
      says('D', 'firm', 'We value our staff', '2025-03-05'),
      link('D rebuts R', elsewhere),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, answered on another point: “We value our staff” (5 March 2025); on the claim itself no answer by Halden is on record.',
        '당사자인 할덴이 2025년 3월 5일 다른 대목에 대해 “We value our staff”라고 답했으며, 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
      D: [
        'disputed [R]',
        'This answers on another point what Daily Post asserted (“Halden shut two plants”, 3 March 2025); it is unresolved on record.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)에 대해 다른 대목을 들어 답하고 있으며, 기록상 결론이 나지 않았습니다.',
      ],
    },
  },
  'a third party answers something else': {
    lines: [
      ...paperAndFirm,
      says('X', 'other', 'We cannot say', '2025-03-05'),
      link('X rebuts R', elsewhere),
    ],
    told: {
      R: [
        'disputed [X]',
        'Evening News answered on another point: “We cannot say” (5 March 2025); it is unresolved on record. On the claim itself no answer by Halden is on record.',
        '이브닝 뉴스가 2025년 3월 5일 다른 대목에 대해 “We cannot say”라고 답했으며, 기록상 결론이 나지 않았습니다. 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
      X: [
        'disputed [R]',
        'This answers on another point what Daily Post asserted (“Halden shut two plants”, 3 March 2025); it is unresolved on record. On the claim itself no answer by Halden is on record.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)에 대해 다른 대목을 들어 답하고 있으며, 기록상 결론이 나지 않았습니다. 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
    },
  },
  'a third party contests the grounds of something else': {
    lines: [
      ...paperAndFirm,
      says('X', 'other', 'The list is of 2019', '2025-03-05', { about: [] }),
      link('X undercuts R', elsewhere),
    ],
    told: {
      R: [
        'countered [X]',
        'Evening News answered on another point: “The list is of 2019” (5 March 2025); no answer that stands is on record.',
        '이브닝 뉴스가 2025년 3월 5일 다른 대목에 대해 “The list is of 2019”라고 답했으며, 유효한 재반박은 기록에 없습니다.',
      ],
      X: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'a demand': {
    lines: [
      ...paperAndFirm,
      says('D', 'firm', 'Withdraw this report at once', '2025-03-05'),
      link('D undercuts R', elsewhere),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, answered on another point: “Withdraw this report at once” (5 March 2025); on the claim itself no answer by Halden is on record.',
        '당사자인 할덴이 2025년 3월 5일 다른 대목에 대해 “Withdraw this report at once”라고 답했으며, 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
      D: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'somebody says that a denial does not address the report': {
    lines: [
      ...paperAndFirm,
      says('D', 'firm', 'Sales did not fall', '2025-03-05'),
      says('N', 'other', 'The denial speaks of sales', '2025-03-06', { about: [] }),
      link('D rebuts R'),
      link('N undercuts link', { to: { link: 'D rebuts R' } }),
    ],
    told: {
      R: [
        'answered [D]',
        'Halden, whom this is about, denied this (“Sales did not fall”, 5 March 2025); that was held by Evening News not to address it.',
        '당사자인 할덴이 2025년 3월 5일 “Sales did not fall”이라고 부인했으나, 이브닝 뉴스는 그 반론이 이 주장에 해당하지 않는다고 보았습니다.',
      ],
      D: [
        'answered [R]',
        'This contradicts what Daily Post asserted (“Halden shut two plants”, 3 March 2025), but Evening News held that it does not address that.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)과 맞서 있으나, 이브닝 뉴스는 이 주장이 그에 대한 답이 되지 않는다고 보았습니다.',
      ],
      N: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'a ruling says what was answered elsewhere': {
    lines: [
      ...paperAndFirm,
      says('D', 'firm', 'We value our staff', '2025-03-05'),
      says('J', 'court', 'Halden did shut two plants', '2025-06-01', { kind: 'ruling' }),
      link('D rebuts R', elsewhere),
      link('J restates R'),
    ],
    told: {
      R: [
        'ruled_for [J]',
        'District Court found so on 1 June 2025 (Report): “Halden did shut two plants”.',
        '지방법원이 2025년 6월 1일(Report) “Halden did shut two plants”라고 판단하여 이를 인정했습니다.',
      ],
      D: [
        'ruled_against [J]',
        'District Court found so on 1 June 2025 (Report) of the claim that this answers on another point: “Halden did shut two plants”.',
        '지방법원이 2025년 6월 1일(Report) “Halden did shut two plants”라고 판단하여 이 주장이 다른 대목을 들어 답하고 있는 주장을 인정했습니다.',
      ],
      J: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'a ruling speaks of something else': {
    lines: [
      ...paperAndFirm,
      says('J', 'court', 'Halden owes its staff notice', '2025-06-01', { kind: 'ruling' }),
      link('J rebuts R', elsewhere),
    ],
    told: {
      R: [
        'ruled_against [J]',
        'District Court ruled on another point on 1 June 2025 (Report): “Halden owes its staff notice”.',
        '지방법원이 2025년 6월 1일(Report) “Halden owes its staff notice”라고 판단하여 다른 대목에 대한 결론을 냈습니다.',
      ],
      J: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
}
