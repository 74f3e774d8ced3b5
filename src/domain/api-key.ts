import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { scopes } from './actor.ts'
import { label, textMax } from './text.ts'

/** Lets scanners for leaked secrets recognise a key, together with the checksum at its end. */
const mark = 'cpk_'
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const randomBytes = 32
const randomDigits = 43
const checksumDigits = 6
const shownDigits = 6

const form = new RegExp(`^${mark}([0-9A-Za-z]{${randomDigits}})([0-9A-Za-z]{${checksumDigits}})$`)

/** A key is `cpk_`, 32 random bytes in base 62, and a CRC-32 of these digits. */
export function keyFrom(random: Uint8Array): string {
  if (random.length !== randomBytes) throw new RangeError(`A key has ${randomBytes} random bytes.`)
  const secret = inBase62(BigInt(`0x${Buffer.from(random).toString('hex')}`), randomDigits)
  return `${mark}${secret}${checksumOf(secret)}`
}

/**
 * Whether a text is a well-formed key with a correct checksum; it may still be revoked or expired.
 */
export function isKey(value: string): boolean {
  const [, secret, checksum] = form.exec(value) ?? []
  return secret !== undefined && checksumOf(secret) === checksum
}

/** The part of a key that may be shown to identify it. */
export function prefixOf(key: string): string {
  return key.slice(0, isKey(key) ? mark.length + shownDigits : mark.length)
}

/** An instant with at most milliseconds, which is the precision stored. */
const expiry = z.iso
  .datetime({ offset: true, error: 'Send an instant, as 2027-01-31T00:00:00Z.' })
  .regex(/^[^.]*(?:\.\d{1,3}\D.*)?$/, 'Send at most milliseconds.')
  .meta({ example: '2027-01-31T00:00:00Z' })

export const newKey = z
  .strictObject({
    name: label(textMax.name).meta({ description: 'What it is for, or whose.' }),
    scope: z.enum(scopes),
    expiresAt: expiry.nullable().default(null),
  })
  .meta({ id: 'NewKey' })
export type NewKey = z.output<typeof newKey>

function checksumOf(secret: string): string {
  return inBase62(BigInt(crc32(secret)), checksumDigits)
}

function inBase62(value: bigint, length: number): string {
  let written = ''
  for (let rest = value; rest > 0n; rest /= 62n) written = `${digits[Number(rest % 62n)]}${written}`
  return written.padStart(length, '0')
}
