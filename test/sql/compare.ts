import ts from 'typescript'
import type { Catalogue, Shape, SqlType } from './columns.ts'
import type { Described } from './describe.ts'
import { compareJson } from './compare-json.ts'
import { argumentsOf } from './program.ts'

/** How a row type differs from the columns that PostgreSQL describes; empty if it does not. */
export function compareRow(
  checker: ts.TypeChecker,
  row: ts.Type,
  { columns, outer, json }: Described,
  catalogue: Catalogue,
): string[] {
  // A generic row has at least the columns of its constraint.
  const isOpen = (row.flags & ts.TypeFlags.TypeParameter) !== 0
  const alternatives = alternativesOf(checker, row).map((each) => compareOne(each))
  return alternatives.toSorted((one, other) => one.length - other.length)[0] ?? []

  function compareOne(one: ts.Type): string[] {
    const properties = new Map(checker.getPropertiesOfType(one).map((each) => [each.name, each]))
    const names = new Set(columns.map(({ name }) => name))
    const missing = [...properties.values()]
      .filter(({ name, flags }) => !names.has(name) && !(flags & ts.SymbolFlags.Optional))
      .map(({ name }) => `no column is named ${name}`)
    const wrong = columns.flatMap((column, place) => {
      const property = properties.get(column.name)
      if (!property) return isOpen ? [] : [`the row type has no ${column.name}`]
      const type = checker.getTypeOfSymbol(property)
      const sqlType = catalogue.typeOf(column.dataTypeID)
      const said = `${column.name}: ${checker.typeToString(type)}`
      const isOther = !fits(checker, type, sqlType)
      const isNull = catalogue.mayBeNull(column.tableID, column.columnID) && !allowsNull(type)
      const isOuter = outer.has(place) && !isNull && !allowsNull(type)
      return [
        ...(isOther ? [`${said}, and the column is ${sqlType.name}`] : []),
        ...(isNull ? [`${said}, and the column may be null`] : []),
        ...(isOuter ? [`${said}, and the joined row may be missing`] : []),
        ...compareJson(checker, type, json.get(column.name), column.name),
      ]
    })
    return [...missing, ...wrong]
  }
}

/** The possible rows of a generic function, each with its own columns. */
function alternativesOf(checker: ts.TypeChecker, row: ts.Type): readonly ts.Type[] {
  const isOpen = row.flags & (ts.TypeFlags.IndexedAccess | ts.TypeFlags.TypeParameter)
  const type = isOpen ? (checker.getBaseConstraintOfType(row) ?? row) : row
  return type.isUnion() ? type.types : [type]
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type]
}

const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown

function allowsNull(type: ts.Type): boolean {
  return membersOf(type).some(({ flags }) => flags & (ts.TypeFlags.Null | anything))
}

/** Whether values of a column fit a type, which may be wider; nulls are checked elsewhere. */
function fits(checker: ts.TypeChecker, type: ts.Type, column: SqlType): boolean {
  if (column.shape === 'json') return !holdsDate(checker, type)
  return membersOf(type).some((member) => {
    if (member.flags & anything) return true
    if (column.shape !== 'list') return shapeOf(member) === column.shape
    const [element] = isList(checker, member) ? argumentsOf(checker, member) : []
    return element && column.element ? fits(checker, element, column.element) : false
  })
}

function isList(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.isArrayType(type)
}

function shapeOf(type: ts.Type): Shape | undefined {
  const { flags } = type
  if (flags & ts.TypeFlags.StringLike) return 'string'
  if (flags & ts.TypeFlags.NumberLike) return 'number'
  if (flags & ts.TypeFlags.BooleanLike) return 'boolean'
  if (type.isIntersection()) return type.types.map(shapeOf).find((shape) => shape !== undefined)
  if (type.symbol?.name === 'Date') return 'date'
  if (['Buffer', 'Uint8Array'].includes(type.symbol?.name ?? '')) return 'bytes'
  return undefined
}

/** JSON has no instants: they arrive as strings. */
function holdsDate(checker: ts.TypeChecker, type: ts.Type, depth = 0): boolean {
  if (depth > 5) return false
  return membersOf(type).some((member) => {
    if (member.symbol?.name === 'Date') return true
    if (!(member.flags & ts.TypeFlags.Object)) return false
    if (isList(checker, member)) {
      return argumentsOf(checker, member).some((each) => holdsDate(checker, each, depth + 1))
    }
    return checker
      .getPropertiesOfType(member)
      .some((property) => holdsDate(checker, checker.getTypeOfSymbol(property), depth + 1))
  })
}

/** How the values sent differ from the parameters of a statement. */
export function compareValues(
  values: readonly unknown[],
  { parameters }: Described,
  catalogue: Catalogue,
): string[] {
  return parameters.flatMap((oid, index) => {
    const type = catalogue.typeOf(oid)
    const value = values[index]
    return isSendable(value, type)
      ? []
      : [`$${index + 1} is ${type.name}, and a ${kindOf(value)} is sent`]
  })
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? `list of ${kindOf(value[0])}` : 'list'
  if (value instanceof Date) return 'Date'
  if (value instanceof Uint8Array) return 'Buffer'
  return typeof value
}

function isSendable(value: unknown, { shape, element }: SqlType): boolean {
  if (value === null || value === undefined) return true
  const isText = typeof value === 'string'
  // Instants in cursors are strings, and so are bytes in a list, as hex.
  if (shape === 'date') return value instanceof Date || isText
  if (shape === 'bytes') return value instanceof Uint8Array || (isText && value.startsWith('\\x'))
  if (shape === 'list') {
    return Array.isArray(value) && !!element && value.every((each) => isSendable(each, element))
  }
  return shape === 'json' || typeof value === shape
}
