import { z } from 'zod'

/** A request as a document shows it, and the answer it shows. */
export interface Shown {
  readonly command: string
  readonly answer: unknown
}

export type Variables = Map<string, string>

/** Stands in an answer for fields or items that are left out. */
const rest = '…'

/** Every `curl` of a document, with the answer that follows it. */
export function shownIn(document: string): readonly Shown[] {
  return [...document.matchAll(/```sh\n(curl .*?)```\s+```jsonc\n(.*?)```/gs)].map(
    ([, command = '', answer = '']) => ({ command, answer: JSON.parse(asJson(answer)) }),
  )
}

/** The request that the command makes; variables stand as they do in a shell. */
export function requestOf(command: string, variables: Variables): Request {
  const filled = command.replace(/\$(\w+)/g, (_, name: string) => variables.get(name) ?? '')
  const [, line = '', body] = /^(.*?)(?: <<END\n(.*)END\n)?$/s.exec(filled) ?? []
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain = '']) => quoted ?? plain,
  )
  const headers = words.flatMap((word, index): [string, string][] => {
    const [, name, value] = /^(.*?): (.*)$/.exec(words[index - 1] === '-H' ? word : '') ?? []
    return name !== undefined && value !== undefined ? [[name, value]] : []
  })
  return new Request(words[1] ?? '', {
    headers,
    ...(body !== undefined && { method: 'POST', body }),
  })
}

/**
 * Where an answer differs from the one shown, as JSON Pointer and both. Learns `"$name"` where it
 * stands first.
 */
export function differences(
  shown: unknown,
  actual: unknown,
  variables: Variables,
  at = '',
): string[] {
  if (shown === rest) return []
  if (typeof shown === 'string' && shown.startsWith('$')) {
    const name = shown.slice(1)
    if (!variables.has(name)) variables.set(name, z.string().parse(actual))
    return variables.get(name) === actual ? [] : [`${at}: ${String(actual)} is not ${shown}`]
  }
  if (typeof shown !== 'object' || shown === null || typeof actual !== 'object' || actual === null)
    return shown === actual
      ? []
      : [`${at}: ${JSON.stringify(actual)}, not ${JSON.stringify(shown)}`]
  const [wanted, found] = [shown, actual].map((value) => new Map(Object.entries(value)))
  const isOpen = wanted?.delete(rest) ?? false
  const surplus = isOpen ? [] : [...(found?.keys() ?? [])].filter((key) => !wanted?.has(key))
  return [
    ...surplus.map((key) => `${at}/${key}: is not shown`),
    ...[...(wanted ?? [])].flatMap(([key, value]) =>
      differences(value, found?.get(key), variables, `${at}/${key}`),
    ),
  ]
}

/** A bare `…` at the end of an object becomes a field of that name. */
function asJson(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|…/g, (token) => (token === rest ? `"${rest}":0` : token))
}
