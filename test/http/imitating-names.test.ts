import { describe, expect } from 'vitest'
import { answerOnly, badgeOf, pictureOf } from '../../src/edges/embed/pictures/claim-picture.ts'
import { loadClaimCard } from '../../src/views/claim-card.ts'
import type { ClaimView } from '../../src/views/claim.ts'
import { it, read } from '../support/api.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../support/lines.ts'

/** Names that could be taken for what this service says, or that turn text around. */
const names = [
  'Confirmed by the party',
  'CONFIRMED  BY Microsoft · not contradicted',
  '[Removed] Acme',
  'Acme · Withdrawn',
  'Acme: no answer on record',
  '마이크로소프트 인정',
  'Third party',
  'Not\u200Bexamined',
  'Acme \u2067[Withdrawn]\u2069',
]
const opening = /[“‘«「]\u2068?$/
const isTurning = /[\u061C\u200E\u200F\u2066-\u2069]/

describe('a name that imitates our words', () => {
  it.for(names.map((name, index) => [index, name] as const))(
    'is quoted where it stands beside them: %s %s',
    async ([index, name], { api, db }) => {
      const { refs } = await importLines(db, [
        sourceLine('odd', { name }),
        sourceLine('other', { name: `Other ${index}` }),
        reportLine('page', 'odd'),
        claimLine('R', 'odd', {
          about: ['other'],
          text: 'It is so.',
          citations: [{ report: 'page', quote: 'It is' }],
        }),
        claimLine('A', 'other', { about: ['odd'], text: 'It is not.' }),
        claimLine('U', 'odd', { text: 'They err.' }),
        linkLine('u', 'undercuts', 'U', 'A'),
      ])
      const shown = name.replaceAll(/\s+/g, ' ')
      for (const id of [refs['R'], refs['A']])
        for (const path of [
          `/embed/claims/${id}`,
          `/embed/claims/${id}?size=compact`,
          `/claims/${id}`,
        ]) {
          const { text } = await api(path, { headers: { accept: 'text/html' }, isPublic: true })
          const said = textOf(text.replace(/<head>.*?<\/head>/s, ''))
          expect(said).toContain(shown)
          for (const part of said.split(shown).slice(0, -1))
            expect(path + part.slice(-40)).toMatch(opening)
        }
      const { title } = await read<ClaimView>(api, `/v1/claims/${refs['R']}?lang=en`)
      expect(title.slice(0, title.indexOf(shown))).toMatch(opening)
    },
  )

  it.for(names)('is drawn in quotes and in one direction: %s', async (name, { db }) => {
    const { refs } = await importLines(db, [sourceLine('odd', { name }), claimLine('R', 'odd')])
    const publicUrl = new URL('http://counterpoint.example')
    const card = await loadClaimCard(db, refs['R'] ?? '', 'en', answerOnly)

    for (const drawn of [pictureOf(card, 'en', publicUrl), badgeOf(card, 'en', publicUrl)]) {
      const { speaker, label, prefix, words } = drawn
      expect(speaker).toMatch(/^[“‘«]/)
      expect([speaker, label, prefix, words].join('')).not.toMatch(isTurning)
    }
  })
})
