import { describe, expect } from 'vitest'
import { addObject } from '../../src/actions/add-object.ts'
import { endLife } from '../../src/actions/end-life.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import type { Db } from '../../src/store/database/db.ts'
import { anActor } from '../support/actors.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { linkLine, quarrel, voidLine } from '../support/lines.ts'

const show = () => Promise.resolve(null)

describe('a write that topples a claim', () => {
  it('waits for a second person when an editor makes it, and nothing is stored', async ({ db }) => {
    const { refs } = await importLines(db, quarrel())
    const actor = await anActor(db, 'edit')
    const before = await rowCounts(db)

    const added = addObject(quiet(db), { actor, show, object: anUndercut(refs) })

    await expect(added).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`claim ${refs['story']} from unchallenged to countered`),
    })
    expect(await rowCounts(db)).toEqual(before)
  })

  it('waits for a second person when it lifts a claim again', async ({ db }) => {
    const { refs } = await importLines(db, [
      ...quarrel(),
      linkLine('cut', 'undercuts', 'study', 'story'),
    ])
    const actor = await anActor(db, 'edit')
    const before = await rowCounts(db)
    const id = refs['cut'] ?? ''

    for (const line of [voidLine({ link: id }), voidLine({ claim: refs['story'] ?? '' })]) {
      const ending = bundleLine.parse(line)
      if (ending.type !== 'void') throw new Error('A void was expected.')
      const object = ending.link ?? ending.claim ?? ''
      const ended = endLife(quiet(db), { actor, show, id: object, versions: [1], ending })
      await expect(ended).rejects.toMatchObject({ code: 'conflict' })
    }
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is made by an administrator alone, and its event says so', async ({ db }) => {
    const { refs } = await importLines(db, quarrel())
    const actor = await anActor(db, 'admin')

    await addObject(quiet(db), { actor, show, object: anUndercut(refs) })

    expect(await lastEvent(db)).toMatchObject({ actor, secondPerson: 'exempt' })
  })
})

describe('a write that topples nothing', () => {
  it.for(['edit', 'admin'] as const)(
    'is made by %s alone, without exemption',
    async (scope, { db }) => {
      const { refs } = await importLines(db, quarrel())
      const actor = await anActor(db, scope)
      const object = bundleLine.parse(
        linkLine('no', 'rebuts', refs['denial'] ?? '', refs['story'] ?? ''),
      )
      if (object.type !== 'link') throw new Error('A link was expected.')

      await addObject(quiet(db), { actor, show, object })

      const event = await lastEvent(db)
      expect(event).toMatchObject({ kind: 'link.added', actor })
      expect(event).not.toHaveProperty('secondPerson')
    },
  )
})

function anUndercut(refs: Readonly<Record<string, string>>) {
  const line = linkLine('cut', 'undercuts', refs['study'] ?? '', refs['story'] ?? '')
  const object = bundleLine.parse(line)
  if (object.type !== 'link') throw new Error('A link was expected.')
  return object
}

async function lastEvent(db: Db): Promise<unknown> {
  const event = await db
    .selectFrom('event')
    .select('body')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return JSON.parse(event.body)
}
