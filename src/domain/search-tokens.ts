const runs =
  /(?<pairs>[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+)|[[\p{L}\p{N}\p{M}]--[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]]+/gv

/**
 * What a text is found by, in its order. Korean is written with particles and compounds that no
 * space divides, so of it every pair of neighbouring syllables counts; of other scripts each word,
 * in lower case and without accents. A change of script divides: "챗GPT" is 챗 and gpt.
 */
export function searchTokens(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
  return [...plain.matchAll(runs)].flatMap(({ 0: run, groups }) =>
    groups?.['pairs'] === undefined ? [run] : pairsOf([...run]),
  )
}

function pairsOf(letters: readonly string[]): string[] {
  if (letters.length < 2) return [...letters]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
