import type { Example } from '../../../http/openapi/example.ts'

const report = '019ae1e5-0015-7886-a92a-07cf17fe9dda'
const reportedCut = '019ae1e5-0016-72bc-80b2-26737410feed'
const analystsView = '019ae1e5-0036-7b5f-927e-69a2bd8e6fc3'
const intradayLow = '019ae1e5-003a-74b4-937f-0cf3db307d33'
const denialOfCut = '019ae1e5-005a-771d-b3ca-8c83aadde3fb'
const supportFromCriticism = '019ae1e5-0072-79db-adaa-8f572d34d898'
const supportFromCarlyle = '019ae1e5-0073-74ec-bddc-aa1ce4668210'
const assessorsOfNeptune = '019ae1e5-0014-7771-b5b2-359d0609b40d'
const fallOfApple = '019ae1e5-0041-7381-b05a-935eb908dfd2'
const fallOfAmazon = '019ae1e5-0043-7d4c-be18-e7d6825ef670'
const citationOfFall = '019ae1e5-003e-7fc3-87f6-22318e9175f4'

/** Ids of what the examples add, so that later examples can refer to it. */
const added = {
  source: '019ae1e6-0001-7000-8000-000000000001',
  report: '019ae1e6-0001-7000-8000-000000000002',
  claim: '019ae1e6-0001-7000-8000-000000000003',
  link: '019ae1e6-0001-7000-8000-000000000004',
  story: '019ae1e6-0001-7000-8000-000000000005',
  merge: '019ae1e6-0001-7000-8000-000000000006',
  desk: '019ae1e6-0001-7000-8000-000000000007',
}

const first = '"1"'
const reason = 'Entered twice.'
const same = 'One and the same.'
const closing = {
  at: '2025-12-10',
  reason: 'Said so in its newsletter of that day.',
  citations: [{ report, quote: '매출 목표를 하향 조정' }],
}
const erased = { ground: 'erased' }
const withheld = { ground: 'withheld', statement: 'By order 2026-17 of the Example Court.' }

/** An example of every operation; a test sends each of them to a service with the demo record. */
export const examples: Readonly<Record<string, Example>> = {
  listClaims: { query: { status: 'denied,disputed', about: 'microsoft', sort: 'changed' } },
  getClaim: { path: { id: reportedCut }, query: { lang: 'ko' } },
  listCounterpoints: { path: { id: reportedCut }, query: { depth: '2' } },
  getGraph: { path: { id: reportedCut }, query: { depth: '2' } },
  listClaimDifferences: { query: { about: 'microsoft', from: '124', lang: 'en' } },
  getClaimDiff: { path: { id: reportedCut }, query: { from: '124', lang: 'en' } },
  getAttribution: { path: { id: reportedCut }, query: { lang: 'en' } },
  listStatusHistory: { path: { id: reportedCut } },
  search: { query: { q: '매출 목표', lang: 'ko' } },
  listQuotes: { query: { q: '매출 목표', lang: 'ko' } },
  lookUpPage: { query: { url: 'https://example.com/note?utm_source=letter' } },
  lookUpText: { body: { text: 'MS가 인공지능 제품의 매출 목표를 낮췄다고 한다.' } },
  checkDraft: {
    body: {
      text: '마이크로소프트가 일부 AI 제품 매출 목표를 25~50% 하향 조정했습니다.',
      format: 'text',
    },
  },
  getLink: { path: { id: denialOfCut } },
  listReports: { query: { limit: '10' } },
  getReport: { path: { id: report } },
  listClaimsOfReport: { path: { id: report } },
  listLeftOpen: { path: { id: report } },
  listSources: { query: { kind: 'outlet,analyst' } },
  getSource: { path: { id: 'the-information' } },
  listStories: {},
  getStory: { path: { id: 'ms-ai-sales-targets' }, query: { lang: 'en' } },
  listStoryChanges: {
    path: { id: 'ms-ai-sales-targets' },
    query: { from: '124', lang: 'en' },
  },
  listClaimsOfStory: { path: { id: 'ms-ai-sales-targets' }, query: { lang: 'en' } },
  listEvents: { query: { after: '100', limit: '20' } },
  listStatuses: {},
  listRules: {},
  getRules: { path: { version: '1' } },
  exportRecord: {},
  getHealth: {},
  getReadiness: {},

  createKey: { body: { name: 'The desk', scope: 'edit' } },
  listKeys: { query: { limit: '10' } },
  revokeKey: { path: { id: '$createKey' } },

  addSource: {
    body: {
      id: added.source,
      kind: 'outlet',
      name: 'My Newsroom',
      names: [{ lang: 'ko', name: '우리 뉴스룸' }],
    },
  },
  addReport: {
    body: {
      id: added.report,
      source: added.source,
      kind: 'article',
      url: 'https://example.com/note',
      title: 'What the denial leaves open',
      lang: 'en',
      publishedAt: '2025-12-05',
    },
  },
  addClaim: {
    body: {
      id: added.claim,
      kind: 'fact',
      speaker: added.source,
      about: ['microsoft'],
      text: 'The denial speaks of quotas and the overall target, not of single units',
      lang: 'en',
      assertedAt: '2025-12-05',
      citations: [
        {
          report: added.report,
          quote: 'The denial speaks of quotas and the overall target, not of single units',
        },
      ],
    },
  },
  addLink: {
    body: { id: added.link, relation: 'undercuts', from: added.claim, to: { link: denialOfCut } },
  },
  addStory: {
    body: { id: added.story, title: 'What was denied', claims: [reportedCut, added.claim] },
  },
  fileCounterpoint: {
    path: { id: reportedCut },
    body: {
      relation: 'rebuts',
      aspect: 'scope',
      claim: {
        kind: 'fact',
        speaker: { kind: 'outlet', name: 'The Example Times' },
        about: ['microsoft'],
        text: 'No unit lowered its target',
        lang: 'en',
        assertedAt: '2025-12-06',
      },
      citation: {
        report: { source: '#speaker', kind: 'article', title: 'No unit did', lang: 'en' },
        quote: 'No unit lowered its target',
      },
    },
  },
  citeClaim: {
    path: { id: reportedCut },
    body: { report, quote: 'MS가 판매 목표 재조정에 나선 것으로 보이죠' },
  },
  citeLink: { path: { id: denialOfCut }, body: { report, quote: '목표 하향, 사실 아니다' } },
  importBundle: {
    query: { onError: 'skip' },
    body: [
      '{"type":"bundle","namespace":"my-newsroom"}',
      '{"type":"source","ref":"desk","kind":"outlet","name":"The Desk"}',
      `{"type":"source","ref":"evening","id":"${added.desk}","kind":"outlet","name":"The Evening Issue"}`,
      '{"type":"claim","ref":"N","kind":"opinion","speaker":"desk","about":[],"text":"이르다","lang":"ko","assertedAt":"2025-12"}',
    ].join('\n'),
  },

  mergeReport: {
    path: { id: added.report },
    body: { id: added.merge, into: report, reason: same },
    ifMatch: first,
  },
  getMerge: { path: { id: added.merge } },
  voidMerge: { path: { id: added.merge }, body: { reason: 'They are two.' }, ifMatch: first },
  mergeSource: {
    path: { id: assessorsOfNeptune },
    body: { into: '019ae1e5-0013-7917-8b9e-a3ec0ceb4f84', reason: same },
    ifMatch: first,
  },
  mergeClaim: {
    path: { id: fallOfApple },
    body: { into: fallOfAmazon, reason: same },
    ifMatch: first,
  },
  amendSource: { path: { id: added.source }, body: { aliases: ['MN'] }, ifMatch: first },
  amendReport: { path: { id: added.report }, body: { publishedAt: '2025-12-06' }, ifMatch: '"3"' },
  amendClaim: { path: { id: added.claim }, body: { assertedAt: '2025-12-06' }, ifMatch: first },
  amendLink: { path: { id: added.link }, body: { aspect: 'scope' }, ifMatch: first },
  amendStory: { path: { id: added.story }, body: { claims: [reportedCut] }, ifMatch: first },
  withdrawClaim: { path: { id: analystsView }, body: closing, ifMatch: first },
  voidWithdrawal: { path: { id: analystsView }, body: { reason }, ifMatch: '"2"' },
  endLink: { path: { id: supportFromCarlyle }, body: closing, ifMatch: first },
  voidEnd: { path: { id: supportFromCarlyle }, body: { reason }, ifMatch: '"2"' },
  voidClaim: { path: { id: intradayLow }, body: { reason }, ifMatch: first },
  voidLink: { path: { id: supportFromCriticism }, body: { reason }, ifMatch: first },
  voidCitation: { path: { id: citationOfFall }, body: { reason }, ifMatch: first },
  voidReport: { path: { id: added.report }, body: { reason }, ifMatch: '"4"' },
  voidSource: { path: { id: added.desk }, body: { reason }, ifMatch: first },
  voidStory: { path: { id: added.story }, body: { reason }, ifMatch: '"2"' },
  redactLink: { path: { id: added.link }, body: erased, ifMatch: '"2"' },
  redactClaim: { path: { id: added.claim }, body: withheld, ifMatch: '"2"' },
  redactCitation: { path: { id: citationOfFall }, body: withheld, ifMatch: '"2"' },
  redactReport: { path: { id: added.report }, body: withheld, ifMatch: '"5"' },
  redactSource: { path: { id: added.source }, body: erased, ifMatch: '"2"' },
  redactStory: { path: { id: added.story }, body: erased, ifMatch: '"3"' },
}
