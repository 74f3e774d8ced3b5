import { z } from 'zod'
import { withClient, type Dataset } from '../data.ts'

/** Targets for every request in a record: something big, something small, something old. */
export interface Subjects {
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
  /** The one with the most claims. */
  readonly longStory: string
  readonly link: string
  readonly text: string
  readonly rating: string
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
    (select story_id from story_claim group by 1 order by count(*) desc limit 1) as "longStory",
    (select id from link where relation = 'rebuts' order by shown_seq desc limit 1) as link,
    text.body as text,
    (select body from words where field = '/rating' limit 1) as rating,
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
  longStory: z.string(),
  link: z.string(),
  text: z.string(),
  rating: z.string(),
  rareWord: z.string(),
  rareKoreanWord: z.string(),
  pastSeq: z.number(),
  lastSeq: z.number(),
}) satisfies z.ZodType<Subjects>

export async function findSubjects({ adminUrl }: Dataset): Promise<Subjects> {
  return row.parse(
    await withClient(adminUrl, async (client) => (await client.query(subjects)).rows[0]),
  )
}
