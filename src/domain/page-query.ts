import trackers from './tracking-parameters.json' with { type: 'json' }
import { plainEscapes } from './page-escapes.ts'

const names: ReadonlySet<string> = new Set(
  [...trackers.list.names, ...trackers.ours.names].map((name) => name.toLowerCase()),
)

/** Whether a parameter tells where a reader came from, and nothing of the page. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return names.has(lower) || trackers.prefixes.names.some((prefix) => lower.startsWith(prefix))
}

/** Whether a parameter asks for the form of a page that is made for telephones. */
function asksForAmp(name: string, value: string): boolean {
  if (name.toLowerCase() === 'outputtype') return value === 'amp'
  return name === 'amp' && ['', '1', 'true'].includes(value)
}

/**
 * A query without what says nothing of the page: its parameters by name, and of one name in the order
 * in which they came. With the question mark, or empty.
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
