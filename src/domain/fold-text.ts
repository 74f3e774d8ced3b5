const ignorable = /\p{Default_Ignorable_Code_Point}/gu

/**
 * A text as it is compared and searched: in compatibility form (NFKC), without case, and without the
 * characters that show nothing, such as zero-width ones. So 女 is one character however it was
 * encoded, and ＭＳ is ms. What is stored is never folded.
 */
export function foldText(text: string): string {
  return foldCase(text.normalize('NFKC').replace(ignorable, '')).normalize('NFKC')
}

/** Through upper case: it unites what lower case keeps apart, such as ß with ss and ς with σ. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}
