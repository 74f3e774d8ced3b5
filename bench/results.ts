import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import { z } from 'zod'
import { holds, type Compared } from './compare.ts'
import { withClient, type Dataset } from './data.ts'
import type { DraftChecks } from './drafts.ts'
import type { RegionCost } from './region.ts'
import type { Blow } from './worst/measure.ts'
import type { WriteCost } from './write-cost.ts'

export interface Results {
  readonly small: Dataset
  readonly large: Dataset
  readonly rounds: number
  readonly reads: readonly Compared[]
  readonly cold: readonly Compared[]
  readonly sizes: readonly Compared[]
  readonly writes: WriteCost | undefined
  readonly cards: readonly Compared[]
  readonly copies: readonly Compared[]
  readonly bursts: readonly Compared[]
  readonly regions: readonly RegionCost[] | undefined
  readonly worst: readonly Blow[] | undefined
  readonly drafts: readonly DraftChecks[] | undefined
  readonly importRate: number | undefined
}

const importMin = 1000
const file = new URL('RESULTS.md', import.meta.url)

/** Replaces the measured part of RESULTS.md; the text that people wrote stays. */
export async function writeResults(results: Results): Promise<void> {
  const { reads, cold, sizes, writes, cards, copies, bursts, regions, worst, importRate } = results
  const conditions = await conditionsOf(results)
  const parts = {
    ...(reads.length > 0 && { reads: conditions + table(reads) }),
    ...(cold.length > 0 && { cold: conditions + table(cold) }),
    ...(sizes.length > 0 && { sizes: conditions + table(sizes) }),
    ...(writes && { writes: conditions + writesTable(writes) }),
    ...(cards.length > 0 && { cards: conditions + table(cards) }),
    ...(copies.length > 0 && { copies: conditions + table(copies) }),
    ...(bursts.length > 0 && { bursts: conditions + table(bursts) }),
    ...(regions && { regions: conditions + regionTable(regions) }),
    ...(worst && { worst: conditions + worstTable(worst) }),
    ...(results.drafts && { drafts: conditions + draftsTable(results.drafts) }),
    ...(importRate !== undefined && { import: conditions + importLine(importRate) }),
  }
  let text = await readFile(file, 'utf8')
  for (const [part, content] of Object.entries(parts)) text = replaced(text, part, content)
  await writeFile(file, text)
  for (const content of Object.values(parts)) process.stdout.write(`\n${content}\n`)
}

/** Replaces one measured part of RESULTS.md, and prints it. */
export async function replacePart(part: string, content: string): Promise<void> {
  await writeFile(file, replaced(await readFile(file, 'utf8'), part, content))
  process.stdout.write(`\n${content}\n`)
}

/** @throws if the page has lost the marks around the measured part */
function replaced(text: string, part: string, content: string): string {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`RESULTS.md has no part "${part}".`)
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`
}

async function conditionsOf({ small, large, rounds }: Results): Promise<string> {
  const [cpu] = os.cpus()
  const load = os.loadavg()[1]?.toFixed(1)
  const server = await withClient(large.adminUrl, async (client) => {
    const { rows } = await client.query(
      `select current_setting('server_version') as version,
         current_setting('shared_buffers') as buffers,
         pg_size_pretty(pg_database_size(current_database())) as size`,
    )
    return z.object({ version: z.string(), buffers: z.string(), size: z.string() }).parse(rows[0])
  })
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return [
    `Measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC on ${os.cpus().length} cores (${cpu?.model ?? 'unknown'}), ${memory} GB; the load of the last five minutes was ${load}.`,
    `Node ${process.versions.node}, PostgreSQL ${server.version} with shared_buffers of ${server.buffers}; records of ${small.claims.toLocaleString('en')} and ${large.claims.toLocaleString('en')} claims (${server.size}); ${rounds} rounds.`,
    '',
    '',
  ].join('\n')
}

function table(compared: readonly Compared[]): string {
  const lines = compared.map((row) => {
    const { what, target, connections, ratio, spread, oursMs, otherMs, oursP99Ms } = row
    const wanted = 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`
    const between = `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}`
    const times = `${oursMs.toFixed(2)} / ${otherMs.toFixed(2)}`
    return `| ${what} | ${connections} | ${wanted} | **${ratio.toFixed(2)}** | ${between} | ${times} | ${oursP99Ms.toFixed(2)} | ${holds(row) ? 'yes' : 'no'} |`
  })
  return [
    '| what | connections | wanted | ratio | of nine rounds in ten | ms, ours / other | p99 of ours | holds |',
    '|---|---:|---:|---:|---:|---:|---:|---|',
    ...lines,
  ].join('\n')
}

function writesTable({ compared, ours, other, roundTrips }: WriteCost): string {
  return [
    table([compared]),
    '',
    `A write waits for the database ${roundTrips} times (wanted: at most 20), and takes ${inWords(ours)} (wanted: at most 6 ms of Node); by hand it waits 4 times, and takes ${inWords(other)}.`,
  ].join('\n')
}

function inWords({ node, postgres }: WriteCost['ours']): string {
  return `${node.toFixed(1)} ms of Node and ${postgres.toFixed(1)} ms of PostgreSQL`
}

function regionTable(regions: readonly RegionCost[]): string {
  return [
    '| one link that moves | claims at stake | statuses moved | ms, the median | ms for each claim |',
    '|---|---:|---:|---:|---:|',
    ...regions.map(
      ({ shape, claims, moved, ms }) =>
        `| a ${shape} | ${claims} | ${moved} | ${ms.toFixed(1)} | ${(ms / claims).toFixed(2)} |`,
    ),
  ].join('\n')
}

function worstTable(worst: readonly Blow[]): string {
  return [
    '| one write onto … | size | ms | grows as size to the power of | statuses moved | `/healthz` waited, ms | another write waited, ms |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...worst.map(({ shape, counts, size, ms, growth, moved, healthMs, otherMs }) => {
      const power = growth === undefined ? '' : growth.toFixed(1)
      const outcome = moved === undefined ? 'refused' : String(moved)
      return `| ${shape} | ${size} ${counts} | ${ms.toFixed(0)} | ${power} | ${outcome} | ${healthMs.toFixed(0)} | ${otherMs.toFixed(0)} |`
    }),
  ].join('\n')
}

/** Milliseconds, at the 95th percentile. */
const draftMax = 1000

function draftsTable(drafts: readonly DraftChecks[]): string {
  return [
    '| claims | drafts | median, ms | 95th percentile, ms | wanted | | repeated claims found | other sentences called like a claim |',
    '|---:|---:|---:|---:|---:|---|---:|---:|',
    ...drafts.map(({ claims, drafts: count, medianMs, p95Ms, found, mistaken }) => {
      const verdict = p95Ms <= draftMax ? 'holds' : 'does not hold'
      const size = claims.toLocaleString('en')
      return `| ${size} | ${count} | ${medianMs.toFixed(0)} | ${p95Ms.toFixed(0)} | ${draftMax} | ${verdict} | ${percent(found)} | ${percent(mistaken)} |`
    }),
  ].join('\n')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function importLine(rate: number): string {
  const verdict = rate >= importMin ? 'holds' : 'does not hold'
  return `**${Math.round(rate)} claims a second** sustained, links and search index included (wanted: ${importMin.toLocaleString('en')}; ${verdict}).`
}
