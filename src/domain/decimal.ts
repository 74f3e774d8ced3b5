import { withoutEnd } from './without-end.ts'

/** An exact decimal number: `digits` / 10^`scale`. */
export interface Decimal {
  digits: bigint
  scale: number
}

/** @throws {Error} if the text is not a plain decimal number; floats would round what was said */
export function parseDecimal(text: string): Decimal {
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === undefined) throw new Error(`"${text}" is not a decimal number.`)
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const [one, other] = [digitsAt(a, scale), digitsAt(b, scale)]
  return Number(one > other) - Number(one < other)
}

export function timesTenTo({ digits, scale }: Decimal, power: number): Decimal {
  const finer = scale - power
  return finer >= 0
    ? { digits, scale: finer }
    : { digits: digits * 10n ** BigInt(-finer), scale: 0 }
}

export function plusOne({ digits, scale }: Decimal): Decimal {
  return { digits: digits + 10n ** BigInt(scale), scale }
}

/** Plain notation, without zeros at the end. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const fraction = withoutEnd(all.slice(all.length - scale, all.length), /0/)
  return sign + all.slice(0, all.length - scale) + (fraction && `.${fraction}`)
}

function digitsAt({ digits, scale }: Decimal, finer: number): bigint {
  return digits * 10n ** BigInt(finer - scale)
}
