import { expect, test } from 'vitest'
import { possessive } from '../../src/sentences/english-phrases.ts'

test.each([
  ['Halden', 'Halden’s'],
  ['Reuters', 'Reuters’'],
  ['Commission S', 'Commission S’s'],
  ['AWS', 'AWS’s'],
  ['Netflix', 'Netflix’s'],
])('the possessive of %s is %s', (name, form) => {
  expect(possessive(name)).toBe(form)
})
