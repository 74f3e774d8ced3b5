import { parse, type Node } from 'libpg-query'

/** What a statement builds as JSON, as far as its text says. */
export type JsonShape = Readonly<
  | { kind: 'object'; keys: ReadonlyMap<string, JsonShape | undefined> }
  | { kind: 'list'; of: JsonShape | undefined }
>

/** The shapes of those columns of a statement that it builds itself. */
export async function jsonShapesOf(text: string): Promise<ReadonlyMap<string, JsonShape>> {
  const { stmts } = await parse(text)
  const statement = stmts?.[0]?.stmt
  return statement ? shapesIn(columnsOf(statement), rowsNamedIn(statement)) : new Map()
}

/** The shapes of rows by the name of the subquery that selects them. */
type Rows = ReadonlyMap<string, JsonShape>

function shapesIn(columns: readonly Selected[], rows: Rows): ReadonlyMap<string, JsonShape> {
  const shapes = new Map<string, JsonShape>()
  for (const { name, value } of columns) {
    const shape = value && shapeOf(value, rows)
    if (name !== undefined && shape) shapes.set(name, shape)
  }
  return shapes
}

/** A whole row of a subquery in the `with` of a statement is an object with its columns. */
function rowsNamedIn(statement: Node): Rows {
  if (!('SelectStmt' in statement)) return new Map()
  const rows = new Map<string, JsonShape>()
  for (const cte of statement.SelectStmt.withClause?.ctes ?? []) {
    if (!('CommonTableExpr' in cte)) continue
    const { ctename, ctequery } = cte.CommonTableExpr
    const columns = ctequery ? columnsOf(ctequery) : []
    const inner = shapesIn(columns, rows)
    const keys = new Map(columns.flatMap(({ name }) => (name ? [[name, inner.get(name)]] : [])))
    // Which columns `*` stands for, the text does not say.
    if (ctename !== undefined && keys.size === columns.length)
      rows.set(ctename, { kind: 'object', keys })
  }
  return rows
}

interface Selected {
  readonly name: string | undefined
  readonly value: Node | undefined
}

/** What is selected at the top; of a union, by its first part. */
function columnsOf(statement: Node): readonly Selected[] {
  if (!('SelectStmt' in statement)) return []
  const { larg, targetList = [] } = statement.SelectStmt
  if (larg) return columnsOf({ SelectStmt: larg })
  return targetList.flatMap((target) => ('ResTarget' in target ? [selected(target.ResTarget)] : []))
}

function selected({
  name,
  val: value,
}: Extract<Node, { ResTarget: unknown }>['ResTarget']): Selected {
  return { name: name ?? (value && lastField(value)), value }
}

/** A column without a name of its own has that of what it refers to. */
function lastField(value: Node): string | undefined {
  if (!('ColumnRef' in value))
    return 'TypeCast' in value && value.TypeCast.arg ? lastField(value.TypeCast.arg) : undefined
  const last = value.ColumnRef.fields?.at(-1)
  return last && 'String' in last ? last.String.sval : undefined
}

function shapeOf(value: Node, rows: Rows): JsonShape | undefined {
  if ('TypeCast' in value) return value.TypeCast.arg && shapeOf(value.TypeCast.arg, rows)
  if ('CoalesceExpr' in value) return firstShape(value.CoalesceExpr.args ?? [], rows)
  if ('CaseExpr' in value) {
    const { args = [], defresult } = value.CaseExpr
    const results = args.flatMap((arg) =>
      'CaseWhen' in arg && arg.CaseWhen.result ? [arg.CaseWhen.result] : [],
    )
    return firstShape(defresult ? [...results, defresult] : results, rows)
  }
  if ('SubLink' in value) {
    const { subLinkType, subselect } = value.SubLink
    if (subLinkType !== 'EXPR_SUBLINK' || !subselect) return undefined
    const [column] = columnsOf(subselect)
    return column?.value && shapeOf(column.value, rows)
  }
  if ('ColumnRef' in value) {
    const [field, ...others] = value.ColumnRef.fields ?? []
    return field && 'String' in field && others.length === 0
      ? rows.get(field.String.sval ?? '')
      : undefined
  }
  return 'FuncCall' in value ? builtBy(value.FuncCall, rows) : undefined
}

function firstShape(values: readonly Node[], rows: Rows): JsonShape | undefined {
  return values.map((value) => shapeOf(value, rows)).find((shape) => shape !== undefined)
}

function builtBy(
  { funcname = [], args = [] }: Extract<Node, { FuncCall: unknown }>['FuncCall'],
  rows: Rows,
): JsonShape | undefined {
  const last = funcname.at(-1)
  const name = last && 'String' in last ? last.String.sval : undefined
  const [first] = args
  if (name === 'json_agg' || name === 'jsonb_agg') {
    return { kind: 'list', of: first && shapeOf(first, rows) }
  }
  if (name !== 'json_build_object' && name !== 'jsonb_build_object') return undefined
  const keys = new Map<string, JsonShape | undefined>()
  for (let at = 0; at < args.length; at += 2) {
    const key = args[at]
    const value = args[at + 1]
    const constant = key && 'A_Const' in key ? key.A_Const.sval?.sval : undefined
    // Of a key that is computed nobody knows the name.
    if (constant === undefined) return undefined
    keys.set(constant, value && shapeOf(value, rows))
  }
  return { kind: 'object', keys }
}
