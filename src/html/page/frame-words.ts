import type { DisplayLanguage } from '../../domain/display-language.ts'

interface FrameWords {
  readonly skip: string
  readonly find: string
  readonly search: string
  readonly ways: string
  readonly claims: string
  readonly about: string
  readonly rules: string
  readonly data: string
  readonly reference: string
  readonly problems: string
  readonly terms: string
}

/** The words around every page. */
export const frameWords: Readonly<Record<DisplayLanguage, FrameWords>> = {
  en: {
    skip: 'To the content',
    find: 'Search claims',
    search: 'Search',
    ways: 'Pages',
    claims: 'Claims',
    about: 'About',
    rules: 'Rules',
    data: 'Data',
    reference: 'API reference',
    problems: 'What the problems mean',
    terms: 'Terms of the data',
  },
  ko: {
    skip: '본문으로',
    find: '기록된 주장 검색',
    search: '검색',
    ways: '페이지',
    claims: '주장',
    about: '이 기록에 대하여',
    rules: '규칙',
    data: '데이터',
    reference: 'API 문서',
    problems: '오류의 뜻',
    terms: '데이터 이용 조건',
  },
}
