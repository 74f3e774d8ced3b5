import { describe, expect } from 'vitest'
import { checkRecord } from '../../src/actions/check-record.ts'
import { findReferences, findSurvivors } from '../../src/store/references.ts'
import { run } from '../support/command.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, sourceLine } from '../support/lines.ts'

describe('counterpoint merge', () => {
  it('merges by slugs, and counterpoint unmerge takes it back', async ({ database, db }) => {
    await importLines(db, [
      ...['halden-steel', 'haldenverk'].map((slug) => sourceLine(slug, { slug })),
      claimLine('claim', 'haldenverk'),
    ])
    const leading = async () => {
      const { into, from } = {
        into: (await findReferences(db, 'source', ['halden-steel'])).get('halden-steel'),
        from: (await findSurvivors(db, 'source', ['haldenverk'])).get('haldenverk'),
      }
      return into === from
    }

    const pair = ['source', 'haldenverk', 'halden-steel']
    const merged = await run(database, ['merge', ...pair, '--reason', 'One and the same.'])
    expect([merged.code, merged.err]).toEqual([0, 'haldenverk is merged into halden-steel.\n'])
    expect([await leading(), await checkRecord(db)]).toEqual([true, []])

    const parted = await run(database, ['unmerge', 'source', 'haldenverk', '--reason', 'Two.'])
    expect([parted.code, parted.err]).toEqual([0, 'haldenverk no longer redirects.\n'])
    expect([await leading(), await checkRecord(db)]).toEqual([false, []])
  })

  it.for([
    [
      ['merge', 'source', 'nobody', 'halden-steel', '--reason', 'R'],
      1,
      'There is no source "nobody".',
    ],
    [
      ['merge', 'source', 'halden-steel', 'nobody', '--reason', 'R'],
      1,
      'There is no source "nobody"',
    ],
    [['merge', 'source', 'halden-steel', 'halden-steel', '--reason', 'R'], 1, 'merged into itself'],
    [['merge', 'source', 'halden-steel', 'haldenverk'], 2, '--reason'],
    [['merge', 'story', 'a', 'b', '--reason', 'R'], 2, 'source, report, claim'],
    [['merge', 'source', 'halden-steel', 'haldenverk', '--reason', ''], 2, 'It is empty or blank.'],
    [['unmerge', 'source', 'haldenverk', '--reason', 'R'], 1, 'haldenverk is not merged'],
  ] as const)('%j ends with %i and says why', async ([args, expected, why], { database }) => {
    const { code, err } = await run(database, args)

    expect([code, err]).toEqual([expected, expect.stringContaining(why)])
    expect(err).not.toMatch(/\n\s+at /)
  })
})
