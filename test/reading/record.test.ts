import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { markShapes } from '../../src/sentences/table/marks.ts'
import type { StandingCase } from '../../src/sentences/table/standings.ts'
import type { ClaimView } from '../../src/views/claim.ts'
import { it as withApi, read } from '../support/api.ts'
import { browserPath, launchBrowser } from '../support/chromium.ts'
import { importLines } from '../support/import.ts'
import { claimOf, recordLines, type DisputeName } from './record.ts'
import { scenes, surfaces } from './scenes.ts'
import { takeScenes } from './take.ts'

const it = withApi.extend('record', { scope: 'file', auto: true }, ({ db }) =>
  importLines(db, recordLines()),
)

/** How each claim of the record stands. */
const standings: Readonly<Record<DisputeName, StandingCase>> = {
  closure: 'unanswered',
  payments: 'denied',
  crew: 'answered_partly',
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
  it('has a claim for each picture, which stands as the picture is to show', async ({ api }) => {
    for (const { dispute } of scenes) {
      const { standing } = await read<ClaimView>(api, `/v1/claims/${claimOf(dispute)}`)
      expect([dispute, standing.case]).toEqual([dispute, standings[dispute]])
    }
  })

  it.skipIf(browserPath === undefined)(
    'can be pictured on every surface, and no picture is empty',
    async ({ origin }) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-reading-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      const browser = await launchBrowser()
      onTestFinished(() => browser.close())

      await takeScenes(browser, origin, folder)

      for (const { picture } of scenes) {
        const { size } = statSync(path.join(folder, `${picture}.png`))
        expect([picture, size > 3_000]).toEqual([picture, true])
      }
    },
  )

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
