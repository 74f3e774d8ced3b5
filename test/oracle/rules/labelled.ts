import type { Label } from '../../../src/domain/status.ts'
import { type Attack, attacksIn } from './attacks.ts'
import { compile } from './compile.ts'
import { type GivenUp, givenUpIn } from './concessions.ts'
import { labelsOf } from './label.ts'
import { readingOf, type Reading } from './reading.ts'
import { withNoneNodes } from './rebuttals.ts'
import type { PlainRecord } from './record.ts'

/** A labelled record: what statuses, cites and badges are read off. */
export interface Labelled {
  readonly reading: Reading
  readonly givenUp: readonly GivenUp[]
  readonly attacks: readonly Attack[]
  readonly labels: ReadonlyMap<string, Label>
}

export function labelled(record: PlainRecord, compileRebuttal = withNoneNodes): Labelled {
  const reading = readingOf(record)
  const givenUp = givenUpIn(reading)
  const labels = labelsOf(compile(reading, givenUp, compileRebuttal))
  return { reading, givenUp, attacks: attacksIn(reading, givenUp), labels }
}

export function attacksOnto(all: Labelled, target: string): Attack[] {
  return all.attacks.filter(({ onto }) => onto === target)
}

/** The sources of the IN one-way attacks onto a claim or a link. */
export function winningOnto(all: Labelled, target: string): string[] {
  return attacksOnto(all, target)
    .filter((attack) => attack.isOneWay && attack.label(all.labels) === 'IN')
    .map(({ from }) => from)
}

/** The sources of the attacks onto a claim or a link that are not OUT. */
export function notOutOnto(all: Labelled, target: string): string[] {
  return attacksOnto(all, target)
    .filter((attack) => attack.label(all.labels) !== 'OUT')
    .map(({ from }) => from)
}
