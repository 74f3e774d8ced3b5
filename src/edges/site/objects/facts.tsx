import type { Child } from 'hono/jsx'
import { isId } from '../../../domain/references.ts'
import type { Noun } from '../../../domain/nouns.ts'
import type { RecordLook } from '../../../html/look.ts'
import { Id } from './id.tsx'
import { objectWords } from './words.ts'

interface FactsProps {
  readonly facts: Readonly<Record<string, unknown>>
  /** What the ids among them are of. */
  readonly nouns: ReadonlyMap<string, Noun>
  readonly look: RecordLook
}

/** How many items of a list are shown. */
const itemsMax = 20

/** The facts of an event as they are in the data, with ids that lead somewhere. */
export function FactRows({ facts, nouns, look }: FactsProps) {
  const rows = Object.entries(facts).flatMap(([name, value]) => flat(name, value))
  if (rows.length === 0) return <p>{objectWords[look.language].none}</p>
  return (
    <dl>
      {rows.map(([name, value]) => (
        <>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <Fact value={value} nouns={nouns} look={look} />
          </dd>
        </>
      ))}
    </dl>
  )
}

interface FactProps extends Pick<FactsProps, 'nouns' | 'look'> {
  readonly value: unknown
}

function Fact({ value, nouns, look }: FactProps): Child {
  if (typeof value === 'string')
    return isId(value) ? <Id id={value} noun={nouns.get(value)} look={look} /> : <>{value}</>
  if (Array.isArray(value)) {
    if (value.length === 0) return <>[]</>
    return (
      <ul>
        {value.slice(0, itemsMax).map((item: unknown) => (
          <li>
            <Fact value={item} nouns={nouns} look={look} />
          </li>
        ))}
        {value.length > itemsMax && <li>{objectWords[look.language].more}</li>}
      </ul>
    )
  }
  // Of a list of objects; others are flat.
  if (typeof value === 'object' && value !== null)
    return <FactRows facts={{ ...value }} nouns={nouns} look={look} />
  return <>{String(value)}</>
}

/** The facts of an object within, by their path: "to/claim". */
function flat(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]]
  return Object.entries(value).flatMap(([inner, each]) => flat(`${name}/${inner}`, each))
}
