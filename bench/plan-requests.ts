import { z } from 'zod'
import { withClient, type Dataset } from './data.ts'

export interface PlannedRequest {
  readonly path: string
  readonly body?: object
}

/** Targets for every request in a record: something big, something small, something old. */
interface Subjects {
  readonly claim: string
  readonly denied: string
  readonly hub: string
  /** It replaces another claim. */
  readonly replacing: string
  readonly bigSource: string
  readonly smallSource: string
  readonly bigSubject: string
  readonly report: string
  readonly reportUrl: string
  readonly story: string
  readonly link: string
  readonly text: string
  readonly rareWord: string
  readonly rareKoreanWord: string
  readonly pastSeq: number
  readonly lastSeq: number
}

const subjects = `
  select
    (select id from claim where status = 'unchallenged' order by shown_seq desc offset 5 limit 1) as claim,
    (select id from claim where status = 'denied' order by shown_seq desc offset 5 limit 1) as denied,
    (select id from claim order by countered_by desc limit 1) as hub,
    (select from_claim from link where relation = 'supersedes' and not is_void and ended_at is null
      order by shown_seq desc offset 5 limit 1) as replacing,
    (select slug from source where id = (
      select speaker_id from claim group by 1 order by count(*) desc limit 1)) as "bigSource",
    (select slug from source where id = (
      select speaker_id from claim group by 1 order by count(*) limit 1)) as "smallSource",
    (select slug from source where id = (
      select source_id from claim_about group by 1 order by count(*) desc limit 1)) as "bigSubject",
    report.id as report, url.body as "reportUrl",
    (select id from story order by recorded_at desc limit 1) as story,
    (select id from link where relation = 'rebuts' order by shown_seq desc limit 1) as link,
    text.body as text,
    (select substring(body from '\\m((?:[zvkjxwyg][aeiou]){3})\\M') from words
      where field = '/text' and body ~ '\\m(?:[zvkjxwyg][aeiou]){3}\\M' order by seq desc limit 1) as "rareWord",
    (select substring(body from '^([가-힣]{3}) ') from words
      where field = '/text' and body ~ '^[가-힣]{3} ' order by seq desc limit 1) as "rareKoreanWord",
    (select seq / 2 from record_head)::integer as "pastSeq",
    (select seq from record_head)::integer as "lastSeq"
  from (select * from report order by recorded_at desc limit 1) as report
  join words as url on url.seq = report.content_seq and url.field = '/url'
  cross join (
    select body from words where field = '/text' order by seq desc limit 1
  ) as text`

const row = z.object({
  claim: z.string(),
  denied: z.string(),
  hub: z.string(),
  replacing: z.string(),
  bigSource: z.string(),
  smallSource: z.string(),
  bigSubject: z.string(),
  report: z.string(),
  reportUrl: z.string(),
  story: z.string(),
  link: z.string(),
  text: z.string(),
  rareWord: z.string(),
  rareKoreanWord: z.string(),
  pastSeq: z.number(),
  lastSeq: z.number(),
}) satisfies z.ZodType<Subjects>

/** Every kind of read: all filters and sorts of the lists, alone and in common combinations. */
export async function plannedRequests({ adminUrl }: Dataset): Promise<PlannedRequest[]> {
  const found = row.parse(
    await withClient(adminUrl, async (client) => (await client.query(subjects)).rows[0]),
  )
  return [...claimReads(found), ...claimLists(found), ...otherReads(found)]
}

function claimReads({ claim, denied, hub, replacing, lastSeq }: Subjects): PlannedRequest[] {
  return [claim, denied, hub, replacing].flatMap((id) =>
    ['', '/counterpoints', '/counterpoints?depth=5', '/history', '/graph', '/graph?depth=5']
      .filter((path) => id !== hub || !path.includes('='))
      .flatMap((path) => {
        const whole = `/v1/claims/${id}${path}`
        const asOf = `${whole}${path.includes('?') ? '&' : '?'}asOf=${lastSeq - 100}`
        const isThere = id === hub && path !== '/history'
        return isThere ? [{ path: whole }, { path: asOf }] : [{ path: whole }]
      }),
  )
}

const statuses = ['unchallenged', 'denied', 'countered', 'ruled_against', 'withdrawn', 'ruled_for']

function claimLists(found: Subjects): PlannedRequest[] {
  const { bigSource, smallSource, bigSubject, report, story, rareWord, rareKoreanWord } = found
  const filters = [
    '',
    ...statuses.map((status) => `status=${status}`),
    'group=does_not_stand',
    'group=open',
    ...['fact', 'ruling', 'opinion'].map((kind) => `kind=${kind}`),
    'textLang=ko',
    'textLang=fr',
    `source=${bigSource}`,
    `source=${smallSource}`,
    `about=${bigSubject}`,
    `about=${smallSource}`,
    `report=${report}`,
    `story=${story}`,
    `responseFrom=${bigSource}`,
    `responseFrom=${smallSource}`,
    'assertedFrom=2026-07',
    'assertedTo=2006-02',
    'assertedFrom=2015-03-01&assertedTo=2015-03-02',
    'changedSince=2026-11-25',
    'changedSince=2027-01-01',
  ]
  const sorted = ['newest', 'changed', 'most_countered'].flatMap((sort) =>
    filters.map((filter) => `${filter}${filter && '&'}sort=${sort}`),
  )
  const joined = [
    `status=denied&about=${bigSubject}`,
    `status=denied&source=${bigSource}`,
    `status=ruled_for&source=${smallSource}`,
    `status=denied&kind=figure&textLang=ko`,
    `kind=ruling&textLang=ko`,
    `group=does_not_stand&changedSince=2026-11-20`,
    `group=does_not_stand&changedSince=2026-11-20&sort=changed`,
    `status=denied&assertedFrom=2010&assertedTo=2011`,
    `source=${bigSource}&about=${bigSubject}`,
    `about=${bigSubject}&responseFrom=${bigSource}`,
    `story=${story}&status=denied`,
    `q=${encodeURIComponent('매출 목표')}`,
    `q=${encodeURIComponent('매출')}&status=denied`,
    `q=${rareWord}`,
    `q=${rareWord}&status=denied&sort=changed`,
    `q=${encodeURIComponent(rareKoreanWord)}`,
    `q=${encodeURIComponent(rareKoreanWord)}&sort=newest`,
    'q=sales',
    'q=nobodysaysthis',
  ]
  return [...sorted, ...joined].map((query) => ({ path: `/v1/claims?${query}` }))
}

function otherReads(found: Subjects): PlannedRequest[] {
  const { bigSource, smallSource, report, reportUrl, story, link, text, pastSeq, lastSeq } = found
  return [
    { path: '/v1/reports' },
    { path: `/v1/reports?source=${bigSource}` },
    { path: `/v1/reports?source=${smallSource}` },
    { path: `/v1/reports/${report}` },
    { path: `/v1/reports/${report}/claims` },
    { path: '/v1/sources' },
    { path: `/v1/sources/${bigSource}` },
    { path: '/v1/stories' },
    { path: `/v1/stories/${story}` },
    { path: `/v1/stories/${story}?asOf=${lastSeq}` },
    { path: `/v1/links/${link}` },
    { path: '/v1/events' },
    { path: `/v1/events?after=${pastSeq}` },
    { path: `/v1/events?after=${lastSeq - 10}` },
    { path: `/v1/lookup?url=${encodeURIComponent(reportUrl)}` },
    { path: '/v1/lookup?url=https://nobody.example/nothing' },
    { path: '/v1/lookup', body: { text } },
    {
      path: '/v1/lookup',
      body: { text: '매출 목표를 낮췄다고 관계자들이 전했다. The sales targets of the division.' },
    },
  ]
}
