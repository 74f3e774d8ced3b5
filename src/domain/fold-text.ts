const ignorable = /\p{Default_Ignorable_Code_Point}/gu

/**
 * A text normalised for comparison and search: in compatibility form (NFKC), without case, and
 * without invisible characters. So ＭＳ becomes ms, and compatibility forms of 女 become 女. Stored texts
 * are never folded.
 */
export function foldText(text: string): string {
  return foldCase(text.normalize('NFKC').replace(ignorable, '')).normalize('NFKC')
}

/** Upper case turns ß into SS. Lower case turns Σ at the end of a word into ς, which is then made σ. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}
