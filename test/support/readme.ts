import { spawnSync } from 'node:child_process'

/** Shell commands in a document, and the answer that it shows. */
export interface Shown {
  readonly commands: string
  readonly answer: unknown
}

/** Marks fields or items left out of an answer. */
const rest = '…'

/** Separates the answers of one shell. */
const separator = '\u001E'

/** Every block of commands in part of a document, with the answer that follows it. */
export function shownIn(document: string): readonly Shown[] {
  return [...document.matchAll(/```sh\n(.*?)```(?:\s+```jsonc\n(.*?)```)?/gs)].map(
    ([, commands = '', answer = 'null']) => ({ commands, answer: JSON.parse(asJson(answer)) }),
  )
}

/** What one shell answers to the blocks, in order. */
export function typed(tour: readonly Shown[], shell: string): readonly unknown[] {
  const input = tour.map(({ commands }) => `${commands}printf '\\036'\n`).join('')
  const { stdout, stderr } = spawnSync(shell, { input, encoding: 'utf8' })
  const answers = stdout.split(separator).slice(0, -1)
  if (answers.length !== tour.length) throw new Error(stderr)
  return answers.map((answer): unknown => JSON.parse(answer))
}

/** Where an answer differs from the one shown: JSON Pointer and both values. */
export function differences(shown: unknown, actual: unknown, at = ''): string[] {
  if (shown === rest) return []
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
      differences(value, found?.get(key), `${at}/${key}`),
    ),
  ]
}

/** A bare `…` at the end of an object becomes a field of that name. */
function asJson(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|…/g, (token) => (token === rest ? `"${rest}":0` : token))
}
