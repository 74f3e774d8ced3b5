import { describe, expect } from 'vitest'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { notedLines } from '../support/noted-lines.ts'

let namespaces = 0

/** A record, what is linked last, and which links are advice then. */
const table: readonly (readonly [
  what: string,
  claims: string,
  links: string,
  last: string,
  advice: readonly string[],
])[] = [
  [
    'what answered the version that is replaced',
    'R(Info→MS) S(Info→MS) D(MS→MS) U(Lab→MS)',
    '1: D rebuts R; 2: U undercuts R',
    '3: S supersedes R',
    ['D rebuts S, not R', 'U undercuts S, not R'],
  ],
  [
    'what answered other words of that version',
    'R(Info→MS) V(Info→MS) S(Info→MS) D(MS→MS) U(Lab→MS)',
    '1: D rebuts R; 2: U undercuts R; 3: V supersedes R (wording)',
    '4: S supersedes V',
    ['D rebuts S, not V', 'U undercuts S, not V'],
  ],
  [
    'the answer in its newest words',
    'R(Info→MS) S(Info→MS) D(MS→MS) E(MS→MS)',
    '1: D rebuts R; 2: E supersedes D (wording)',
    '3: S supersedes R',
    ['E rebuts S, not R'],
  ],
  [
    'an answer to a version that is replaced already',
    'R(Info→MS) S(Info→MS) D(MS→MS) U(Lab→MS)',
    '1: S supersedes R',
    '2: D rebuts R; 3: U undercuts R',
    ['D rebuts S, not R', 'U undercuts S, not R'],
  ],
  [
    'an answer to a restatement of that',
    'R(Info→MS) B(Blog→MS) S(Info→MS) D(MS→MS)',
    '1: B restates R; 2: S supersedes R',
    '3: D rebuts B',
    ['D rebuts S, not R'],
  ],
  [
    'the last of several versions, at once',
    'R(Info→MS) S(Info→MS) T(Info→MS) D(MS→MS)',
    '',
    '1: S supersedes R; 2: T supersedes S; 3: D rebuts R',
    ['D rebuts T, not R'],
  ],
  [
    'the last of several versions, one after another',
    'R(Info→MS) S(Info→MS) T(Info→MS) D(MS→MS)',
    '1: D rebuts R; 2: S supersedes R',
    '3: T supersedes S',
    ['D rebuts T, not R'],
  ],
  [
    'nothing for other words',
    'R(Info→MS) S(Info→MS) D(MS→MS)',
    '1: D rebuts R',
    '2: S supersedes R (wording)',
    [],
  ],
  [
    'nothing that the new version concedes',
    'R(Info→MS) S(Info→MS) D(MS→MS)',
    '1: D rebuts R; 2: S concedes D',
    '3: S supersedes R',
    [],
  ],
  [
    'nothing that concedes the new version',
    'R(Info→MS) S(Info→MS) D(MS→MS)',
    '1: D rebuts R; 2: D concedes S',
    '3: S supersedes R',
    [],
  ],
  [
    'no rebuttal that was given up, though its claim stands',
    'R(Info→MS) D(MS→MS) Z(Blog→MS) A(MS→MS) S(Info→MS)',
    '1: D rebuts R; 2: D rebuts Z; 3: A concedes R',
    '4: S supersedes R',
    [],
  ],
  [
    'no undercut that was given up',
    'R(Info→Lab) U(MS→Lab) A(MS→MS) S(Info→MS)',
    '1: U undercuts R; 2: A concedes R',
    '3: S supersedes R',
    [],
  ],
  [
    'no answer that its author dropped, or dropped for the new version',
    'R(Info→MS) S(Info→MS) D(MS→MS) E(Bloom→MS)',
    '1: D rebuts R (ended); 2: E rebuts R; 3: E rebuts S (ended)',
    '4: S supersedes R',
    [],
  ],
  [
    'nothing for a version that is withdrawn',
    'R(Info→MS) S(Info→MS, withdrawn) D(MS→MS)',
    '1: D rebuts R',
    '2: S supersedes R',
    [],
  ],
]

describe('a write suggests', () => {
  it.for(table)('%s', async ([, claims, links, last, advice], { db }) => {
    const namespace = `carried-${namespaces++}`
    const all = notedLines(claims, [links, last].filter(Boolean).join('; '), namespace)
    const refs = new Set(last.split('; ').map((link) => `link-${link.split(':')[0]}`))
    const isLast = (line: object) => 'ref' in line && refs.has(String(line.ref))
    const { refs: known } = await importLines(
      db,
      all.filter((line) => !isLast(line)),
    )

    const { advice: found } = await importLines(db, [
      { type: 'bundle', namespace },
      ...all.filter(isLast),
    ])

    const names = new Map(Object.entries(known).map(([ref, id]) => [id, ref]))
    const told = found.suggestions.map((each) => {
      const [from, to] = [names.get(each.from), names.get(each.to)]
      const earlier = 'earlier' in each ? names.get(each.earlier) : undefined
      return `${from} ${each.relation} ${to}, not ${earlier}`
    })
    expect(told.toSorted()).toEqual(advice.toSorted())
  })
})
