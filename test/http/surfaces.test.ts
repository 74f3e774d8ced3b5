import { expect } from 'vitest'
import { surfacesGame } from '../surfaces/game.ts'
import { it } from '../support/api.ts'

it('says on no surface more than the record', { timeout: 300_000 }, async ({ db, origin }) => {
  const faults: string[] = []

  const { seen, shownOn } = await surfacesGame({
    db,
    origin,
    seed: 21,
    count: 1_500,
    fault: (words) => void faults.push(words),
  })

  expect(faults).toEqual([])
  expect([...shownOn].toSorted()).toEqual([
    'draft',
    'events',
    'links',
    'list',
    'reports',
    'search',
    'sources',
  ])
  expect([...seen.keys()]).toEqual(
    expect.arrayContaining([
      'denied',
      'disputed',
      'unchallenged',
      'withdrawn',
      'voided',
      'removed',
    ]),
  )
})
