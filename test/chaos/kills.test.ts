import { describe, expect, it } from 'vitest'
import { aFolder } from '../support/embedded.ts'
import { fromSource } from './service-process.ts'
import { runKills, type Victim } from './kills.ts'

describe('kill -9 under eight writers', () => {
  it('loses nothing that was acknowledged, doubles nothing, and leaves every status right', async () => {
    const victims: Victim[] = ['service', 'database', 'backend']

    const { kills, acknowledged, faults } = await runKills({
      dataDir: aFolder(),
      program: fromSource,
      victims,
      seed: 1,
      checkEvery: victims.length,
    })

    expect(faults).toEqual([])
    expect(kills).toBe(victims.length)
    expect(acknowledged).toBeGreaterThan(15)
  }, 300_000)
})
