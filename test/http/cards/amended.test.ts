import { describe, expect } from 'vitest'
import { amendment, it, type Api } from '../../support/api.ts'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'

const translation = { lang: 'ko', text: '알', by: 'human' }
const figure = { metric: 'ai-sales', form: 'level', low: '10', high: '20', unit: '%' }

/** What the page and the card say of an amendment, in both languages. */
async function saidOf(api: Api, id: string): Promise<readonly string[]> {
  const said: string[] = []
  for (const path of [`/claims/${id}`, `/embed/claims/${id}`])
    for (const lang of ['en', 'ko']) {
      const { text } = await api(`${path}?lang=${lang}`, { headers: { accept: 'text/html' } })
      said.push(
        ...(/Transcription amended on \d+ \w+ 20\d\d|20\d\d년 \d+월 \d+일 기록 내용 수정/.exec(
          textOf(text),
        ) ?? []),
      )
    }
  return said
}

/** What a claim was entered with, its amendments, and whether one of them is told. */
const histories: readonly [
  what: string,
  entered: object,
  steps: readonly object[],
  told: boolean,
][] = [
  ['that was never amended', {}, [], false],
  ['with a translation added', {}, [{ texts: [translation] }], false],
  [
    'of a figure with a translation added',
    { kind: 'figure', figure },
    [{ texts: [translation] }],
    false,
  ],
  ['with other words', {}, [{ text: 'R, as said' }], true],
  [
    'with other words, and a translation added later',
    {},
    [{ text: 'S' }, { texts: [translation] }],
    true,
  ],
  [
    'with another translation',
    { texts: [translation] },
    [{ texts: [{ ...translation, text: '아르' }] }],
    true,
  ],
  ['with a translation taken away', { texts: [translation] }, [{ texts: [] }], true],
  ['with another date', {}, [{ assertedAt: '2025-11' }], true],
  ['with another number', { kind: 'figure', figure }, [{ figure: { ...figure, low: '11' } }], true],
  [
    'with an end that no longer counts',
    { kind: 'figure', figure },
    [{ figure: { ...figure, lowExclusive: true } }],
    true,
  ],
]

describe('the page and the card of a claim', () => {
  it.for(histories)(
    'tell of an amendment, and of nothing else: a claim %s',
    async ([what, entered, steps, told], { api, db }) => {
      const lines = notedLines('R(Info→MS)', '', `amended ${what}`).map((line) =>
        'ref' in line && line['ref'] === 'R' ? { ...line, ...entered } : line,
      )
      const { refs } = await importLines(db, lines)
      const id = refs['R'] ?? ''
      for (const [index, step] of steps.entries())
        expect((await api(`/v1/claims/${id}`, amendment(step, index + 1))).status).toBe(200)

      const said = await saidOf(api, id)

      expect(said).toHaveLength(told ? 4 : 0)
      expect(new Set(said).size).toBe(told ? 2 : 0)
    },
  )
})
