import ts from 'typescript'
import type { JsonShape } from './json-shapes.ts'
import { argumentsOf } from './program.ts'

/** How the type of a column differs from the JSON that the statement builds for it. */
export function compareJson(
  checker: ts.TypeChecker,
  type: ts.Type,
  shape: JsonShape | undefined,
  path: string,
): string[] {
  if (!shape) return []
  const alternatives = (type.isUnion() ? type.types : [type])
    .filter(({ flags }) => flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))
    .map((one) => compareOne(one))
  return alternatives.toSorted((one, other) => one.length - other.length)[0] ?? []

  function compareOne(one: ts.Type): string[] {
    const isList = checker.isArrayType(one)
    if (shape?.kind === 'list') {
      const [element] = isList ? argumentsOf(checker, one) : []
      return element
        ? compareJson(checker, element, shape.of, `${path}[]`)
        : [`${path} is built as a list, and its type is ${checker.typeToString(one)}`]
    }
    if (isList) return [`${path} is built as an object, and its type is a list`]
    // A dictionary may have any keys.
    if (shape === undefined || one.getStringIndexType()) return []
    const properties = new Map(checker.getPropertiesOfType(one).map((each) => [each.name, each]))
    const missing = [...properties.values()]
      .filter(({ name, flags }) => !shape.keys.has(name) && !(flags & ts.SymbolFlags.Optional))
      .map(({ name }) => `${path} is built without ${name}`)
    const wrong = [...shape.keys].flatMap(([key, inner]) => {
      const property = properties.get(key)
      return property
        ? compareJson(checker, checker.getTypeOfSymbol(property), inner, `${path}.${key}`)
        : [`the type of ${path} has no ${key}`]
    })
    return [...missing, ...wrong]
  }
}
