import type { DisplayLanguage } from '../../../domain/display-language.ts'

/** Parameters of an address, decoded, in their order. */
export type Pairs = readonly (readonly [name: string, value: string])[]

/** The address of the page of claims with these parameters. */
export function claimsAddress(pairs: Pairs, language: DisplayLanguage, extra: Pairs = []): string {
  return `/claims?${queryOf([...pairs, ['lang', language], ...extra]).toString()}`
}

export function queryOf(pairs: Pairs): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of pairs) query.append(name, value)
  return query
}

export function withoutNames(pairs: Pairs, names: readonly string[]): Pairs {
  return pairs.filter(([name]) => !names.includes(name))
}

/** With these values of a parameter in place of all others. */
export function withValues(pairs: Pairs, name: string, values: readonly string[]): Pairs {
  return [...withoutNames(pairs, [name]), ...values.map((value) => [name, value] as const)]
}

export function valuesOf(pairs: Pairs, name: string): readonly string[] {
  return pairs.flatMap(([each, value]) => (each === name ? [value] : []))
}
