import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../src/store/database/db.ts'
import { freePort } from './kills.ts'
import { openLedger } from './ledger.ts'
import { recordFaults } from './record-faults.ts'
import { startService, type Program, type Service } from './service-process.ts'
import { startWriters } from './writers.ts'

const key = 'a-key-for-writers-on-bad-days-0123456789'

export interface Upgraded {
  readonly faults: readonly string[]
  readonly acknowledged: number
  readonly reads: number
}

/**
 * Starts the newer program beside the older one while eight writers write and readers read through
 * the older alone, then through both, then through the newer alone.
 *
 * @param db the database that both are given by `env`
 * @param writes how many are acknowledged in each of the three parts at least
 */
export async function upgradeUnderLoad(
  { older, newer }: { older: Program; newer: Program },
  env: Readonly<Record<string, string>>,
  db: Db,
  writes: number,
): Promise<Upgraded> {
  const faults: string[] = []
  const ledger = openLedger()
  const begin = async (program: Program) => {
    const service = startService({ program, env, key, port: await freePort() })
    started.push(service)
    await service.ready()
    return service
  }
  const started: Service[] = []
  let reads = 0
  try {
    const origins = [(await begin(older)).origin]
    const onFault = (fault: string) => void faults.push(fault)
    const writers = await startWriters({ origins, key, ledger, seed: 7, onFault })
    const done = new AbortController()
    const reading = read()
    await Promise.race([acknowledged(writes), writers.ended])

    origins.push((await begin(newer)).origin)
    await Promise.race([acknowledged(writes), writers.ended])
    for (const service of started) await service.ready()
    origins.shift()
    faults.push(...(await ending(started[0])))
    await Promise.race([acknowledged(writes), writers.ended])

    await writers.stop()
    done.abort()
    await reading
    faults.push(...(await ending(started[1])), ...(await recordFaults(db, ledger)))
    return { faults, acknowledged: ledger.acknowledged(), reads }

    async function read(): Promise<void> {
      while (!done.signal.aborted) {
        for (const origin of origins) {
          const status = await statusOf(`${origin}/v1/claims?status=denied,disputed`)
          // Its last connections may have closed between choosing it and the request.
          if (status !== 200 && origins.includes(origin))
            faults.push(`A read was answered ${status}.`)
          reads += 1
        }
        await sleep(20)
      }
    }
  } finally {
    for (const service of started) await service.kill()
  }

  async function acknowledged(more: number): Promise<void> {
    const enough = ledger.acknowledged() + more
    while (ledger.acknowledged() < enough) await sleep(5)
  }
}

async function ending(service: Service | undefined): Promise<string[]> {
  const code = await service?.stop()
  return code === 0 ? [] : [`On SIGTERM a version ended with ${code}.`]
}

async function statusOf(url: string): Promise<number | string> {
  try {
    const response = await fetch(url)
    await response.text()
    return response.status
  } catch (error) {
    return String(error)
  }
}
