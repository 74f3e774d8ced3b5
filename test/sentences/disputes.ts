import { cast, link, says, withdraws } from './dispute-lines.ts'

/** Where a claim stands: status and cites, and the sentence in English and in Korean. */
type Told = readonly [standing: string, en: string, ko: string]

export interface Dispute {
  readonly lines: readonly object[]
  /** Null if the record is refused. */
  readonly told: Readonly<Record<string, Told>> | null
}

/** What two dozen disputes read like. */
export const disputes: Readonly<Record<string, Dispute>> = {
  'a journal retracts a paper against its author’s will': {
    lines: [
      ...cast('ames', 'journal', 'blog'),
      says('A', 'ames', 'Alloy X is half as strong again', '2024-02-01', { about: [] }),
      says('J', 'journal', 'The data behind the paper cannot be relied on', '2025-01-10', {
        about: [],
      }),
      says('W', 'blog', 'Alloy X will replace steel', '2024-03-01', { about: [], kind: 'opinion' }),
      link('J undercuts A'),
      link('W relies_on A'),
    ],
    told: {
      A: [
        'countered [J]',
        'Journal of Alloys countered this: “The data behind the paper cannot be relied on” (10 January 2025); no answer that stands is on record.',
        '합금 학회지가 2025년 1월 10일 “The data behind the paper cannot be relied on”이라며 반론을 제기했으며, 유효한 재반박은 기록에 없습니다.',
      ],
      J: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
      W: [
        'basis_lost [A]',
        'It relies on what Dr Ames asserted (“Alloy X is half as strong again”, 1 February 2024), which was countered by Journal of Alloys.',
        '이 주장이 근거로 삼은 에임스 박사의 주장(“Alloy X is half as strong again”, 2024년 2월 1일)은 합금 학회지의 반론으로 반박되었습니다.',
      ],
    },
  },
  'its author retracts it': {
    lines: [
      ...cast('ames', 'blog'),
      says('A', 'ames', 'Alloy X is half as strong again', '2024-02-01', { about: [] }),
      says('W', 'blog', 'Alloy X will replace steel', '2024-03-01', { about: [], kind: 'opinion' }),
      link('W relies_on A'),
      withdraws('A', '2025-01-12'),
    ],
    told: {
      A: [
        'withdrawn',
        'Dr Ames withdrew this on 12 January 2025.',
        '에임스 박사가 2025년 1월 12일 이를 철회했습니다.',
      ],
      W: [
        'basis_lost [A]',
        'It relies on what Dr Ames asserted (“Alloy X is half as strong again”, 1 February 2024), which Dr Ames withdrew on 12 January 2025.',
        '에임스 박사가 2025년 1월 12일 이 주장이 근거로 삼은 자신의 주장(“Alloy X is half as strong again”, 2024년 2월 1일)을 철회했습니다.',
      ],
    },
  },
  'an appeal takes a judgment away and finds nothing itself': {
    lines: [
      ...cast('paper', 'firm', 'court', 'appeal'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('J', 'court', 'Halden did shut two plants', '2025-06-01', { kind: 'ruling' }),
      says('K', 'appeal', 'The judgment is set aside', '2025-09-01', { kind: 'ruling' }),
      link('J restates R'),
      link('K undercuts J'),
    ],
    told: {
      R: [
        'unchallenged',
        'No answer is on record; that is not confirmation. District Court’s ruling that found so was set aside or suspended by Court of Appeal on 1 September 2025.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다. 이를 인정했던 지방법원의 판단은 2025년 9월 1일 항소법원이 취소하거나 정지했습니다.',
      ],
      J: [
        'ruled_against [K]',
        'Court of Appeal set aside or suspended this on 1 September 2025 (Report): “The judgment is set aside”.',
        '항소법원이 2025년 9월 1일(Report) “The judgment is set aside”라고 판단하여 이를 취소하거나 정지했습니다.',
      ],
      K: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'an appeal finds otherwise': {
    lines: [
      ...cast('paper', 'firm', 'court', 'appeal'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('J', 'court', 'Halden did shut two plants', '2025-06-01', { kind: 'ruling' }),
      says('K', 'appeal', 'Halden shut no plant; the judgment is set aside', '2025-09-01', {
        kind: 'ruling',
      }),
      link('J restates R'),
      link('K undercuts J'),
      link('K rebuts R'),
    ],
    told: {
      R: [
        'ruled_against [K]',
        'Court of Appeal found otherwise on 1 September 2025 (Report): “Halden shut no plant; the judgment is set aside”. District Court’s ruling that found so was set aside or suspended by Court of Appeal on 1 September 2025.',
        '항소법원이 2025년 9월 1일(Report) “Halden shut no plant; the judgment is set aside”라고 판단하여 이와 다른 결론을 냈습니다. 이를 인정했던 지방법원의 판단은 2025년 9월 1일 항소법원이 취소하거나 정지했습니다.',
      ],
      J: [
        'ruled_against [K]',
        'Court of Appeal set aside or suspended this on 1 September 2025 (Report): “Halden shut no plant; the judgment is set aside”.',
        '항소법원이 2025년 9월 1일(Report) “Halden shut no plant; the judgment is set aside”라고 판단하여 이를 취소하거나 정지했습니다.',
      ],
      K: [
        'unchallenged',
        'No answer is on record; that is not confirmation. This set aside or suspended District Court’s ruling that found otherwise.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다. 이 판단에 따라 이와 다른 결론을 냈던 지방법원의 판단이 취소되거나 정지되었습니다.',
      ],
    },
  },
  'a company corrects a figure': {
    lines: [
      ...cast('firm', 'other'),
      says('F', 'firm', 'Sales rose by 25 percent', '2025-02-01'),
      says('G', 'firm', 'Sales rose by 14 percent', '2025-02-20'),
      says('W', 'other', 'Halden grows faster than anyone', '2025-02-02'),
      link('G supersedes F'),
      link('W relies_on F'),
    ],
    told: {
      F: [
        'corrected [G]',
        'Halden replaced this on 20 February 2025 with “Sales rose by 14 percent”.',
        '할덴이 2025년 2월 20일 이를 “Sales rose by 14 percent”로 대체했습니다.',
      ],
      G: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
      W: [
        'basis_lost [F]',
        'It relies on what Halden asserted (“Sales rose by 25 percent”, 1 February 2025), which Halden corrected on 20 February 2025.',
        '할덴이 2025년 2월 20일 이 주장이 근거로 삼은 자신의 주장(“Sales rose by 25 percent”, 2025년 2월 1일)을 정정했습니다.',
      ],
    },
  },
  'a company corrects a slip of the pen': {
    lines: [
      ...cast('firm', 'other'),
      says('F', 'firm', 'Sales rose by 25 pecrent', '2025-02-01'),
      says('G', 'firm', 'Sales rose by 25 percent', '2025-02-20'),
      says('W', 'other', 'Halden grows faster than anyone', '2025-02-02'),
      link('G supersedes F', { change: 'wording' }),
      link('W relies_on F'),
    ],
    told: {
      F: [
        'corrected [G]',
        'Halden put this in other words on 20 February 2025: “Sales rose by 25 percent”.',
        '할덴이 2025년 2월 20일 이 주장의 표현을 “Sales rose by 25 percent”로 고쳤습니다.',
      ],
      G: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
      W: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'somebody not named is denied': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', null, 'Halden shut two plants', '2025-03-03'),
      says('D', 'firm', 'We shut no plant', '2025-03-04'),
      link('D rebuts R'),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, denied it: “We shut no plant” (4 March 2025); it is unresolved on record.',
        '당사자인 할덴이 2025년 3월 4일 “We shut no plant”라고 부인했으며, 기록상 결론이 나지 않았습니다.',
      ],
      D: [
        'disputed [R]',
        'This contradicts what a speaker who is not named asserted (“Halden shut two plants”, 3 March 2025); neither side has given way on record.',
        '이 주장은 이름이 밝혀지지 않은 발언자의 주장(“Halden shut two plants”, 2025년 3월 3일)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다.',
      ],
    },
  },
  'a denial that touches the scope': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'firm', 'Our main plant was not shut', '2025-03-04'),
      link('D rebuts R', { aspect: 'scope' }),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, answered on the scope: “Our main plant was not shut” (4 March 2025); on the claim itself no answer by Halden is on record.',
        '당사자인 할덴이 2025년 3월 4일 범위에 대해 “Our main plant was not shut”이라고 답했으며, 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
      D: [
        'disputed [R]',
        'This answers on the scope what Daily Post asserted (“Halden shut two plants”, 3 March 2025); it is unresolved on record.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)에 대해 범위를 들어 답하고 있으며, 기록상 결론이 나지 않았습니다.',
      ],
    },
  },
  'a concession of the narrower claim': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('Q', 'paper', 'Halden shut the plant at Moss', '2025-03-03'),
      says('D', 'firm', 'We shut no plant', '2025-03-04'),
      says('A', 'firm', 'Moss was shut, and nothing else', '2025-05-01'),
      link('D rebuts R'),
      link('D rebuts Q'),
      link('A concedes Q'),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, whom this is about, denied it: “We shut no plant” (4 March 2025); no withdrawal by Daily Post is on record.',
        '당사자인 할덴이 2025년 3월 4일 “We shut no plant”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
      ],
      Q: [
        'admitted [A]',
        'Halden, whom this is about, confirmed this on 1 May 2025: “Moss was shut, and nothing else”.',
        '당사자인 할덴이 2025년 5월 1일 “Moss was shut, and nothing else”라며 이를 인정했습니다.',
      ],
      D: [
        'disputed [R]',
        'This contradicts what Daily Post asserted (“Halden shut two plants”, 3 March 2025); it is unresolved on record. Halden conceded on 1 May 2025 what Daily Post asserted (“Halden shut the plant at Moss”, 3 March 2025), which this opposed: “Moss was shut, and nothing else”.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)과 맞서 있으며, 기록상 결론이 나지 않았습니다. 할덴이 2025년 5월 1일 “Moss was shut, and nothing else”라며 이와 맞서던 데일리 포스트의 주장(“Halden shut the plant at Moss”, 2025년 3월 3일)을 인정했습니다.',
      ],
      A: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'no comment': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'firm', 'We do not comment on reports', '2025-03-04'),
      link('D qualifies R', { response: 'declines' }),
    ],
    told: {
      R: [
        'unchallenged',
        'Halden, whom this is about, declined to comment (“We do not comment on reports”, 4 March 2025); nobody contradicts it on record.',
        '당사자인 할덴이 2025년 3월 4일 “We do not comment on reports”라며 논평을 거부했으며, 이 주장을 반박한 기록은 없습니다.',
      ],
      D: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'two papers rely on one leak, which falls': {
    lines: [
      ...cast('paper', 'firm', 'other', 'leak', 'archive'),
      says('T', 'leak', 'The board resolved to shut two plants', '2025-03-01', { about: [] }),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('B', 'other', 'Two plants of Halden were shut', '2025-03-04'),
      says('U', 'archive', 'The minutes are those of another firm', '2025-03-09', { about: [] }),
      link('R relies_on T'),
      link('B relies_on T'),
      link('U undercuts T'),
    ],
    told: {
      T: [
        'countered [U]',
        'City Archive countered this: “The minutes are those of another firm” (9 March 2025); no answer that stands is on record.',
        '시 기록보관소가 2025년 3월 9일 “The minutes are those of another firm”이라며 반론을 제기했으며, 유효한 재반박은 기록에 없습니다.',
      ],
      R: [
        'basis_lost [T]',
        'It relies on what Leaked Minutes asserted (“The board resolved to shut two plants”, 1 March 2025), which was countered by City Archive.',
        '이 주장이 근거로 삼은 유출된 회의록의 주장(“The board resolved to shut two plants”, 2025년 3월 1일)은 시 기록보관소의 반론으로 반박되었습니다.',
      ],
      B: [
        'basis_lost [T]',
        'It relies on what Leaked Minutes asserted (“The board resolved to shut two plants”, 1 March 2025), which was countered by City Archive.',
        '이 주장이 근거로 삼은 유출된 회의록의 주장(“The board resolved to shut two plants”, 2025년 3월 1일)은 시 기록보관소의 반론으로 반박되었습니다.',
      ],
      U: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'satire taken for news': {
    lines: [
      ...cast('firm', 'other', 'check'),
      says('X', 'other', 'Halden pays in turnips', '2025-04-01'),
      says('V', 'check', 'The text was satire', '2025-04-03', { about: [] }),
      link('V rebuts X'),
    ],
    told: {
      X: [
        'disputed [V]',
        'Check Desk contradicted this: “The text was satire” (3 April 2025); neither side has given way on record. On the claim itself no answer by Halden is on record.',
        '체크데스크가 2025년 4월 3일 “The text was satire”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
      V: [
        'disputed [X]',
        'This contradicts what Evening News asserted (“Halden pays in turnips”, 1 April 2025); neither side has given way on record.',
        '이 주장은 이브닝 뉴스의 주장(“Halden pays in turnips”, 2025년 4월 1일)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다.',
      ],
    },
  },
  'a filing says what the company denied': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'firm', 'We shut no plant', '2025-03-04'),
      says('F', 'firm', 'Two plants were shut in the quarter', '2025-08-01'),
      link('D rebuts R'),
      link('F restates R'),
    ],
    told: {
      R: [
        'admitted [F]',
        'Halden, whom this is about, confirmed this on 1 August 2025: “Two plants were shut in the quarter”.',
        '당사자인 할덴이 2025년 8월 1일 “Two plants were shut in the quarter”라며 이를 인정했습니다.',
      ],
      D: [
        'corrected [F]',
        'Halden confirmed on 1 August 2025 what Daily Post asserted (“Halden shut two plants”, 3 March 2025), which this opposed: “Two plants were shut in the quarter”.',
        '할덴이 2025년 8월 1일 “Two plants were shut in the quarter”라며 이와 맞서던 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)을 확인했습니다.',
      ],
      F: [
        'answered [D]',
        'Another statement by Halden contradicted this (“We shut no plant”, 4 March 2025), which Halden gave up by this.',
        '같은 할덴의 다른 주장(“We shut no plant”, 2025년 3월 4일)과 맞섰으나, 할덴이 이 주장을 내놓으면서 그 반론을 포기했습니다.',
      ],
    },
  },
  'a ruling by somebody who is no body': {
    lines: [
      ...cast('paper', 'firm', 'other'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('J', 'other', 'Our tribunal finds that it is so', '2025-06-01', { kind: 'ruling' }),
      link('J restates R'),
    ],
    told: null,
  },
  'a document is said to be forged': {
    lines: [
      ...cast('paper', 'firm', 'blog'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('U', 'blog', 'The document is a forgery', '2025-03-06', { about: [] }),
      link('U undercuts R'),
    ],
    told: {
      R: [
        'countered [U]',
        'Unsigned Blog countered this: “The document is a forgery” (6 March 2025); no answer that stands is on record.',
        '익명 블로그가 2025년 3월 6일 “The document is a forgery”라며 반론을 제기했으며, 유효한 재반박은 기록에 없습니다.',
      ],
      U: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'one of three companies confirms': {
    lines: [
      ...cast('paper', 'firm', 'nord', 'ost'),
      says('R', 'paper', 'Halden, Nord and Ost fixed prices', '2025-03-03', {
        about: ['firm', 'nord', 'ost'],
      }),
      says('A', 'firm', 'We took part', '2025-05-01'),
      link('A concedes R'),
    ],
    told: {
      R: [
        'unchallenged',
        'Halden, one of three companies it is about, confirmed this on 1 May 2025: “We took part”; nobody contradicts it on record.',
        '대상 기업 3곳 중 하나인 할덴이 2025년 5월 1일 “We took part”라며 이를 인정했으며, 이 주장을 반박한 기록은 없습니다.',
      ],
      A: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'of three companies, one confirms and one denies': {
    lines: [
      ...cast('paper', 'firm', 'nord', 'ost'),
      says('R', 'paper', 'Halden, Nord and Ost fixed prices', '2025-03-03', {
        about: ['firm', 'nord', 'ost'],
      }),
      says('A', 'firm', 'We took part', '2025-05-01'),
      says('N', 'nord', 'We took no part', '2025-05-02', { about: ['nord'] }),
      link('A concedes R'),
      link('N rebuts R'),
    ],
    told: {
      R: [
        'denied [N]',
        'Nord, one of three companies it is about, denied it: “We took no part” (2 May 2025); no withdrawal by Daily Post is on record. Halden, one of three companies it is about, confirmed this on 1 May 2025: “We took part”.',
        '대상 기업 3곳 중 하나인 노르드가 2025년 5월 2일 “We took no part”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다. 대상 기업 3곳 중 하나인 할덴이 2025년 5월 1일 “We took part”라며 이를 인정했습니다.',
      ],
      A: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
      N: [
        'disputed [R]',
        'This contradicts what Daily Post asserted (“Halden, Nord and Ost fixed prices”, 3 March 2025); neither side has given way on record.',
        '이 주장은 데일리 포스트의 주장(“Halden, Nord and Ost fixed prices”, 2025년 3월 3일)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다.',
      ],
    },
  },
  'a spokesperson who left in the year of the denial': {
    lines: [
      ...cast('paper', 'firm', [
        'berg',
        { relation: 'speaks_for', source: 'firm', from: '2020', to: '2025' },
      ]),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'berg', 'We shut no plant', '2025-06-10'),
      link('D rebuts R'),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, through F. Berg, denied it: “We shut no plant” (10 June 2025); no withdrawal by Daily Post is on record.',
        '당사자인 할덴이 F. 베르그를 통해 2025년 6월 10일 “We shut no plant”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
      ],
      D: [
        'disputed [R]',
        'This contradicts what Daily Post asserted (“Halden shut two plants”, 3 March 2025); neither side has given way on record.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다.',
      ],
    },
  },
  'a denied report in better words': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'firm', 'We shut no plant', '2025-03-04'),
      says('N', 'paper', 'Halden has shut two plants', '2025-03-08'),
      link('D rebuts R'),
      link('N supersedes R', { change: 'wording' }),
    ],
    told: {
      R: [
        'corrected [N]',
        'Daily Post put this in other words on 8 March 2025: “Halden has shut two plants”.',
        '데일리 포스트가 2025년 3월 8일 이 주장의 표현을 “Halden has shut two plants”로 고쳤습니다.',
      ],
      D: [
        'disputed [N]',
        'This contradicts what Daily Post asserted (“Halden has shut two plants”, 3 March 2025, reworded since); neither side has given way on record.',
        '이 주장은 데일리 포스트의 주장(“Halden has shut two plants”, 이후 고친 표현, 2025년 3월 3일)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다.',
      ],
      N: [
        'denied [D]',
        'Halden, whom this is about, denied it: “We shut no plant” (4 March 2025); no withdrawal by Daily Post is on record.',
        '당사자인 할덴이 2025년 3월 4일 “We shut no plant”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
      ],
    },
  },
  'a denied report with other content': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'firm', 'We shut no plant', '2025-03-04'),
      says('N', 'paper', 'Halden shut one plant', '2025-03-08'),
      link('D rebuts R'),
      link('N supersedes R'),
    ],
    told: {
      R: [
        'corrected [N]',
        'Daily Post replaced this on 8 March 2025 with “Halden shut one plant”.',
        '데일리 포스트가 2025년 3월 8일 이를 “Halden shut one plant”로 대체했습니다.',
      ],
      D: [
        'answered [R]',
        'This contradicts what Daily Post asserted (“Halden shut two plants”, 3 March 2025), which Daily Post replaced on 8 March 2025.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)과 맞서 있으나, 데일리 포스트가 2025년 3월 8일 그 주장을 다른 주장으로 대체했습니다.',
      ],
      N: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'a concession is taken back': {
    lines: [
      ...cast('paper', 'firm'),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'firm', 'We shut no plant', '2025-03-04'),
      says('A', 'firm', 'Two plants were shut', '2025-05-01'),
      link('D rebuts R'),
      link('A concedes R'),
      withdraws('A', '2025-05-20'),
    ],
    told: {
      R: [
        'answered [D]',
        'Halden, whom this is about, denied this (“We shut no plant”, 4 March 2025) and gave that up by a concession on 1 May 2025, itself withdrawn since.',
        '당사자인 할덴이 2025년 3월 4일 “We shut no plant”라고 부인했으나, 2025년 5월 1일 이 주장을 인정하면서 그 반론을 포기했습니다. 그 인정은 이후 철회되었습니다.',
      ],
      D: [
        'corrected [A]',
        'Halden conceded on 1 May 2025 what Daily Post asserted (“Halden shut two plants”, 3 March 2025), which this opposed: “Two plants were shut”, a concession itself withdrawn since.',
        '할덴이 2025년 5월 1일 “Two plants were shut”이라며 이와 맞서던 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)을 인정했습니다. 그 인정은 이후 철회되었습니다.',
      ],
      A: [
        'withdrawn',
        'Halden withdrew this on 20 May 2025.',
        '할덴이 2025년 5월 20일 이를 철회했습니다.',
      ],
    },
  },
  'an employee contests the grounds of a report': {
    lines: [
      ...cast('paper', 'firm', ['lund', { relation: 'employed_by', source: 'firm' }]),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('U', 'lund', 'The list is a draft', '2025-03-06', { about: [] }),
      link('U undercuts R'),
    ],
    told: {
      R: [
        'disputed [U]',
        'V. Lund contested its grounds: “The list is a draft” (6 March 2025); neither side has given way on record. On the claim itself no answer by Halden is on record.',
        'V. 룬드가 2025년 3월 6일 “The list is a draft”라며 그 근거에 이의를 제기했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
      U: [
        'unchallenged',
        'No answer is on record; that is not confirmation.',
        '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      ],
    },
  },
  'a sister company denies': {
    lines: [
      ...cast(
        'paper',
        'group',
        ['firm', { relation: 'part_of', source: 'group' }],
        ['sister', { relation: 'part_of', source: 'group' }],
      ),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'sister', 'No plant was shut', '2025-03-04'),
      link('D rebuts R'),
    ],
    told: {
      R: [
        'disputed [D]',
        'Halden Rail contradicted this: “No plant was shut” (4 March 2025); neither side has given way on record. On the claim itself no answer by Halden is on record.',
        '할덴철도가 2025년 3월 4일 “No plant was shut”이라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
      D: [
        'disputed [R]',
        'This contradicts what Daily Post asserted (“Halden shut two plants”, 3 March 2025); neither side has given way on record. On the claim itself no answer by Halden is on record.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
      ],
    },
  },
  'the parent company denies': {
    lines: [
      ...cast('paper', 'group', ['firm', { relation: 'part_of', source: 'group' }]),
      says('R', 'paper', 'Halden shut two plants', '2025-03-03'),
      says('D', 'group', 'No plant was shut', '2025-03-04'),
      link('D rebuts R'),
    ],
    told: {
      R: [
        'denied [D]',
        'Halden, through Halden Group, denied it: “No plant was shut” (4 March 2025); no withdrawal by Daily Post is on record.',
        '당사자인 할덴이 할덴그룹을 통해 2025년 3월 4일 “No plant was shut”이라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
      ],
      D: [
        'disputed [R]',
        'This contradicts what Daily Post asserted (“Halden shut two plants”, 3 March 2025); neither side has given way on record.',
        '이 주장은 데일리 포스트의 주장(“Halden shut two plants”, 2025년 3월 3일)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다.',
      ],
    },
  },
}
