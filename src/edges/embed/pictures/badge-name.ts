/** A badge in words, which say when it was so: nobody corrects them where a badge was pasted. */
export function badgeName(label: string, asOf: string): string {
  return `Counterpoint: ${label} (${asOf})`
}
