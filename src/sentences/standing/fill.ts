/**
 * A phrase of the table with its values: `{name}`, `{one|many}`, and `[…]`, which is left out if a
 * value in it is empty. Values are entered last, so that nothing in a name is taken for a sign.
 */
export function fill(
  phrase: string,
  values: Readonly<Record<string, string>>,
  isMany: boolean,
): string {
  return phrase
    .replaceAll(/\[([^\]]*)\]/g, (_, part: string) =>
      namesIn(part).every((name) => values[name]) ? part : '',
    )
    .replaceAll(/\{([^}|]+)\|([^}]+)\}/g, (_, one: string, many: string) => (isMany ? many : one))
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

function namesIn(part: string): readonly string[] {
  return [...part.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}
