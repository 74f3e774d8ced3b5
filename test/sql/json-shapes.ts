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
  const shapes = new Map<string, JsonShape>()
  for (const { name, value } of statement ? columnsOf(statement) : []) {
    const shape = value && shapeOf(value)
    if (name !== undefined && shape) shapes.set(name, shape)
  }
  return shapes
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
  return targetList.flatMap((target) =>
    'ResTarget' in target ? [{ name: target.ResTarget.name, value: target.ResTarget.val }] : [],
  )
}

function shapeOf(value: Node): JsonShape | undefined {
  if ('TypeCast' in value) return value.TypeCast.arg && shapeOf(value.TypeCast.arg)
  if ('CoalesceExpr' in value) return firstShape(value.CoalesceExpr.args ?? [])
  if ('CaseExpr' in value) {
    const { args = [], defresult } = value.CaseExpr
    const results = args.flatMap((arg) =>
      'CaseWhen' in arg && arg.CaseWhen.result ? [arg.CaseWhen.result] : [],
    )
    return firstShape(defresult ? [...results, defresult] : results)
  }
  if ('SubLink' in value) {
    const { subLinkType, subselect } = value.SubLink
    if (subLinkType !== 'EXPR_SUBLINK' || !subselect) return undefined
    const [column] = columnsOf(subselect)
    return column?.value && shapeOf(column.value)
  }
  return 'FuncCall' in value ? builtBy(value.FuncCall) : undefined
}

function firstShape(values: readonly Node[]): JsonShape | undefined {
  return values.map(shapeOf).find((shape) => shape !== undefined)
}

function builtBy({
  funcname = [],
  args = [],
}: Extract<Node, { FuncCall: unknown }>['FuncCall']): JsonShape | undefined {
  const last = funcname.at(-1)
  const name = last && 'String' in last ? last.String.sval : undefined
  const [first] = args
  if (name === 'json_agg' || name === 'jsonb_agg') {
    return { kind: 'list', of: first && shapeOf(first) }
  }
  if (name !== 'json_build_object' && name !== 'jsonb_build_object') return undefined
  const keys = new Map<string, JsonShape | undefined>()
  for (let at = 0; at < args.length; at += 2) {
    const key = args[at]
    const value = args[at + 1]
    const constant = key && 'A_Const' in key ? key.A_Const.sval?.sval : undefined
    // Of a key that is computed nobody knows the name.
    if (constant === undefined) return undefined
    keys.set(constant, value && shapeOf(value))
  }
  return { kind: 'object', keys }
}
