/** An error whose message is of our own making and quotes nothing that people have sent or stored. */
export class PlainError extends Error {
  override readonly name: string = 'PlainError'
}
