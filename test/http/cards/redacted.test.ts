import { describe, expect } from 'vitest'
import { displayLanguages } from '../../../src/domain/display-language.ts'
import { problemWords } from '../../../src/http/problems/words.ts'
import { removedPrefix } from '../../../src/sentences/table/standings.ts'
import { it } from '../../support/api.ts'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { redaction } from '../../support/marked-record.ts'
import { notedLines } from '../../support/noted-lines.ts'

const statement = 'Withheld by order of a court.'
const asBrowser = { accept: 'text/html' }

/** A claim whose words are "words of R", denied, and its denial. */
const lines = notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', 'redacted').map((line) =>
  'text' in line ? { ...line, text: `words of ${String(line['ref'])}` } : line,
)

describe('what a redaction leaves of cards and pages', () => {
  it('451: the public statement, and no word of the claim', async ({ api, db }) => {
    const { refs } = await importLines(db, lines)
    const id = refs['R'] ?? ''
    const { headers: before } = await api(`/embed/claims/${id}`)
    const known = { 'if-none-match': before.get('etag') ?? '' }
    await api(`/v1/claims/${id}/redact`, redaction(1, { ground: 'withheld', statement }))

    for (const path of [`/embed/claims/${id}`, `/claims/${id}`]) {
      const { status, text, headers } = await api(path, { headers: { ...asBrowser, ...known } })
      expect(status).toBe(451)
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(textOf(text)).toContain(statement)
      expect(text).not.toContain('`')
      // In a frame a link would lead to a page that refuses to be framed.
      expect(text.includes('href="')).toBe(!path.startsWith('/embed/'))
      expect(text).not.toContain('words of R')
    }
    const builder = await api(`/embed?address=http://counterpoint.example/claims/${id}`)
    expect([builder.status, textOf(builder.text)]).toEqual([
      451,
      expect.stringContaining(statement),
    ])
    expect(builder.headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const path of [
      `/claims/${id}.jsonld`,
      `/oembed?url=http://counterpoint.example/claims/${id}`,
    ]) {
      const { status, text } = await api(path)
      expect(status).toBe(451)
      expect(text).not.toContain('words of R')
    }
  })

  it.for(['gone', 'legally-withheld'] as const)('calls it removed: %s', (code) => {
    for (const language of displayLanguages)
      expect(problemWords(code, language).title).toBe(removedPrefix[language])
  })

  it('410: in the language of the page, where there is no statement', async ({ api, db }) => {
    const named = lines.map((line) =>
      line.type === 'bundle' ? { ...line, namespace: 'without-statement' } : line,
    )
    const { refs } = await importLines(db, named)
    const id = refs['R'] ?? ''
    await api(`/v1/claims/${id}/redact`, redaction(1, { ground: 'erased' }))

    for (const path of [`/embed/claims/${id}?lang=ko`, `/claims/${id}?lang=ko`]) {
      const { status, text } = await api(path, { headers: asBrowser })
      expect(status).toBe(410)
      expect(textOf(text)).toContain('삭제됨')
      expect(textOf(text)).not.toMatch(/erased|privacy/)
    }
  })

  it.for([
    { ground: 'withheld', left: 451 },
    { ground: 'erased', left: 410 },
  ])(
    '$left: pictures that are embedded elsewhere say "removed", and no word of the claim',
    async ({ ground, left }, { api, db }) => {
      const { refs } = await importLines(
        db,
        lines.map((line) =>
          line.type === 'bundle' ? { ...line, namespace: `drawn-${ground}` } : line,
        ),
      )
      const id = refs['R'] ?? ''
      const before = await api(`/claims/${id}.svg?lang=en`)
      expect(before.status).toBe(200)
      await api(`/v1/claims/${id}/redact`, redaction(1, { ground, statement }))

      for (const [lang, word] of [
        ['en', 'Removed'],
        ['ko', '삭제됨'],
      ]) {
        const badge = await api(`/claims/${id}.svg?lang=${lang}`)
        expect([badge.status, badge.headers.get('content-type')]).toEqual([left, 'image/svg+xml'])
        expect(badge.headers.get('cache-control')).toBe('no-store')
        expect(badge.text).toMatch(new RegExp(`<title>Counterpoint: ${word} \\(`))
        expect(badge.text).not.toMatch(/words of R|MS|엠에스/)
        const preview = await api(`/claims/${id}.png?lang=${lang}`)
        expect([preview.status, preview.headers.get('content-type')]).toEqual([left, 'image/png'])
      }
    },
  )

  it('leaves a mark in place of a counterpoint, on the card of what it answers', async ({
    api,
    db,
  }) => {
    const answered = notedLines('A(Info→MS) B(MS→MS)', '1: B rebuts A', 'answered')
    const { refs } = await importLines(db, answered)

    await api(`/v1/claims/${refs['B']}/redact`, redaction(1, { ground: 'erased' }))

    const card = await api(`/embed/claims/${refs['A']}?lang=en`)
    const jsonLd = await api(`/claims/${refs['A']}.jsonld`)
    expect([card.status, jsonLd.status]).toEqual([200, 200])
    expect(textOf(card.text)).toContain('[Removed]')
    expect(jsonLd.text).not.toContain('null')
  })
})
