import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { FacetName } from '../../../domain/facets.ts'
import type { ClaimQuery } from '../../../queries/claim-filters.ts'
import type { ClaimSort } from '../../../store/claim-order.ts'

export type FilterName = keyof ClaimQuery

interface ListWords {
  readonly title: string
  readonly intro: string
  readonly words: string
  readonly search: string
  readonly moreFilters: string
  readonly apply: string
  readonly filters: Readonly<Record<FilterName, string>>
  readonly any: string
  readonly answers: Readonly<Record<'leftOpen' | 'answered', readonly [yes: string, no: string]>>
  readonly name: string
  readonly date: string
  readonly inForce: string
  readonly remove: string
  readonly removeAll: string
  readonly count: (count: string, isOne: boolean) => string
  readonly onRecord: (count: string, isOne: boolean) => string
  readonly upTo: (seq: string) => string
  readonly sorts: Readonly<Record<ClaimSort, string>>
  readonly sortedBy: string
  readonly newestInstead: string
  readonly narrow: string
  readonly facets: Readonly<Record<FacetName, string>>
  readonly moreValues: (count: number) => string
  readonly others: (count: string) => string
  readonly countsOfFirst: string
  readonly none: string
  readonly noneAbout: (q: string) => string
  readonly meant: string
  readonly noneHelp: string
  readonly all: string
  readonly pages: string
  readonly next: string
  readonly previous: string
  readonly faults: string
  readonly faultsIgnored: string
  readonly faultsStop: string
  readonly without: string
  readonly asData: string
}

/** The words of the page of claims. */
export const listWords: Readonly<Record<DisplayLanguage, ListWords>> = {
  en: {
    title: 'Claims on record',
    intro: 'Who said it, who answered, and where it stands because of that.',
    words: 'Words, names, “phrases”',
    search: 'Search',
    moreFilters: 'More filters',
    apply: 'Show the claims',
    filters: {
      q: 'Words',
      status: 'Where it stands',
      group: 'Standing, in short',
      kind: 'Kind',
      leftOpen: 'Left open by the parties’ answers',
      answered: 'Anybody answered',
      source: 'Who said it',
      about: 'Whom it is about',
      report: 'Cited from the report',
      story: 'Part of the story',
      textLang: 'Language of its words',
      assertedFrom: 'Said on this day or later',
      assertedTo: 'Said on this day or earlier',
      tz: 'Time zone of these days',
      changedSince: 'Standing changed since',
      responseFrom: 'Answered by',
      role: 'Answered as',
      rating: 'Rated by a fact-checker',
      quotedSource: 'Cited from reports of',
      sort: 'Order',
    },
    any: 'either',
    answers: {
      leftOpen: ['Something is left open', 'Nothing is left open'],
      answered: ['Answered', 'No answer on record'],
    },
    name: 'Name',
    date: '2025-12-03',
    inForce: 'Filters in force',
    remove: 'Remove',
    removeAll: 'Remove all filters',
    count: (count, isOne) => (isOne ? '1 claim matches' : `${count} claims match`),
    onRecord: (count, isOne) => (isOne ? '1 claim on record' : `${count} claims on record`),
    upTo: (seq) => `Counted up to event ${seq}.`,
    sorts: {
      relevance: 'Best match',
      newest: 'Newest claim',
      changed: 'Last change of standing',
      most_countered: 'Most counterpoints',
    },
    sortedBy: 'Order',
    newestInstead:
      'Very many claims have these words, so that none matches better than the rest: the newest come first.',
    narrow: 'Narrow down',
    facets: {
      status: 'Where it stands',
      speaker: 'Who said it',
      subject: 'Whom it is about',
      year: 'Year',
      language: 'Language',
      story: 'Story',
      kind: 'Kind',
    },
    moreValues: (count) => `${count} more`,
    others: (count) => `and ${count} others`,
    countsOfFirst: 'Counts stop at 10,000 claims: so many at least have each value.',
    none: 'No claim on record matches.',
    noneAbout: (q) => `No claim on record matches ${q}.`,
    meant: 'Did you mean',
    noneHelp:
      'The search looks for all the words together, in claims and in the names of who said them and whom they are about; it does not look into quotes. Take a filter away, or use fewer words. That nothing is found here does not mean that nothing was said.',
    all: 'All claims on record',
    pages: 'Pages of the list',
    next: 'Next page',
    previous: 'Previous page',
    faults: 'A part of this address was not understood',
    faultsIgnored: 'The list below goes without it.',
    faultsStop:
      'Without it, the list would show other claims than you asked for, so none is shown.',
    without: 'Show the list without it',
    asData: 'This list as data (JSON)',
  },
  ko: {
    title: '기록된 주장',
    intro: '누가 말했고, 누가 답했으며, 그래서 지금 어떤 상태인지 봅니다.',
    words: '낱말, 이름, “구절”',
    search: '검색',
    moreFilters: '조건 더 보기',
    apply: '주장 보기',
    filters: {
      q: '검색어',
      status: '상태',
      group: '상태 묶음',
      kind: '종류',
      leftOpen: '당사자가 답하지 않은 대목',
      answered: '답변 여부',
      source: '발언자',
      about: '대상',
      report: '인용된 문서',
      story: '사안',
      textLang: '원문 언어',
      assertedFrom: '발언일(부터)',
      assertedTo: '발언일(까지)',
      tz: '발언일 시간대',
      changedSince: '상태가 바뀐 날(이후)',
      responseFrom: '답한 쪽',
      role: '답한 자격',
      rating: '팩트체크 판정',
      quotedSource: '인용된 문서의 발행처',
      sort: '정렬',
    },
    any: '상관없음',
    answers: {
      leftOpen: ['답변이 없는 대목이 있음', '답변이 없는 대목이 없음'],
      answered: ['답변 있음', '답변 기록 없음'],
    },
    name: '이름',
    date: '2025-12-03',
    inForce: '적용한 조건',
    remove: '빼기',
    removeAll: '조건 모두 빼기',
    count: (count) => `조건에 맞는 주장 ${count}건`,
    onRecord: (count) => `기록된 주장 ${count}건`,
    upTo: (seq) => `${seq}번 사건까지 센 값입니다.`,
    sorts: {
      relevance: '관련도순',
      newest: '최근 발언순',
      changed: '최근 상태 변경순',
      most_countered: '반론 많은 순',
    },
    sortedBy: '정렬',
    newestInstead:
      '이 검색어가 들어간 주장이 매우 많아 관련도를 가리지 않고 최근 발언부터 보여 줍니다.',
    narrow: '좁혀 보기',
    facets: {
      status: '상태',
      speaker: '발언자',
      subject: '대상',
      year: '연도',
      language: '언어',
      story: '사안',
      kind: '종류',
    },
    moreValues: (count) => `${count}개 더 보기`,
    others: (count) => `그 밖에 ${count}개`,
    countsOfFirst: '10,000건까지만 세었습니다. 값마다 적어도 이만큼 있습니다.',
    none: '조건에 맞는 주장이 기록에 없습니다.',
    noneAbout: (q) => `${q}에 맞는 주장이 기록에 없습니다.`,
    meant: '혹시 찾으시는 것:',
    noneHelp:
      '주장의 본문과 발언자·대상의 이름에서 모든 낱말을 함께 찾습니다. 인용문은 찾지 않습니다. 조건을 하나 빼거나 낱말을 줄여 보십시오. 여기서 찾지 못했다고 해서 그런 말이 없었다는 뜻은 아닙니다.',
    all: '기록된 주장 모두 보기',
    pages: '쪽 이동',
    next: '다음 쪽',
    previous: '이전 쪽',
    faults: '주소의 일부를 이해하지 못했습니다',
    faultsIgnored: '아래 목록은 그 부분을 빼고 만든 것입니다.',
    faultsStop: '그 부분을 빼면 요청과 다른 주장이 나오므로 목록을 보이지 않습니다.',
    without: '그 부분을 빼고 목록 보기',
    asData: '이 목록을 데이터로 보기(JSON)',
  },
}
