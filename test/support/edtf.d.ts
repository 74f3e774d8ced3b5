/** What the tests read of `edtf`, which has no types of its own. */
declare module 'edtf' {
  interface Parsed {
    readonly type: string
    readonly min: number
    readonly max: number
  }
  export default function edtf(
    text: string,
    options: { readonly types: readonly string[] },
  ): Parsed & { toString(): string }
}
