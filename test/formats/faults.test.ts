import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { newClaim } from '../../src/domain/claim.ts'
import { newLink } from '../../src/domain/link.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import { parse, pointerTo } from '../../src/formats/faults.ts'

function codesOf(schema: z.ZodType, input: unknown): Record<string, string> {
  const { faults = [] } = parse(schema, input)
  return Object.fromEntries(faults.map(({ pointer, code }) => [pointer, code]))
}

const claim = {
  kind: 'fact',
  speaker: 'msft',
  about: [],
  text: 'It did.',
  lang: 'en',
  assertedAt: '2025',
}

describe('parse', () => {
  test.each<[string, z.ZodType, unknown, Record<string, string>]>([
    ['nothing wrong', newClaim, claim, {}],
    ['missing', newClaim, { ...claim, text: undefined }, { '/text': 'missing' }],
    ['a list that is missing', newClaim, { ...claim, about: undefined }, { '/about': 'missing' }],
    ['a choice that is missing', newClaim, { ...claim, kind: undefined }, { '/kind': 'missing' }],
    ['null is something', newClaim, { ...claim, text: null }, { '/text': 'wrong-type' }],
    ['wrong type', newClaim, { ...claim, text: 1 }, { '/text': 'wrong-type' }],
    ['not one of', newClaim, { ...claim, kind: 'rumour' }, { '/kind': 'not-allowed-value' }],
    ['a code of our own', newClaim, { ...claim, text: ' ' }, { '/text': 'blank' }],
    ['a date', newClaim, { ...claim, assertedAt: '2025-02-30' }, { '/assertedAt': 'no-such-date' }],
    ['a form', newClaim, { ...claim, id: 'x' }, { '/id': 'invalid' }],
    ['an item', newClaim, { ...claim, about: ['a', 'a'] }, { '/about/1': 'repeated' }],
    ['too few', z.array(z.string()).min(1), [], { '': 'too-short' }],
    ['too small', z.object({ n: z.number().min(1) }), { n: 0 }, { '/n': 'too-small' }],
    ['too large', z.object({ n: z.number().max(1) }), { n: 2 }, { '/n': 'too-large' }],
    ['too long', z.string().max(1), 'xx', { '': 'too-long' }],
    [
      'each unknown field',
      z.strictObject({}),
      { a: 1, b: 2 },
      { '/a': 'unknown-field', '/b': 'unknown-field' },
    ],
    [
      'a nested unknown field',
      newClaim,
      { ...claim, texts: [{ lang: 'ko', text: 'x', by: 'human', x: 1 }] },
      { '/texts/0/x': 'unknown-field' },
    ],
    [
      'a union, by its closest form',
      newLink,
      { relation: 'rebuts', from: 'a', to: { claim: 5 } },
      { '/to/claim': 'wrong-type' },
    ],
    ['a kind of line that is missing', bundleLine, { ref: 'a' }, { '/type': 'missing' }],
    [
      'a kind of line that does not exist',
      bundleLine,
      { type: 'x' },
      { '/type': 'not-allowed-value' },
    ],
    ['a line that is no object', bundleLine, 5, { '': 'wrong-type' }],
  ])('%s', (_, schema, input, expected) => {
    expect(codesOf(schema, input)).toEqual(expected)
  })

  it('speaks plainly, and in the words of the schema where it has words', () => {
    const { faults = [] } = parse(newClaim, { ...claim, kind: 'rumour', id: 'x', text: 1 })

    expect(faults.map(({ message }) => message)).toEqual([
      'It is not an id (a lower-case UUID).',
      'Send fact, figure, opinion, or ruling.',
      'Send a string.',
    ])
  })

  it('never repeats what was sent in place of words of its own', () => {
    const { faults = [] } = parse(newClaim, { ...claim, kind: '<script>', lang: 5 })

    expect(JSON.stringify(faults)).not.toContain('script')
  })
})

describe('pointerTo', () => {
  it('escapes as RFC 6901 says', () => {
    expect(pointerTo(['a/b', 'm~n', 0, ''])).toBe('/a~1b/m~0n/0/')
    expect(pointerTo([])).toBe('')
  })
})
