import type { Api } from './api.ts'

type Line = Readonly<Record<string, unknown>> & { readonly type: string }

/**
 * Enters the lines of a bundle with single writes, in as many rounds as their dependencies need;
 * undefined if some can never be entered.
 */
export async function enterSingly(
  api: Api,
  lines: readonly Line[],
  clients: number,
): Promise<ReadonlyMap<string, string> | undefined> {
  const ids = new Map<string, string>()
  let pending = lines.filter(({ type }) => type !== 'bundle')
  while (pending.length > 0) {
    const left = await share(pending, clients, (line) => write(api, ids, line))
    if (left.length === pending.length) return undefined
    pending = left
  }
  return ids
}

/** Distributes the work among several clients; returns what they could not do yet. */
async function share<T>(
  work: readonly T[],
  clients: number,
  doIt: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const queue = [...work]
  const left: T[] = []
  const client = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      if (!(await doIt(item))) left.push(item)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return left
}

/** Whether the line could be written by itself now. */
async function write(
  api: Api,
  ids: Map<string, string>,
  { type, ...line }: Line,
): Promise<boolean> {
  const body = withIds(line, ids)
  const isEnding = ['withdrawal', 'end', 'void'].includes(type)
  const { ref, ...rest } = body
  const call = isEnding
    ? ending(type, rest)
    : { path: `/v1/${paths[type]}`, body: { ...rest, ...confirmed(type) }, headers: {} }
  if (!call) return false
  const { status, json, text } = await api<{ object: { id: string } }>(call.path, call)
  if (status >= 500) throw new Error(text)
  if (status >= 300) return false
  if (typeof ref === 'string') ids.set(ref, json.object.id)
  return true
}

/** Random records often repeat themselves. */
function confirmed(type: string): object {
  return type === 'link' ? {} : { confirm: ['new'] }
}

const paths: Readonly<Record<string, string>> = {
  source: 'sources',
  report: 'reports',
  claim: 'claims',
  link: 'links',
}

/** Any version will do: only statuses are compared here. */
const anyVersion = { 'if-match': Array.from({ length: 9 }, (_, index) => `"${index + 1}"`).join() }

function ending(type: string, { claim, link, ...body }: Readonly<Record<string, unknown>>) {
  const verb = type === 'withdrawal' ? 'withdraw' : type
  const noun = claim === undefined ? ['links', link] : ['claims', claim]
  const path = ['/v1', ...noun, verb].join('/')
  return { path, body, headers: anyVersion }
}

/** The line with ids for the refs known so far. */
function withIds(line: object, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(line), (key, value: unknown) =>
    typeof value === 'string' && key !== 'ref' ? (ids.get(value) ?? value) : value,
  )
}
