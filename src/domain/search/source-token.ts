/** The token by which a claim is found through its speaker and whom it is about; no text has it. */
export function sourceToken(id: string): string {
  return `@${id}`
}
