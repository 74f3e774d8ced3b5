import { encode } from './encode.ts'
import type { Coding } from './coding.ts'

/** The bytes of an answer, coded when first asked for, and once, however often they are sent. */
export class Copy {
  readonly plain: string | Uint8Array<ArrayBuffer>
  readonly #coded: { [C in Coding]?: Uint8Array<ArrayBuffer> } = {}
  readonly #coding: { [C in Coding]?: Promise<Uint8Array<ArrayBuffer>> } = {}

  constructor(plain: string | Uint8Array<ArrayBuffer>) {
    this.plain = plain
  }

  get length(): number {
    return Buffer.byteLength(this.plain)
  }

  /** The coded bytes, if they are there already. */
  coded(coding: Coding): Uint8Array<ArrayBuffer> | undefined {
    return this.#coded[coding]
  }

  async in(coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
    this.#coding[coding] ??= encode(this.plain, coding)
    return (this.#coded[coding] = await this.#coding[coding])
  }
}
