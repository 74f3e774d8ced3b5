import { describe, expect, it, test } from 'vitest'
import { Statements } from './support/statements.ts'

const list = (...conditions: string[]) =>
  `with page as (
     select id from claim where voided_at is null${conditions.map((each) => ` and ${each}`).join('')}
     order by at desc limit $9
   ) select text from page`

function knowing(...statements: string[]): Statements {
  const known = new Statements()
  for (const statement of statements) known.learn(statement)
  return known
}

describe('a statement is known', () => {
  const known = knowing(
    list('kind = $1', 'exists (select from link where to_claim = id and not is_void)'),
    list('(at, id) < ($1, $2)'),
  )

  test.each([
    ['as it was', list('(at, id) < ($1, $2)')],
    ['with other numbers and white space', list(' (at,  id) < ($7, $8)')],
    ['with fewer conditions', list()],
    ['with conditions from both', list('kind = $1', '(at, id) < ($2, $3)')],
  ])('%s', (_, statement) => {
    expect(known.strangeIn(statement)).toEqual([])
  })

  test.each([
    ['a value in it', list("kind = 'fact'")],
    ['a value in a nested query', list('exists (select from link where to_claim = 5)')],
    ['a condition more', list('lang = $1')],
    ['a condition widened by or', list('kind = $1 or true')],
    ['a condition from another place', `${list()} where kind = $1`],
    ['a join more', list().replace('from claim', 'from claim join link on true')],
    ['another order', list().replace('at desc', 'id desc')],
    ['another table', list().replace('from claim', 'from source')],
    ['a lock', `${list()} for update`],
    ['a statement more', 'select 1'],
  ])('but not with %s', (_, statement) => {
    expect(known.strangeIn(statement)).not.toEqual([])
  })
})

it('does not take an or for a list of conditions', () => {
  const known = knowing('select a from b where c = $1 or d = $2 and e = $3')

  expect(known.strangeIn('select a from b where c = $1 or d = $2')).not.toEqual([])
})

it('leaves quoted text unchanged', () => {
  const known = knowing("select a from b where c = 'x and y'", 'select a from b where d = $1')

  expect(known.strangeIn("select a from b where c = 'x and y' and d = $5")).toEqual([])
  expect(known.strangeIn("select a from b where c = 'x  and y'")).not.toEqual([])
})
