import { serve } from '@hono/node-server'
import { Pool } from 'pg'

/**
 * What the bench compares with: GET /v1/claims/{id}, and the first page of GET /v1/claims, each
 * answered with one prepared statement behind a bare server, as somebody with no other needs would
 * write it. It checks nothing, knows one language and one sentence, and has no validators, problems,
 * logs or limits.
 */
const claims = `
  select claim.id, claim.version, claim.recorded_at as "recordedAt", claim.voided_at as "voidedAt",
    claim.kind, claim.lang, claim.translations, claim.figure, claim.asserted_at as "assertedAt",
    claim.withdrawn_at as "withdrawnAt", claim.label, claim.status,
    claim.status_since as "statusSince", claim.cites, claim.badges, claim.rebuts, claim.undercuts,
    claim.qualifies, claim.supports,
    (select json_object_agg(field, body) from words where seq = claim.content_seq) as words,
    json_build_object('id', speaker.id, 'slug', speaker.slug, 'kind', speaker.kind, 'name',
      (select body from words where seq = speaker.content_seq and field = '/name')) as speaker,
    (
      select json_agg(json_build_object('id', source.id, 'slug', source.slug, 'name',
        (select body from words where seq = source.content_seq and field = '/name')))
      from claim_about join source on source.id = claim_about.source_id
      where claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
    ) as about,
    (
      select json_agg(json_build_object(
        'id', citation.id, 'version', citation.version, 'recordedAt', citation.recorded_at,
        'attribution', citation.attribution,
        'words', (select json_object_agg(field, body) from words where seq = citation.content_seq),
        'report', json_build_object(
          'id', report.id, 'publishedAt', report.published_at,
          'words', (select json_object_agg(field, body) from words where seq = report.content_seq),
          'source', (
            select json_build_object('id', source.id, 'slug', source.slug, 'name',
              (select body from words where seq = source.content_seq and field = '/name'))
            from source where source.id = report.source_id
          )
        )
      ) order by citation.position)
      from citation join report on report.id = citation.report_id
      where citation.claim_id = claim.id and citation.voided_at is null
    ) as citations,
    (
      select json_agg(json_build_object(
        'status', cited.status, 'assertedAt', cited.asserted_at,
        'words', (select body from words where seq = cited.content_seq and field = '/text'),
        'speaker', (
          select body from words join source on source.content_seq = words.seq
          where source.id = cited.speaker_id and field = '/name'
        )
      ))
      from unnest(claim.cites[1:3]) as cite (id) join claim as cited on cited.id = cite.id
    ) as cited
  from claim join source as speaker on speaker.id = claim.speaker_id`

const claimById = `${claims} where claim.id = $1`

const newestClaims = `${claims}
  where claim.id = any(array(
    select id from claim where voided_at is null and merged_into is null
    order by coalesce(asserted_start, '-infinity') desc, id desc limit 50
  ))
  order by coalesce(claim.asserted_start, '-infinity') desc, claim.id desc`

interface Cited {
  readonly speaker: string
  readonly words: string
  readonly assertedAt: string
}

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })

async function answer(request: Request): Promise<Response> {
  const id = request.url.slice(request.url.lastIndexOf('/') + 1)
  if (id === 'claims') {
    const { rows } = await pool.query<Row>({ name: 'newest', text: newestClaims, values: [] })
    return json({ items: rows.map(shown) })
  }
  const { rows } = await pool.query<Row>({ name: 'claim', text: claimById, values: [id] })
  const [claim] = rows
  return claim ? json(shown(claim)) : new Response(null, { status: 404 })
}

function shown({ cited, words, ...row }: Row): object {
  const said = (cited ?? []).map(
    ({ speaker, words, assertedAt }) => `${speaker} said on ${assertedAt}: “${words}”`,
  )
  const explanation = { text: [`It is ${row.status}.`, ...said].join(' '), lang: 'en' }
  return { ...row, text: words['/text'], words, explanation }
}

function json(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
}

interface Row {
  readonly status: string
  readonly cited: Cited[] | null
  readonly words: Words
}

type Words = Readonly<Record<string, string>>

serve({ fetch: answer, hostname: '127.0.0.1', port: Number(process.env['PORT']) }, () => {
  process.stdout.write('ready\n')
})
