import { randomFrom } from '../../test/oracle/random.ts'
import { claim, claims, each, link, source, type Line } from './lines.ts'

/** A part of the record that makes one write expensive. */
export interface Shape {
  readonly name: string
  /** What its size counts. */
  readonly counts: string
  readonly lines: (size: number) => readonly Line[]
  /** A claim that the last write joins to another by a link; both are refs. */
  readonly blow: (size: number) => { relation: string; from: string; to: string }
}

/** Shapes that were made to be expensive, each for another part of the rules. */
const adversarial: readonly Shape[] = [
  {
    name: 'a chain of undercuts that turns',
    counts: 'claims',
    lines: (size) => [
      ...claims(size + 1, 'c'),
      ...each(size - 1, (at) => [link(`l${at}`, 'undercuts', `c${at + 1}`, `c${at}`)]),
    ],
    blow: (size) => ({ relation: 'undercuts', from: `c${size}`, to: `c${size - 1}` }),
  },
  {
    name: 'a chain of bases that falls',
    counts: 'claims',
    lines: (size) => [
      ...claims(size + 1, 'c'),
      ...each(size - 1, (at) => [link(`l${at}`, 'relies_on', `c${at + 1}`, `c${at}`)]),
    ],
    blow: (size) => ({ relation: 'undercuts', from: `c${size}`, to: 'c0' }),
  },
  {
    name: 'two groups of restatements that quarrel',
    counts: 'restatements on each side',
    lines: (size) => [
      ...claims(size, 'a'),
      ...claims(size, 'b'),
      ...each(size - 1, (at) => [
        link(`r${at}`, 'restates', `a${at + 1}`, `a${at}`),
        link(`q${at}`, 'restates', `b${at + 1}`, `b${at}`),
      ]),
    ],
    blow: () => ({ relation: 'rebuts', from: 'b0', to: 'a0' }),
  },
  {
    name: 'a group that grows by another',
    counts: 'rebutted restatements of each',
    lines: (size) => [
      ...claims(size, 'a'),
      ...claims(size, 'b'),
      ...claims(size, 'd'),
      ...each(size - 1, (at) => [
        link(`r${at}`, 'restates', `a${at + 1}`, 'a0'),
        link(`q${at}`, 'restates', `b${at + 1}`, 'b0'),
      ]),
      ...each(size, (at) => [link(`d${at}l`, 'rebuts', `d${at}`, `a${at}`)]),
    ],
    blow: () => ({ relation: 'restates', from: 'b0', to: 'a0' }),
  },
  {
    name: 'one more rebuttal of a hub',
    counts: 'rebuttals',
    lines: (size) => [
      ...claims(size + 1, 'c'),
      source('s'),
      claim('h', 's'),
      ...each(size, (at) => [link(`l${at}`, 'rebuts', `c${at}`, 'h')]),
    ],
    blow: (size) => ({ relation: 'rebuts', from: `c${size}`, to: 'h' }),
  },
  {
    name: 'a concession of a hub',
    counts: 'rebuttals of one voice',
    lines: (size) => [
      source('firm', { kind: 'company' }),
      source('s'),
      claim('h', 's', { about: ['firm'] }),
      ...each(size, (at) => [claim(`c${at}`, 'firm'), link(`l${at}`, 'rebuts', `c${at}`, 'h')]),
      claim('sorry', 'firm', { assertedAt: '2026-01-01' }),
    ],
    blow: () => ({ relation: 'concedes', from: 'sorry', to: 'h' }),
  },
  {
    name: 'a link that many undercut',
    counts: 'undercuts of one link',
    lines: (size) => [
      ...claims(size + 1, 'c'),
      source('s'),
      claim('h', 's'),
      claim('k', 's'),
      link('l', 'relies_on', 'h', 'k'),
      ...each(size, (at) => [link(`u${at}`, 'undercuts', `c${at}`, { link: 'l' })]),
    ],
    blow: (size) => ({ relation: 'undercuts', from: `c${size}`, to: 'k' }),
  },
  {
    name: 'a claim about a party with many parts',
    counts: 'parts, each with an undercut',
    lines: (size) => [
      source('whole', { kind: 'company' }),
      ...each(size, (at) => [
        source(`p${at}`, {
          kind: 'company',
          affiliations: [{ relation: 'part_of', source: at === 0 ? 'whole' : `p${at - 1}` }],
        }),
        claim(`c${at}`, `p${at}`),
      ]),
      source('s'),
      claim('h', 's', { about: ['whole'] }),
      ...each(size - 1, (at) => [link(`u${at}`, 'undercuts', `c${at}`, 'h')]),
    ],
    blow: (size) => ({ relation: 'undercuts', from: `c${size - 1}`, to: 'h' }),
  },
]

const relations = ['rebuts', 'undercuts', 'relies_on', 'restates', 'supports'] as const

/** Twice as many links as claims, from later claims to earlier ones. */
function random(seed: number): Shape {
  return {
    name: `a random record, seed ${seed}`,
    counts: 'claims',
    lines: (size) => {
      const chance = randomFrom(seed + size)
      return [
        ...claims(size + 1, 'c'),
        ...each(size - 1, (at) =>
          [1, 2].map((of) =>
            link(`l${at}-${of}`, chance.pick(relations), `c${at + 1}`, `c${chance.below(at + 1)}`),
          ),
        ),
      ]
    },
    blow: (size) => ({ relation: 'undercuts', from: `c${size}`, to: 'c0' }),
  }
}

export const shapes: readonly Shape[] = [...adversarial, random(1), random(2)]
