const ignorable = /\p{Default_Ignorable_Code_Point}/gu

/**
 * A text normalised for comparison and search: in compatibility form (NFKC), without case, and
 * without invisible characters. So 女 is one character however it was encoded, and ＭＳ is ms. Stored
 * texts are never folded.
 */
export function foldText(text: string): string {
  return foldCase(text.normalize('NFKC').replace(ignorable, '')).normalize('NFKC')
}

/** Through upper case, which also unites ß with ss and ς with σ. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}
