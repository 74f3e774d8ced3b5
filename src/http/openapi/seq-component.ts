import type { Http } from '../contract/env.ts'
import { seqHeader, seqPattern } from '../request/seq-header.ts'

type Registered = Pick<Http, 'openAPIRegistry'>

const name = 'CounterpointSeq'
const value = { schema: { type: 'string' as const, pattern: seqPattern }, example: '129' }

/** A reference to the request header of reads, which is described once. */
export function seqParameter({ openAPIRegistry }: Registered) {
  if (!isDescribed(openAPIRegistry, 'parameters'))
    openAPIRegistry.registerComponent('parameters', name, {
      name: seqHeader,
      in: 'header',
      required: false,
      description:
        'The number of an event, as returned by a write, that the answer must include. Without it, the answer may be a few seconds old.',
      ...value,
    })
  return { $ref: `#/components/parameters/${name}` }
}

/** A reference to the response header of writes. */
export function seqAnswer({ openAPIRegistry }: Registered) {
  if (!isDescribed(openAPIRegistry, 'headers'))
    openAPIRegistry.registerComponent('headers', name, {
      description:
        'The number of the last event of this write. A read that sends it back in a header of the same name sees the write.',
      ...value,
    })
  return { $ref: `#/components/headers/${name}` }
}

function isDescribed(
  { definitions }: Registered['openAPIRegistry'],
  type: 'parameters' | 'headers',
): boolean {
  return definitions.some(
    (each) => each.type === 'component' && each.componentType === type && each.name === name,
  )
}
