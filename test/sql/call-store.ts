import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Sent } from './describing-db.ts'
import { describingDb } from './describing-db.ts'
import type { Site, Store } from './program.ts'
import { Sampler } from './samples.ts'

/** A statement as sent by some place in the code. */
export interface SentFrom extends Sent {
  readonly site: Site
}

/** The maximum number of rows per call: code that reads to the end must reach it. */
const answersMax = 4
/** Further statements will be the same. */
const statementsMax = 40

/**
 * Calls every function of the store with made-up arguments, and with every result that its row
 * types allow, on a database that executes nothing. Which statements are sent depends on the code
 * alone.
 *
 * @returns statements whose origin is unknown
 */
export async function callStore(
  store: Store,
  see: (sent: SentFrom) => void,
): Promise<ReadonlySet<string>> {
  const strays = new Set<string>()
  const sites = new Map(store.sites.map((site) => [site.name, site]))
  for (const site of store.sites) {
    if (site.text !== undefined) see({ site, text: site.text, values: [], stack: '' })
  }
  let variant: number | undefined
  let answered = 0
  let count = 0
  const db = describingDb((sent) => {
    count += 1
    if (count > statementsMax) throw new Error('This goes on for ever.')
    const whole = preparedIn(sent)
    const site = whole?.site ?? siteOf(sent.stack)
    if (!site) {
      strays.add(sent.text)
      return []
    }
    see(whole ?? { ...sent, site })
    const rows = rowsOf(site)
    if (variant === undefined || rows.length === 0 || answered >= answersMax) return []
    answered += 1
    const row = rows[variant % rows.length]
    return [whole ? { sent: row } : row]
  })
  const sampler = new Sampler(store.checker, db)
  const samples = new Map<Site, readonly unknown[]>()

  for (const { file, name, parameters } of store.functions) {
    const module: Record<string, unknown> = await import(
      pathToFileURL(path.resolve(import.meta.dirname, '../..', file)).href
    )
    const call = module[name]
    if (typeof call !== 'function') throw new Error(`${file} has no function ${name}.`)
    const lists = sampler.argumentsOf(parameters)
    for (const [index, args] of lists.entries()) {
      for (variant of index === 0 ? [undefined, 0, 1, 2, 3, 4, 5] : [undefined, 0]) {
        answered = 0
        count = 0
        await exhaust(() => call(...args))
      }
    }
  }
  return strays

  function siteOf(stack: string): Site | undefined {
    for (const [, place = ''] of stack.matchAll(/\/((?:src|test)\/[^\s:]+:\d+):\d+/g)) {
      const site = sites.get(place)
      if (site) return site
    }
    return undefined
  }

  /** A prepared statement returns its columns as JSON, so the source of that JSON is checked. */
  function preparedIn({ text, ...sent }: Sent): SentFrom | undefined {
    const found =
      /^\/\* (?<name>[^.]+)\.\w+ \*\/ select to_json\(found\) as sent from \((?<inner>.*)\) as found$/s
    const { name = '', inner = '' } = found.exec(text)?.groups ?? {}
    const site = store.prepared.get(name)
    return site && { ...sent, text: inner, site }
  }

  function rowsOf(site: Site): readonly unknown[] {
    const known = samples.get(site)
    if (known) return known
    const rows = site.row ? sampler.of(site.row) : []
    samples.set(site, rows)
    return rows
  }
}

/** Made-up values may make code throw; what it sent until then is still collected. */
async function exhaust(call: () => unknown): Promise<void> {
  try {
    const answer = await call()
    const parts = typeof answer === 'object' && answer !== null ? Object.values(answer) : []
    for (const part of [answer, ...parts]) {
      if (!isAsyncIterable(part)) continue
      const steps = part[Symbol.asyncIterator]()
      while (!(await steps.next()).done);
    }
  } catch {}
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
