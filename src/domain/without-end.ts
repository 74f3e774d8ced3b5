/**
 * A text without the characters at its end that an expression for one character matches. `/x+$/` would
 * try every run of them within the text from each of its places: a run of a million takes minutes.
 */
export function withoutEnd(text: string, one: RegExp): string {
  let end = text.length
  while (end > 0) {
    const last = text.slice(isPairBefore(text, end) ? end - 2 : end - 1, end)
    if (!one.test(last)) break
    end -= last.length
  }
  return text.slice(0, end)
}

function isPairBefore(text: string, end: number): boolean {
  return (text.codePointAt(end - 2) ?? 0) > 0xffff
}
