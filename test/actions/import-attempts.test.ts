import { describe, expect } from 'vitest'
import { importBundle } from '../../src/actions/import-bundle.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import { anActor } from '../support/actors.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, sourceLine } from '../support/lines.ts'
import { openLogged } from '../support/logged.ts'

/** Each source is part of the next, and the last one of nobody. */
function chain(length: number, names = ''): readonly unknown[] {
  return Array.from({ length }, (_, index) =>
    sourceLine(`${names}k${index}`, {
      affiliations: [
        {
          relation: 'part_of',
          source: index + 1 < length ? `${names}k${index + 1}` : 'nobody',
        },
      ],
    }),
  )
}

describe('an import with lines that are refused', () => {
  it('is tried again without all that name them at once, however long the chain', async ({
    database,
    db,
  }) => {
    const actor = await anActor(db, 'edit')
    const statements: string[] = []
    const logged = openLogged(database.serviceUrl, statements)

    const lines = [...chain(60), sourceLine('good')]
    const { accepted, refused } = await importLines(logged, lines, { actor, onError: 'skip' })

    expect(accepted).toBe(1)
    expect(refused).toHaveLength(60)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['unknown-reference']))
    expect(statements.filter((each) => each.startsWith('start'))).toHaveLength(2)
  })

  it('names all of them, too, if it is refused', async ({ db }) => {
    const { faults, code } = await refusalOf(db, [...chain(60, 'b'), sourceLine('fine')])

    expect(faults).toHaveLength(60)
    expect(code).toBe('invalid')
  })

  it('keeps lines that name something on record, by the name of a refused line', async ({ db }) => {
    await importLines(db, [sourceLine('taken', { slug: 'taken-slug' })])

    const { refused, accepted } = await importLines(
      db,
      [sourceLine('again', { slug: 'taken-slug' }), claimLine('c', 'taken-slug')],
      { onError: 'skip' },
    )

    expect(refused.map(({ code }) => code)).toEqual(['slug-taken'])
    expect(accepted).toBe(1)
  })

  it('ends when nobody waits for its answer any more', async ({ db }) => {
    const actor = await anActor(db, 'edit')
    const before = await rowCounts(db)
    const gone = new AbortController()
    const lines = [sourceLine('late')].map((value, index) => {
      return { line: index + 1, value: bundleLine.parse(value) }
    })
    gone.abort()

    const importing = importBundle(quiet(db), {
      actor,
      lines,
      faults: [],
      onError: 'skip',
      signal: gone.signal,
    })

    await expect(importing).rejects.toMatchObject({ code: 'timed-out' })
    expect(await rowCounts(db)).toEqual(before)
  })
})
