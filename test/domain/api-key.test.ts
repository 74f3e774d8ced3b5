import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isKey, keyFrom, newKey, prefixOf } from '../../src/domain/api-key.ts'

describe('a new key', () => {
  it('makes what a secret scanner finds by its mark, form and checksum', () => {
    const keys = Array.from({ length: 200 }, () => keyFrom(randomBytes(32)))

    expect(keys.every((key) => /^cpk_[0-9A-Za-z]{49}$/.test(key) && isKey(key))).toBe(true)
    expect(new Set(keys).size).toBe(200)
  })

  it('keeps the same length for the smallest and the greatest bytes', () => {
    expect(keyFrom(new Uint8Array(32))).toHaveLength(53)
    expect(keyFrom(new Uint8Array(32).fill(255))).toHaveLength(53)
  })
})

describe('the checksum of a key', () => {
  it('refuses a key with any one character changed', () => {
    const key = keyFrom(randomBytes(32))

    const harmed = [...key].map((character, at) => {
      const other = character === 'x' ? 'y' : 'x'
      return `${key.slice(0, at)}${other}${key.slice(at + 1)}`
    })

    expect(harmed.filter(isKey)).toEqual([])
  })
})

describe('the prefix of a key', () => {
  it('shows six random characters of a key, and fewer of what we did not make', () => {
    const key = keyFrom(randomBytes(32))

    expect(prefixOf(key)).toBe(key.slice(0, 10))
    expect(prefixOf('a-key-of-thirty-two-characters-!')).toBe('a-ke')
  })
})

describe('the expiry of a key', () => {
  it.each(['2027-01-31T00:00:00Z', '2027-01-31T00:00:00.123+09:00'])('may be %s', (expiresAt) => {
    expect(newKey.safeParse({ name: 'x', scope: 'edit', expiresAt }).success).toBe(true)
  })

  it.each(['2027-01-31', '2027-02-30T00:00:00Z', '2027-01-31T00:00:00.1234Z', '', 1])(
    'may not be %s',
    (expiresAt) => {
      expect(newKey.safeParse({ name: 'x', scope: 'edit', expiresAt }).success).toBe(false)
    },
  )
})
