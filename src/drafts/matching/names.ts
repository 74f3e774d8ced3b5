/** Whether folded words have one of some folded names. */
export function isNamedIn(names: readonly string[], words: string): boolean {
  return names.some((name) => hasName(words, name))
}

/** A name in Latin letters is a whole word; particles follow one in Hangul. */
function hasName(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1)) {
    const [before, after] = [words.charAt(at - 1), words.charAt(at + name.length)]
    const isPart = /[a-z]$/.test(name) && /[a-z]/.test(after)
    if (!isPart && !(/^[a-z]/.test(name) && /[a-z]/.test(before))) return true
  }
  return false
}
