/**
 * Widths in ems of letters of our fonts, rounded up, so that lines have room in the fonts that stand
 * in for them, too.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\s/u, 0.28],
  [/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uFF00-\uFFEF]/u, 1],
  [/\p{Emoji_Presentation}/u, 1.3],
  [/[ijltfI.,:;'’‘!|()[\]·-]/u, 0.36],
  [/[mwMW@%—…]/u, 0.92],
  [/[\p{Lu}\p{Nd}“”"]/u, 0.66],
]
const ordinary = 0.54

export function widthOfText(text: string): number {
  let sum = 0
  for (const letter of text) {
    const [, width] = widths.find(([shape]) => shape.test(letter)) ?? [undefined, ordinary]
    sum += width
  }
  return sum
}

/**
 * Breaks a text into lines of at most `width` ems, between words where that is possible, and at most
 * `max` of them: then the last one ends in "…".
 */
export function wrapped(text: string, { width, max }: { width: number; max: number }): string[] {
  const lines: string[] = []
  let line = ''
  const words = text
    .trim()
    .split(/\s+/u)
    .flatMap((word) => pieces(word, width))
  for (const word of words) {
    const joined = line === '' ? word : `${line} ${word}`
    if (widthOfText(joined) <= width) {
      line = joined
      continue
    }
    lines.push(line)
    line = word
    if (lines.length > max) break
  }
  if (line !== '') lines.push(line)
  if (lines.length <= max) return lines
  const last = lines[max - 1] ?? ''
  return [...lines.slice(0, max - 1), ended(last, width)]
}

/** A word that is too long for a line, in parts that are not. */
function pieces(word: string, width: number): readonly string[] {
  if (widthOfText(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of letters.segment(word)) {
    if (part !== '' && widthOfText(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

function ended(line: string, width: number): string {
  let kept = [...letters.segment(line)].map(({ segment }) => segment)
  while (kept.length > 0 && widthOfText(`${kept.join('')}…`) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}
