/** An error whose message is entirely ours and quotes nothing that people have sent or stored. */
export class PlainError extends Error {
  override readonly name: string = 'PlainError'
}
