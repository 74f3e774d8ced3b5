import { describe, expect } from 'vitest'
import { markShapes } from '../../src/sentences/table/marks.ts'
import type { StandingCase } from '../../src/sentences/table/standings.ts'
import type { ClaimView } from '../../src/views/claim.ts'
import { it, read } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimOf, recordLines, type DisputeName } from './record.ts'
import { scenes, surfaces } from './scenes.ts'

/** How each claim of the record stands. */
const standings: Readonly<Record<DisputeName, StandingCase>> = {
  closure: 'unanswered',
  payments: 'denied',
  crew: 'answered_elsewhere',
  willows: 'countered',
  tram: 'disputed',
  tariff: 'neither',
  outage: 'admitted',
  merger: 'unanswered',
  inhaler: 'answered',
  trial: 'corrected',
  brakes: 'withdrawn',
  training: 'answered_elsewhere',
}

describe('the record of the reading test', () => {
  it('has a claim for each picture, which stands as the picture is to show', async ({
    api,
    db,
  }) => {
    await importLines(db, recordLines())

    for (const { dispute } of scenes) {
      const { standing } = await read<ClaimView>(api, `/v1/claims/${claimOf(dispute)}`)
      expect([dispute, standing.case]).toEqual([dispute, standings[dispute]])
    }
  })

  it('is shown on every surface in both languages', () => {
    for (const surface of surfaces)
      for (const lang of ['en', 'ko'] as const)
        expect(
          scenes.filter((scene) => scene.surface === surface && scene.lang === lang),
        ).not.toEqual([])
  })
})

describe('the marks of two halves', () => {
  it('take the place of every disc', async () => {
    const discs = { ...markShapes }

    await import('./halves.ts')

    const { bar: _, ...halves } = markShapes
    for (const path of Object.values(halves)) expect(Object.values(discs)).not.toContain(path)
  })
})
