import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import { enterRandom } from '../surfaces/claims.ts'
import { standingFaults } from '../surfaces/check.ts'
import { it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'

const story = [
  sourceLine('paper', { kind: 'outlet', name: 'The Paper' }),
  sourceLine('firm', { kind: 'company', name: 'Acme' }),
  claimLine('R', 'paper', { about: ['firm'] }),
  claimLine('D', 'firm', { about: ['firm'] }),
]

async function readIn(api: Api, id: string | undefined, lang = 'en') {
  return read<ClaimView>(api, `/v1/claims/${id}?lang=${lang}`)
}

describe('what a claim itself rebuts', () => {
  const onScope = { aspect: 'scope' }
  const cases = [
    ['its whole', null, 'Contested by Acme'],
    ['its existence', 'existence', 'Contested by Acme'],
    ['its quantity', 'quantity', 'Contested by Acme'],
    ['its timing', 'timing', 'Acme answers another point (the scope) · this one is open'],
  ] as const

  it.for(cases)('is met, if that is %s', async ([, aspect, label], { api, db }) => {
    const { refs } = await importLines(db, [
      ...story,
      linkLine('own', 'rebuts', 'D', 'R', onScope),
      linkLine('reverse', 'rebuts', 'R', 'D', { aspect }),
    ])

    expect((await readIn(api, refs['R'])).statusLabel).toBe(label)
  })

  it('is met beside another answer of the same party', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...story,
      claimLine('E', 'firm', { about: ['firm'] }),
      linkLine('own', 'rebuts', 'D', 'R', onScope),
      linkLine('reverse', 'rebuts', 'R', 'E', { aspect: 'quantity' }),
    ])

    expect((await readIn(api, refs['R'])).statusLabel).toBe('Contested by Acme')
  })

  it('is met in a random record', async ({ api, db }) => {
    const { claims } = await enterRandom(db, 7200)

    for (const claim of claims.filter(({ status }) => status === 'denied')) {
      for (const lang of ['en', 'ko'] as const) {
        const { statusLabel } = await readIn(api, claim.id, lang)
        expect(standingFaults(claim, { label: statusLabel ?? '', mark: '' }, lang)).toEqual([])
      }
    }
  })
})
