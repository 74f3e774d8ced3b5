import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { Part } from './prose.tsx'

interface DataWords {
  readonly title: string
  readonly lead: string
  readonly parts: readonly Part[]
  readonly terms: string
}

/** How to get the record as data. */
export const dataWords: Readonly<Record<DisplayLanguage, DataWords>> = {
  en: {
    title: 'The record as data',
    lead: 'Everything that pages show can be had as data, without a key.',
    parts: [
      {
        title: 'One claim or story',
        paragraphs: [
          [
            'Its address answers programs, too: add .jsonld, or ask for application/json or application/ld+json; a claim also answers text/plain, and .bib, .ris and .csl.json cite it.',
          ],
        ],
      },
      {
        title: 'Lists',
        paragraphs: [
          [
            ['/v1/claims', '/v1/claims'],
            ' takes the same filters as ',
            ['the page of claims', '/claims'],
            ', and counts by status, speaker, subject, year, language, story and kind. ',
            ['The reference', '/docs'],
            ' describes every address; ',
            ['the OpenAPI document', '/openapi.json'],
            ' makes a client of it.',
          ],
        ],
      },
      {
        title: 'The whole record',
        paragraphs: [
          [
            ['/v1/export', '/v1/export'],
            ' sends all of it as it is at one moment, one object a line (NDJSON). With ',
            ['the rules', '/rules'],
            ' that is enough to compute every status again.',
          ],
        ],
      },
      {
        title: 'Every change',
        paragraphs: [
          [
            ['/v1/events', '/v1/events'],
            ' lists the events of the record, numbered without a gap. Ask for those after the last number that you have. They name what changed and hold no words of the record.',
          ],
        ],
      },
      {
        title: 'In your own page',
        paragraphs: [
          [
            ['The builder', '/embed'],
            ' makes a card of any claim or story. Programs that know oEmbed make one of its address alone.',
          ],
        ],
      },
    ],
    terms: 'Terms',
  },
  ko: {
    title: '데이터로 받는 기록',
    lead: '페이지에 보이는 것은 모두 키 없이 데이터로 받을 수 있습니다.',
    parts: [
      {
        title: '주장이나 사안 하나',
        paragraphs: [
          [
            '페이지의 주소가 프로그램에도 답합니다. 주소 끝에 .jsonld를 붙이거나 application/json, application/ld+json을 요청하면 됩니다. 주장은 text/plain으로도 답하며, .bib, .ris, .csl.json으로 인용 정보를 받을 수 있습니다.',
          ],
        ],
      },
      {
        title: '목록',
        paragraphs: [
          [
            ['/v1/claims', '/v1/claims'],
            '는 ',
            ['주장 목록 페이지', '/claims'],
            '와 같은 조건을 받고, 상태·발언자·대상·연도·언어·사안·종류별로 셉니다. 주소마다의 설명은 ',
            ['API 문서', '/docs'],
            '에 있으며, ',
            ['OpenAPI 명세', '/openapi.json'],
            '로 클라이언트를 만들 수 있습니다.',
          ],
        ],
      },
      {
        title: '기록 전체',
        paragraphs: [
          [
            ['/v1/export', '/v1/export'],
            '는 한 시점의 기록 전체를 한 줄에 하나씩(NDJSON) 보냅니다. 여기에 ',
            ['규칙', '/rules'],
            '만 더하면 모든 상태를 다시 계산할 수 있습니다.',
          ],
        ],
      },
      {
        title: '변경 내역',
        paragraphs: [
          [
            ['/v1/events', '/v1/events'],
            '는 기록의 모든 사건을 빠짐없이 번호를 매겨 보여 줍니다. 마지막으로 받은 번호 다음부터 요청하면 됩니다. 무엇이 바뀌었는지만 담고, 기록된 말은 담지 않습니다.',
          ],
        ],
      },
      {
        title: '다른 페이지에 넣기',
        paragraphs: [
          [
            ['카드 만들기', '/embed'],
            '에서 주장이나 사안의 카드를 만들 수 있습니다. oEmbed를 지원하는 프로그램은 주소만으로 카드를 만듭니다.',
          ],
        ],
      },
    ],
    terms: '이용 조건',
  },
}
