import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * What we say although schema.org has no term for it: since when and as of when a claim stands so.
 * Programs that do not know `additionalProperty` there skip it.
 */
const added = { type: 'Claim', property: 'additionalProperty' }

const primitives = ['Text', 'Date', 'DateTime', 'URL', 'Language']

/**
 * schema.org's own definition of its terms: the parents of each class; the domain and range of each
 * property.
 */
export function schemaOrg() {
  const file = createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq')
  const relations = new Map<string, Set<string>>()
  const statement =
    /^<http:\/\/schema\.org\/(\w+)> <\S+[/#](subClassOf|domainIncludes|rangeIncludes)> <http:\/\/schema\.org\/(\w+)>/gm
  for (const [, term = '', relation = '', object = ''] of readFileSync(file, 'utf8').matchAll(
    statement,
  )) {
    const key = `${relation} ${term}`
    relations.set(key, (relations.get(key) ?? new Set()).add(object))
  }
  const of = (relation: string, term: string) => relations.get(`${relation} ${term}`) ?? new Set()

  function isKindOf(kind: string, allowed: ReadonlySet<string>): boolean {
    if (allowed.has(kind)) return true
    return [...of('subClassOf', kind)].some((above) => isKindOf(above, allowed))
  }

  /** Every place where a JSON-LD document uses terms differently from schema.org. */
  function faultsOf(node: object, at = ''): string[] {
    const type = '@type' in node ? String(node['@type']) : ''
    return Object.entries(node).flatMap(([property, value]) => {
      if (property.startsWith('@')) return []
      if (type === added.type && property === added.property) return []
      const place = `${at}/${property}`
      const domain = of('domainIncludes', property)
      if (!isKindOf(type, domain)) return [`${place}: ${type} has no ${property}`]
      return [value].flat().flatMap((each) => faultsIn(each, of('rangeIncludes', property), place))
    })
  }

  function faultsIn(value: unknown, range: ReadonlySet<string>, place: string): string[] {
    if (typeof value === 'string')
      return primitives.some((kind) => range.has(kind)) ? [] : [`${place}: may be no text`]
    if (typeof value !== 'object' || value === null || !('@type' in value))
      return [`${place}: has no type`]
    const type = String(value['@type'])
    const isFit = isKindOf(type, range)
    return isFit ? faultsOf(value, place) : [`${place}: may be no ${type}`]
  }

  return { faultsOf }
}
