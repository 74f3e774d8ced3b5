/**
 * A phrase of the table with its values: `{name}`, `{one|many}`, and `[…]`, which is left out if a
 * value in it is empty. Values are entered last, so that nothing in a name is taken for a sign. A value
 * that ends in a comma brings the comma after it.
 */
export function fill(
  phrase: string,
  values: Readonly<Record<string, string>>,
  isMany: boolean,
): string {
  return phrase
    .replaceAll(/\[([^[\]]*)\]/g, (_, part: string) =>
      namesIn(part).every((name) => values[name]) ? part : '',
    )
    .replaceAll(/\{([^{}|]+)\|([^{}]+)\}/g, (_, one: string, many: string) => (isMany ? many : one))
    .replaceAll(/\{(\w+)\}(,?)/g, (_, name: string, comma: string) => {
      const value = values[name] ?? ''
      return value.endsWith(',') ? value : value + comma
    })
}

function namesIn(part: string): readonly string[] {
  return [...part.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}
