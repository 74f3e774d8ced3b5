/** Ranges of a table of code points in hexadecimal, as written in a character class. */
export function classOf(table: string): string {
  return table
    .trim()
    .split(/\s+/)
    .map((range) =>
      range
        .split('-')
        .map((code) => `\\u{${code}}`)
        .join('-'),
    )
    .join('')
}
