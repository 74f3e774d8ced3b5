import { expect } from 'vitest'
import { checkRecord } from '../../src/actions/check-record.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'

const length = 1500

it('a chain of 1,500 reliances can be entered, and undercut at its head', async ({ db }) => {
  const claim = { type: 'claim', kind: 'fact', about: [], lang: 'en', assertedAt: '2025' }
  const chain = Array.from({ length }, (_, index) => [
    { ...claim, ref: `c${index}`, speaker: 's', text: `Step ${index}.` },
    { type: 'link', relation: 'relies_on', from: `c${index}`, to: { claim: `c${index - 1}` } },
  ])
  const { refs } = await importLines(db, [
    { type: 'source', ref: 's', kind: 'outlet', name: 'Chain' },
    { type: 'source', ref: 'o', kind: 'outlet', name: 'Other' },
    ...chain.flat().filter((line) => !('to' in line) || line.from !== 'c0'),
  ])

  await importLines(db, [
    { ...claim, ref: 'u', speaker: refs['o'], text: 'It lacks its ground.' },
    { type: 'link', relation: 'undercuts', from: 'u', to: { claim: refs['c0'] } },
  ])

  const counts = await db
    .selectFrom('claim')
    .select(['status', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('status')
    .orderBy('status')
    .execute()
  expect(counts).toEqual([
    { status: 'basis_lost', count: length - 1 },
    { status: 'countered', count: 1 },
    { status: 'unchallenged', count: 1 },
  ])
  expect(await checkRecord(db)).toEqual([])
}, 120_000)
