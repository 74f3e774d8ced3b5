import trackers from './tracking-parameters.json' with { type: 'json' }
import { plainEscapes } from './page-escapes.ts'

const names: ReadonlySet<string> = new Set(
  [...trackers.list.names, ...trackers.ours.names].map((name) => name.toLowerCase()),
)

/** Whether a parameter records where a reader came from, and does not affect the page. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return names.has(lower) || trackers.prefixes.names.some((prefix) => lower.startsWith(prefix))
}

/** Whether a parameter asks for the mobile form of a page. */
function asksForAmp(name: string, value: string): boolean {
  if (name.toLowerCase() === 'outputtype') return value === 'amp'
  return name === 'amp' && ['', '1', 'true'].includes(value)
}

/**
 * The query without parameters that do not affect the page, sorted by name. Parameters with the
 * same name keep their order. Includes the question mark, or is empty.
 */
export function plainQuery(search: string): string {
  const pairs = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.replaceAll('+', '%20').split('=')
      return { name: plainEscapes(name, '='), value: plainEscapes(value.join('=')) }
    })
    .filter(({ name, value }) => !isTracking(name) && !asksForAmp(name, value))
  const sorted = pairs.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const text = sorted.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)).join('&')
  return text === '' ? '' : `?${text}`
}
