import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import type { DraftCheckView } from '../../src/drafts/view.ts'
import { run, start } from '../support/command.ts'
import { aPath } from '../support/folder.ts'
import { importLines } from '../support/import.ts'
import { it as withDatabase } from '../support/it.ts'
import { voidLine, withdrawalLine } from '../support/lines.ts'
import { seedLines } from '../support/seed.ts'

const it = withDatabase.extend('refs', { scope: 'file' }, async ({ db }) => {
  const { refs } = await importLines(db, seedLines())
  return refs
})

const repeated =
  'Some business units within Microsoft lowered sales targets for certain AI products.'

describe('counterpoint check', () => {
  it('1: says line by line what the record has, where it stands and what is found', async ({
    database,
    refs,
  }) => {
    const file = aPath('draft.md')
    await writeFile(file, `# A heading\n\nAs we said, ${repeated}*\n`)

    const { code, out } = await run(database, ['check', file])

    expect(code).toBe(1)
    const [first, ...rest] = out.split('\n')
    expect(first).toMatch(`${file}:3:1: As we said, ${repeated.slice(0, 50)}`)
    expect(first).toMatch(/…$/)
    expect(rest.join('\n'))
      .toBe(`  [Microsoft answered another point] The Information: ${repeated.slice(0, -1)}
    Microsoft answers another point (the scope) · this one is open (${refs['R1']})
    > Microsoft · Accounts differ: [Microsoft] has lowered neither salespeople's sales quotas nor the overall sales target…
  ! answer-missing: A party that this is about has answered, but on something else. No sentence of the draft has the words of an answer of this party.

${file}: 1 finding in 2 sentences and 0 addresses.
`)
  })

  it('0: nothing is found, also from standard input', async ({ database, refs }) => {
    expect(refs['R1']).toBeDefined()
    const { code, out } = await run(database, ['check', '-'], { input: 'The weather was fine.' })

    expect([code, out]).toEqual([0, '-: 0 findings in 1 sentence and 0 addresses.\n'])
  })

  it('prints JSON as the API answers it, in the language that was asked for', async ({
    database,
    refs,
  }) => {
    const args = ['check', '--json', '--lang', 'ko', 'db/seed/newsletter.ko.txt']
    const { code, out } = await run(database, args)

    const checked: DraftCheckView = JSON.parse(out)
    const text = readFileSync('db/seed/newsletter.ko.txt', 'utf8')
    expect(code).toBe(1)
    expect(checked.items.flatMap(({ findings }) => findings.map(({ claim }) => claim))).toEqual([
      refs['F1'],
      refs['F2'],
    ])
    const { start: from, end } = checked.items[0]?.place ?? { start: 0, end: 0 }
    expect(text.slice(from, end)).toMatch(/^- 마이크로소프트가/)
    expect(checked.items[0]?.findings[0]?.message).toMatch(/초고/)
  })

  it.for([
    [['check'], 2, /missing required argument/],
    [['check', '/nowhere/draft.md'], 2, /^\/nowhere\/draft\.md: there is no such file\. Look/],
    [['check', 'docs'], 2, /^docs: this is a folder/],
    [['check', '--every', '5', 'README.md'], 2, /add --watch/],
    [['check', '--format', 'docx', 'README.md'], 2, /choices are text/],
    [['check', '--watch', '-'], 2, /name a file/],
    [['check', '--watch', '--every', '0', 'README.md'], 2, /whole seconds/],
    [['check', 'docs/pictures/card-light.png'], 2, /no text in UTF-8/],
    [['check', '--format', 'addresses', 'README.md'], 2, /No line is a web address/],
  ] as const)('%j ends with %i, and says why', async ([args, expected, words], { database }) => {
    const { code, err } = await run(database, args)

    expect(code).toBe(expected)
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('watches what a draft cites, and says when that changes', async ({ database, db, refs }) => {
    const file = aPath('watched.txt')
    await writeFile(file, repeated)
    const watching = start(database, ['check', '--watch', '--every', '1', file])
    await watching.says(/Watching/)

    await importLines(db, [
      withdrawalLine(refs['R1'] ?? '', {
        citation: { report: refs['newsletter-report'], quote: '보도했는데요' },
      }),
    ])
    const said = await watching.says(/! withdrawn-cited/)

    expect(said).toMatch(/Withdrawn by The Information/)
    expect(said.split('watched.txt:1:1: Some business units')).toHaveLength(3)
    await importLines(db, [voidLine({ claim: refs['R1'] ?? '' })])
    await watching.says(/1 claim that it repeated or cited is no longer on record/)
    watching.process.kill('SIGINT')
    expect(await watching.ended).toMatchObject({ code: 0 })
  })
})
