import type { Client, Connection, FieldDef, Submittable } from 'pg'
import { jsonShapesOf, type JsonShape } from './json-shapes.ts'
import { listOuterColumns } from './plan.ts'

/** PostgreSQL's description of a statement, without running it. */
export interface Described {
  /** Types of its parameters. */
  readonly parameters: readonly number[]
  readonly columns: readonly FieldDef[]
  /** Positions of the columns that are null if an outer join finds no row. */
  readonly outer: ReadonlySet<number>
  /** What is built as JSON, by column name. */
  readonly json: ReadonlyMap<string, JsonShape>
}

/** Describes a statement; fails if it does not fit the schema, or the role may not run it. */
export async function describeStatement(client: Client, text: string): Promise<Described> {
  const asked = new Asked(text)
  client.query(asked)
  const answer = await asked.answer
  const outer = await listOuterColumns(client, text)
  return { ...answer, outer, json: await jsonShapesOf(text) }
}

/** A query in the form that `pg` queues, which parses and describes but does not execute. */
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
