import type { Client, Connection, FieldDef, Submittable } from 'pg'
import { jsonShapesOf, type JsonShape } from './json-shapes.ts'
import { listOuterColumns } from './plan.ts'

/** What PostgreSQL says of a statement without running it. */
export interface Described {
  /** Types of its parameters. */
  readonly parameters: readonly number[]
  readonly columns: readonly FieldDef[]
  /** Places of the columns that have no value where an outer join finds no row. */
  readonly outer: ReadonlySet<number>
  /** What is built as JSON, by the name of its column. */
  readonly json: ReadonlyMap<string, JsonShape>
}

/** Asks about a statement; fails where it does not fit the schema, or the role may not run it. */
export async function describeStatement(client: Client, text: string): Promise<Described> {
  const asked = new Asked(text)
  client.query(asked)
  const answer = await asked.answer
  const outer = await listOuterColumns(client, text)
  return { ...answer, outer, json: await jsonShapesOf(text) }
}

/** A query as `pg` takes them into its queue, that parses and describes and does not execute. */
class Asked implements Submittable {
  readonly answer: Promise<Pick<Described, 'parameters' | 'columns'>>
  readonly #text: string
  readonly #settle: PromiseWithResolvers<Pick<Described, 'parameters' | 'columns'>>
  #parameters: readonly number[] = []
  #columns: readonly FieldDef[] = []

  constructor(text: string) {
    this.#text = text
    this.#settle = Promise.withResolvers()
    this.answer = this.#settle.promise
  }

  submit(connection: Connection): void {
    const keep = (message: { dataTypeIDs: readonly number[] }) => {
      this.#parameters = message.dataTypeIDs
    }
    connection.once('parameterDescription', keep)
    connection.once('readyForQuery', () => connection.off('parameterDescription', keep))
    connection.parse({ name: '', text: this.#text, types: [] }, true)
    connection.describe({ type: 'S', name: '' }, true)
    connection.sync()
  }

  handleRowDescription({ fields }: { fields: readonly FieldDef[] }): void {
    this.#columns = fields
  }

  handleError(error: Error): void {
    this.#settle.reject(error)
  }

  handleReadyForQuery(): void {
    this.#settle.resolve({ parameters: this.#parameters, columns: this.#columns })
  }
}
