import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '../..')

/** A place in the source that sends a statement, with the type of the rows that it expects. */
export interface Site {
  /** `src/store/x.ts:12`, as stacks have it. */
  readonly name: string
  readonly file: string
  /** undefined where no rows are read. */
  readonly row: ts.Type | undefined
  /** Where the statement stands in the call itself. */
  readonly text: string | undefined
}

/** A function of the store that takes a database and then some arguments. */
interface StoreFunction {
  readonly file: string
  readonly name: string
  readonly parameters: readonly ts.Type[]
}

export interface Store {
  readonly checker: ts.TypeChecker
  readonly sites: readonly Site[]
  readonly functions: readonly StoreFunction[]
  /** The rows of prepared statements by their name. */
  readonly prepared: ReadonlyMap<string, Site>
}

/** Reads what the compiler knows of the files of a folder that send SQL. */
export function readStore(folder: string): Store {
  const files = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).filter(maySendSql)
  const program = ts.createProgram(
    files.map((file) => path.join(root, file)),
    compilerOptions(),
  )
  const checker = program.getTypeChecker()
  const sites: Site[] = []
  const functions: StoreFunction[] = []
  const prepared = new Map<string, Site>()
  for (const file of files.sort()) {
    const source = program.getSourceFile(path.join(root, file))
    if (!source) throw new Error(`${file} is not part of the program.`)
    const built = builtIn(checker, source)
    visit(source, (node) => {
      if (!ts.isCallExpression(node)) return
      const site = { name: nameOf(source, file, node), file, text: undefined }
      if (isExecution(checker, node)) sites.push({ ...site, row: rowOf(checker, node) })
      const text = queryIn(checker, node)
      if (text !== undefined) sites.push({ ...site, row: rowOf(checker, node), text })
      if (!ts.isIdentifier(node.expression)) return
      const row = built.get(node.expression.text)
      if (row) sites.push({ ...site, row })
      const [key] = node.arguments
      if (!preparing.has(node.expression.text)) return
      if (!key || !ts.isStringLiteral(key)) throw new Error(`${site.name}: the name is no literal.`)
      const [given] = node.typeArguments ?? []
      if (!given) throw new Error(`${site.name}: say prepared<Row>.`)
      const statement = { ...site, row: checker.getTypeFromTypeNode(given) }
      sites.push(statement)
      prepared.set(key.text, statement)
    })
    functions.push(...functionsOf(checker, source, file))
  }
  return { checker, sites, functions, prepared }
}

/** The functions that make prepared statements. */
const preparing = new Set(['prepared', 'preparedAlike'])

/** The rows of the statements that a file builds once, by the names of the functions that send them. */
function builtIn(checker: ts.TypeChecker, source: ts.SourceFile): ReadonlyMap<string, ts.Type> {
  const rows = new Map<string, ts.Type>()
  visit(source, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return
    const made = node.initializer
    if (!made || !ts.isCallExpression(made) || !ts.isIdentifier(made.expression)) return
    const [row] = made.typeArguments ?? []
    if (made.expression.text === 'builtOnce' && row)
      rows.set(node.name.text, checker.getTypeFromTypeNode(row))
  })
  return rows
}

/** Files that send SQL import a library for it, or are part of a store. */
function maySendSql(file: string): boolean {
  if (file.split(path.sep).includes('store')) return true
  return /from '(?:kysely|pg)'/.test(readFileSync(path.join(root, file), 'utf8'))
}

function compilerOptions(): ts.CompilerOptions {
  const file = path.join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name))
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

function nameOf(source: ts.SourceFile, file: string, node: ts.CallExpression): string {
  const { line } = source.getLineAndCharacterOfPosition(node.expression.end)
  return `${file}:${line + 1}`
}

const executing = new Set(['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow'])

/** A call of `execute` and the like on a statement of Kysely. */
function isExecution(checker: ts.TypeChecker, { expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !executing.has(expression.name.text))
    return false
  const receiver = receiverOf(checker, expression)
  return receiver === 'RawBuilder' || receiver.endsWith('QueryBuilder')
}

/** What a call of `query` asks of `pg`, where it is written there. */
function queryIn(checker: ts.TypeChecker, node: ts.CallExpression): string | undefined {
  const { expression } = node
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'query')
    return undefined
  if (!/^(?:Pool|Client)/.test(receiverOf(checker, expression))) return undefined
  const [text] = node.arguments
  return text && ts.isStringLiteralLike(text) ? text.text : undefined
}

function receiverOf(checker: ts.TypeChecker, { expression }: ts.PropertyAccessExpression): string {
  return checker.getTypeAtLocation(expression).symbol?.name ?? ''
}

/** The type of one row of what a call answers. */
function rowOf(checker: ts.TypeChecker, node: ts.CallExpression): ts.Type | undefined {
  const answer = checker.getAwaitedType(checker.getTypeAtLocation(node))
  if (!answer) return undefined
  const one = checker.getNonNullableType(answer)
  const name = one.symbol?.name
  const row =
    name === 'QueryResult' || name === 'Array' || name === 'ReadonlyArray'
      ? argumentsOf(checker, one)[0]
      : one
  if (!row || /^(?:Insert|Update|Delete|Merge)Result$/.test(row.symbol?.name ?? ''))
    return undefined
  return row.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown) ? undefined : row
}

export function argumentsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  // What is named as Array, Set and so on is a reference.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return checker.getTypeArguments(type as ts.TypeReference)
}

function functionsOf(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  file: string,
): StoreFunction[] {
  const module = checker.getSymbolAtLocation(source)
  if (!module) return []
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const [signature] = checker.getTypeOfSymbolAtLocation(symbol, source).getCallSignatures()
    const parameters = (signature?.parameters ?? []).map((parameter) =>
      checker.getTypeOfSymbolAtLocation(parameter, source),
    )
    const takesDb = parameters[0] && isDb(parameters[0])
    return takesDb ? [{ file, name: symbol.name, parameters }] : []
  })
}

export function isDb(type: ts.Type): boolean {
  return ['Kysely', 'Transaction', 'ControlledTransaction'].includes(type.symbol?.name ?? '')
}
