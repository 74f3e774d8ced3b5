import type { Label } from '../../../src/domain/status.ts'
import { claimNode, guardNode, labelOf } from './attacks.ts'
import { noneNode } from './compile.ts'
import { lifeOf } from './lifecycle.ts'
import { attacksOnto, type Labelled, winningOnto } from './labelled.ts'
import type { Reading } from './reading.ts'
import type { Link } from './record.ts'
import { admissionsOf, isOtherVoiceOfSubject, subjectsOf } from './subjects.ts'

/** §1.6, the inputs of the table for the claim c. */
export function inputsOf(all: Labelled, c: string) {
  const { reading, labels } = all
  const subjects = subjectsOf(reading, c)
  return {
    life: lifeOf(reading, all.givenUp, reading.claim(c)),
    label: labelOf(labels, claimNode(c)),
    ra: rulingsAgainst(all, c).length > 0,
    rf: rulingsFor(all, c).length > 0,
    bl: basesOf(reading, c).some((link) => isLost(all, link)),
    dn: attacksOnto(all, c).some(
      (attack) =>
        attack.label(labels) !== 'OUT' &&
        isOtherVoiceOfSubject(reading, attack.from, c, reading.at(attack.from)),
    ),
    ad: subjects.length > 0 && subjects.every((a) => admissionsOf(all, c, a).length > 0),
    ch: attacksOnto(all, c).length > 0,
  }
}
export type Inputs = ReturnType<typeof inputsOf>

/** RA: "some IN attack onto c that is one-way and starts at a ruling". */
export function rulingsAgainst(all: Labelled, c: string): string[] {
  return winningOnto(all, c).filter((from) => all.reading.isRuling(from))
}

/** RF: "some ruling in group(c)\{c} is IN". */
export function rulingsFor({ reading, labels }: Labelled, c: string): string[] {
  return reading
    .group(c)
    .filter((m) => m !== c && reading.isRuling(m) && labelOf(labels, claimNode(m)) === 'IN')
}

/** The live `relies_on` of c; one that ended contributes nothing. */
export function basesOf(reading: Reading, c: string): Link[] {
  return reading.live('relies_on').filter(({ from }) => from === c)
}

/** BL: "its z is IN, or the guard of its `relies_on` is OUT by an undercut". */
function isLost(all: Labelled, link: Link): boolean {
  return noneLabel(all, link) === 'IN' || labelOf(all.labels, guardNode(link.id)) === 'OUT'
}

/** The label of the z of a basis. */
export function noneLabel({ reading, labels }: Labelled, { to }: Link): Label {
  return labelOf(labels, noneNode(reading.group(to)))
}
