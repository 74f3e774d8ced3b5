import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { withClient, type Dataset } from './data.ts'
import type { Sent } from './load.ts'
import { adminKey } from './servers.ts'

/** Data of a record: some of its claims, chosen again in every run, and a source to answer them. */
export interface Sample {
  readonly claims: readonly string[]
  /** With at least one counterpoint. */
  readonly answered: readonly string[]
  /** Facts with few counterpoints. */
  readonly facts: readonly string[]
  readonly speaker: string
}

const ids = z.array(z.object({ id: z.string() })).transform((rows) => rows.map(({ id }) => id))
const sampleSize = 2000

export async function sampleOf({ adminUrl }: Dataset): Promise<Sample> {
  return withClient(adminUrl, async (client) => {
    const some = async (condition: string) =>
      ids.parse(
        (
          await client.query(
            `select id from (
               select id from claim where voided_at is null and ${condition}
               order by hashint8(shown_seq + $1) limit $2
             ) as chosen order by random()`,
            [Math.floor(Math.random() * 1_000_000), sampleSize],
          )
        ).rows,
      )
    const { rows } = await client.query(
      `select id from source where kind = 'outlet' order by recorded_at desc limit 1`,
    )
    return {
      claims: await some('true'),
      answered: await some('countered_by > 0'),
      facts: await some(`kind = 'fact' and countered_by < 4 and status <> 'withdrawn'`),
      speaker: ids.parse(rows)[0] ?? '',
    }
  })
}

/** Asks for an event that no copy has, so that every answer is made for its request. */
const headers = { 'counterpoint-seq': '999999999999' }

export function* readClaims(claims: readonly string[]): Generator<Sent> {
  for (;;) for (const id of claims) yield { method: 'GET', path: `/v1/claims/${id}`, headers }
}

/** Popular cards, which are answered from their copies. */
export function* readCards(claims: readonly string[]): Generator<Sent> {
  for (;;) for (const id of claims) yield { method: 'GET', path: `/embed/claims/${id}?lang=en` }
}

export function* readAgain(path: string, headers: Sent['headers'] = {}): Generator<Sent> {
  for (;;) yield { method: 'GET', path, headers }
}

export function* readCounterpoints(claims: readonly string[]): Generator<Sent> {
  for (;;)
    for (const id of claims)
      yield { method: 'GET', path: `/v1/claims/${id}/counterpoints`, headers }
}

/** A claim, its counterpoints and its history, one after the other: what its page shows. */
export function* readParts(claims: readonly string[]): Generator<Sent> {
  for (;;)
    for (const id of claims) {
      const [claim, ...followedBy] = ['', '/counterpoints', '/history'].map((part): Sent => {
        return { method: 'GET', path: `/v1/claims/${id}${part}`, headers }
      })
      if (claim) yield { ...claim, followedBy }
    }
}

/** Pages of claims; no copy has the parameter, which changes nothing on them. */
export function* readClaimPages(claims: readonly string[]): Generator<Sent> {
  for (let nth = 0; ; nth++)
    for (const id of claims)
      yield { method: 'GET', path: `/claims/${id}?lang=en&since=${1000 + (nth % 1000)}` }
}

/** What programs ask that embed a claim; no copy has this height. */
export function* readOEmbed(claims: readonly string[], origin: string): Generator<Sent> {
  for (let nth = 0; ; nth++)
    for (const id of claims) {
      const url = encodeURIComponent(`${origin}/claims/${id}`)
      yield { method: 'GET', path: `/oembed?url=${url}&maxheight=${1000 + nth}` }
    }
}

/** The first page of the newest claims, at the service and at the hand-written handler. */
export function* readNewest(): Generator<Sent> {
  for (;;) yield { method: 'GET', path: '/v1/claims' }
}

/** Popular lists, with pages of fifty. */
const pages = [
  '',
  '?status=denied',
  '?kind=opinion&textLang=ko',
  '?sort=changed',
  '?sort=most_countered',
]

export function* readPages(): Generator<Sent> {
  for (;;) for (const query of pages) yield { method: 'GET', path: `/v1/claims${query}` }
}

const graphql = readFileSync(new URL('peers/postgraphile/claim.graphql', import.meta.url), 'utf8')

export function* queryClaims(claims: readonly string[]): Generator<Sent> {
  const headers = { 'content-type': 'application/json' }
  for (;;)
    for (const id of claims)
      yield {
        method: 'POST',
        path: '/graphql',
        headers,
        body: JSON.stringify({ query: graphql, variables: { id } }),
      }
}

/**
 * A journalist's single request: a claim that rebuts another, with its report and a quote.
 *
 * @param keys by which they are sent in turn
 */
export function* rebut(
  claims: readonly string[],
  speaker: string,
  keys: readonly string[] = [adminKey],
): Generator<Sent> {
  for (let count = 0; ;)
    for (const id of claims) {
      const authorization = `Bearer ${keys[count++ % keys.length]}`
      const body = {
        relation: 'rebuts',
        aspect: 'quantity',
        claim: {
          kind: 'fact',
          speaker,
          about: [],
          // The same words by the same speaker would be a likely duplicate.
          text: `The documents ${randomUUID()} that we saw say nothing of the kind.`,
          lang: 'en',
          assertedAt: '2026-07-01',
        },
        citation: {
          report: {
            source: speaker,
            kind: 'article',
            title: 'What the documents say',
            lang: 'en',
            url: `https://answers.example/${randomUUID()}`,
            publishedAt: '2026-07-01',
          },
          quote: 'say nothing of the kind',
        },
      }
      yield post(`/v1/claims/${id}/counterpoints`, body, { authorization })
    }
}

/** A write with its own idempotency key; a new object has version 1. */
export function post(path: string, body: object, more: Sent['headers'] = {}): Sent {
  return {
    method: 'POST',
    path,
    headers: {
      authorization: `Bearer ${adminKey}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...more,
    },
    body: JSON.stringify(body),
  }
}
