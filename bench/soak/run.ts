import { showProgress, terminal } from '../../src/cli/terminal/terminal.ts'
import type { Soak } from './soak.ts'

const faultsShownMax = 20

export interface SoakOptions {
  readonly count: number
  readonly seed: number
}

/** Runs one check, shows its progress, and reports its result. Returns the number of faults. */
export async function runSoak(soak: Soak, options: SoakOptions): Promise<number> {
  const { count, seed } = options
  const shown = showProgress()
  const begun = performance.now()
  const seconds = () => Math.round((performance.now() - begun) / 1000)
  let faults = 0
  const note = (line: string) => {
    shown.clear()
    terminal.note(line)
  }
  const fault = (words: string) => {
    faults += 1
    if (faults <= faultsShownMax) note(`fault: ${words}`)
  }
  note(`${soak.name}: ${count} ${soak.unit}, seed ${seed}`)
  const told = await soak.run({
    count,
    seed,
    options,
    note,
    fault,
    progress: (done, { more = '', of = count } = {}) => {
      const found = faults === 1 ? '1 fault' : `${faults} faults`
      shown.at(`${done} of ${of} ${soak.unit}, ${found}, ${seconds()} s ${more}`.trimEnd())
    },
  })
  shown.clear()
  terminal.say(`${soak.name}: ${told} ${faults} faults in ${seconds()} s (seed ${seed}).`)
  return faults
}
