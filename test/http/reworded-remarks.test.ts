import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import { it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'

/** Words that a paper, a firm or its spokesperson later puts better, on both sides of an answer. */
function story(who: string, response: string) {
  const wording = { change: 'wording' }
  const affiliations = [{ relation: 'speaks_for', source: 'firm' }]
  return [
    sourceLine('paper'),
    sourceLine('firm', { name: 'Acme' }),
    sourceLine('lab', { name: 'Lab' }),
    sourceLine('voice', { kind: 'person', name: 'Voice', affiliations }),
    ...['first', 'R', 'better'].map((ref) => claimLine(ref, 'paper', { about: ['firm'] })),
    claimLine('Q', who, { assertedAt: '2025-11-01' }),
    claimLine('same', who, { assertedAt: '2026-02-01' }),
    linkLine('q', 'qualifies', 'Q', 'R', { response }),
    linkLine('w', 'supersedes', 'same', 'Q', wording),
    linkLine('r', 'supersedes', 'R', 'first', wording),
    linkLine('b', 'supersedes', 'better', 'R', wording),
  ]
}

async function told(api: Api, id: string | undefined) {
  const { statusLabel, explanation } = await read<ClaimView>(api, `/v1/claims/${id}?lang=en`)
  return { label: statusLabel, text: explanation?.text }
}

describe('a remark that was put in better words', () => {
  it.for([
    ['voice', 'declines', 'Acme neither confirms nor denies', 'Acme, through Voice, declined'],
    ['voice', 'confirms', 'Acme confirms this', 'Acme, through Voice, confirmed it'],
    ['firm', 'neither', 'Acme neither confirms nor denies', 'Acme, whom this is about, neither'],
    ['firm', 'elsewhere', 'Acme answered on another point · not', 'answered on another point'],
    ['lab', 'declines', 'Lab declined to comment · not', 'Lab declined to comment'],
    ['lab', 'confirms', 'Lab says this is so · not examined', 'Lab said that this is so'],
  ] as const)(
    'is told as that, and not as taken back: %s %s',
    async ([who, response, label, text], { api, db }) => {
      const { refs } = await importLines(db, story(who, response))

      const said = await told(api, refs['better'])

      expect(said.label).toContain(label)
      expect(said.text).toContain(text)
      expect(said.text).toContain(`says in same.”, 1 November 2025, reworded since)`)
      expect(Object.values(said).join(' ')).not.toMatch(/taken back|replaced|withdrawn|context/)
    },
  )

  it('is dated by its first words beside a denial', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...story('voice', 'declines'),
      claimLine('D', 'firm', { assertedAt: '2025-12-03' }),
      linkLine('d', 'rebuts', 'D', 'better'),
    ])

    const said = await told(api, refs['better'])

    expect(said.text).toContain(
      'Earlier, Acme, through Voice, declined to comment (1 November 2025).',
    )
  })

  it('is told as taken back once those words are', async ({ api, db }) => {
    const { refs } = await importLines(db, story('voice', 'declines'))
    const reason = 'For the test.'
    await importLines(db, [
      { type: 'withdrawal', claim: refs['same'], at: '2026-03-01', reason, uncited: true },
    ])

    expect((await told(api, refs['better'])).label).toBe(
      'An answer by Voice was taken back or replaced',
    )
  })
})
