import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { readAnswers, readExpected, type Answer, type AnswersOfReader } from './answers.ts'
import { scenes } from './scenes.ts'
import { score, tableOf } from './score.ts'
import { orderFor, writeSheet } from './sheet.ts'

const expected = readExpected()
const none: Answer = { said: '', answered: '', open: '', checked: 'No', judges: 'No' }

const first = (words: readonly string[] | null) => words?.[0] ?? ''

/** What a reader says who takes each picture as it is meant. */
const perfect: AnswersOfReader = {
  reader: 'r00',
  marks: 'discs',
  answers: Object.fromEntries(
    Object.entries(expected).map(([picture, { said, answered, open }]) => {
      return [picture, { ...none, said: first(said), answered: first(answered), open: first(open) }]
    }),
  ),
}

function saying(picture: string, answer: Partial<Answer>): AnswersOfReader {
  const { answers } = perfect
  return {
    ...perfect,
    answers: { ...answers, [picture]: { ...none, ...answers[picture], ...answer } },
  }
}

describe('the score', () => {
  it('finds nothing wrong with answers as expected', () => {
    const { scores, misses } = score(expected, [perfect])

    expect(misses).toEqual([])
    expect(scores).toMatchObject([{ marks: 'discs', readers: 1, tookSilence: 0 }])
  })

  test.each([
    ['the speaker is not named', 'p01', { said: 'Nordlys Foods' }, 'said'],
    ['a word is only part of another', 'p01', { open: 'It was recalled.' }, 'open'],
    ['who answered is missed', 'p03', { answered: 'Nobody' }, 'answered'],
    ['nothing was answered', 'p02', { checked: '' }, 'checked'],
    ['the service is thought to judge', 'p05', { judges: 'Yes, by a sign' }, 'judges'],
    ['the service is thought to judge, in Korean', 'p05', { judges: '예, 판정한다' }, 'judges'],
  ] as const)('counts a miss if %s', (_, picture, answer, question) => {
    const { scores, misses } = score(expected, [saying(picture, answer)])

    expect(misses).toMatchObject([{ reader: 'r00', picture, question }])
    expect(scores[0]?.tookSilence).toBe(0)
  })

  it('counts readers who take silence for a check, each once', () => {
    const reader = saying('p01', { checked: 'Yes, by Counterpoint' })
    reader.answers['p08'] = { ...none, ...perfect.answers['p08'], checked: '예' }

    const { scores } = score(expected, [reader, perfect])

    expect(scores).toMatchObject([{ readers: 2, tookSilence: 1 }])
  })

  it('prints a column for each family of marks', () => {
    const table = tableOf(score(expected, [perfect, { ...perfect, marks: 'halves' }]))

    expect(table.split('\n')[0]).toBe('|  | discs | halves |')
    expect(table).toContain('| took silence for a check or a confirmation | 0 | 0 |')
    expect(table).toContain('| named the speaker | 10 of 10 (100 %) | 10 of 10 (100 %) |')
  })
})

describe('what a reader gets', () => {
  const pictures = 'docs/reading-test/pictures'

  it('has every picture, in an order of its own, and nothing that gives answers away', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-reading-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))

    writeSheet({ reader: 'r01', marks: 'halves' }, { pictures, folder })

    const all = scenes.map(({ picture }) => `${picture}.png`)
    expect(readdirSync(folder).toSorted()).toEqual(['answers.json', ...all, 'sheet.txt'].toSorted())
    const sheet = readFileSync(path.join(folder, 'sheet.txt'), 'utf8')
    expect(orderFor('r01')).not.toEqual(orderFor('r02'))
    expect(orderFor('r01').map((picture) => sheet.indexOf(picture))).toEqual(
      orderFor('r01')
        .map((picture) => sheet.indexOf(picture))
        .toSorted((a, b) => a - b),
    )
    expect(sheet).not.toMatch(/halves|discs|silence|status/i)
    expect(readAnswers(path.join(folder, 'answers.json'))).toMatchObject({ reader: 'r01' })
  })

  it('is expected to be read, picture by picture', () => {
    expect(Object.keys(expected)).toEqual(scenes.map(({ picture }) => picture))
  })
})
