import { describe, expect, test } from 'vitest'
import { preferredCoding, takesCoding } from '../../../src/http/request/accept-encoding.ts'

describe('the preferred coding', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    [' , ', undefined],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['BR', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=1.0, br;q=0.9', 'gzip'],
    ['gzip;q=0.5,br;q=0.5', 'br'],
    ['gzip ; q=0.2 , br ; Q=0.1', 'gzip'],
    ['br;q=0', undefined],
    ['br;q=0.000, gzip;q=0.001', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['gzip, *;q=0.5', 'gzip'],
    ['gzip, *;q=0', 'gzip'],
    ['identity', undefined],
    ['identity, br;q=0.5', undefined],
    ['identity;q=0.5, br;q=0.5', 'br'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['br;q=0.1, *;q=0.5', 'gzip'],
    ['br;q=0.1, gzip;q=0.1, *;q=0.5', undefined],
    ['identity;q=0', undefined],
    ['identity;q=0, gzip', 'gzip'],
    ['deflate, zstd, compress', undefined],
    ['x-gzip', undefined],
    ['made-up, gzip;q=0.1', 'gzip'],
    ['br;q=2', undefined],
    ['br;q=0.1234', undefined],
    ['br;q=', undefined],
    ['br;q=abc, gzip', undefined],
    ['br gzip', undefined],
    ['gzip;level=9', undefined],
    ['"br"', undefined],
    ['gzip;;', undefined],
    ['br, \u00e9', undefined],
    [`${' '.repeat(15_000)};`, undefined],
    [`${'a'.repeat(15_000)}"`, undefined],
  ])('%j is answered in %s', (header, coding) => {
    expect(preferredCoding(header, 5_000)).toBe(coding)
  })

  test.each([
    ['br', 1_024, undefined],
    ['br', 1_025, 'br'],
    ['br, identity;q=0', 10, 'br'],
    ['gzip, *;q=0', 10, 'gzip'],
    ['br, identity;q=0', 0, undefined],
  ])('with %s, %i bytes are answered in %s', (header, length, coding) => {
    expect(preferredCoding(header, length)).toBe(coding)
  })
})

describe('a coding', () => {
  test.each([
    [undefined, true],
    ['nonsense;', true],
    ['', false],
    ['gzip', true],
    ['br', false],
    ['*', true],
    ['gzip;q=0, *', false],
  ])('%j: gzip is readable: %s', (header, isRead) => {
    expect(takesCoding(header, 'gzip')).toBe(isRead)
  })
})
