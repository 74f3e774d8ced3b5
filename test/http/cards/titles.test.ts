import { describe, expect } from 'vitest'
import { it, type Api } from '../../support/api.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'

const asBrowser = { accept: 'text/html' }
const reason = 'Not said.'

/** What each place calls a claim or a story that shows its title alone. */
async function titlesOf(api: Api, path: string, lang: string): Promise<Record<string, string>> {
  const page = (await api(`${path}?lang=${lang}`, { headers: asBrowser })).text
  const card = (await api(`/embed${path}?lang=${lang}`)).text
  const url = encodeURIComponent(`http://counterpoint.example${path}?lang=${lang}`)
  const { json } = await api<{ title: string; html: string }>(`/oembed?url=${url}`)
  const [, framed = ''] = / title="([^"]*)"/.exec(json.html) ?? []
  return {
    page: first(page, /<title>([^<]*)/),
    preview: first(page, /property="og:title" content="([^"]*)"/),
    chat: first(page, /name="twitter:title" content="([^"]*)"/),
    alternate: first(page, /rel="alternate" [^>]*title="([^"]*)"/),
    card: first(card, /<title>([^<]*)/),
    embed: json.title,
    frame: framed,
  }
}

function first(html: string, pattern: RegExp): string {
  return pattern.exec(html)?.[1] ?? ''
}

describe('a title', () => {
  it('begins with what became of a claim that is closed, wherever it is shown', async ({
    api,
    db,
  }) => {
    const noted = notedLines(
      'W(Info→MS, withdrawn) C(Info→MS) D(Info→MS) V(Info→MS) S(Info→MS)',
      '1: D supersedes C',
      'titles',
    )
    const { refs } = await importLines(db, noted)
    await importLines(db, [{ type: 'void', claim: refs['V'], reason }])
    const titles = [
      ['W', 'en', '[Withdrawn 20 Dec 2025] Info: W'],
      ['W', 'ko', '[철회 2025-12-20] 인포: W'],
      ['C', 'en', '[Corrected 3 Dec 2025] Info: C'],
      ['C', 'ko', '[정정 2025-12-03] 인포: C'],
      ['V', 'en', '[Entry error] Info: V'],
      ['V', 'ko', '[기재 오류] 인포: V'],
      ['S', 'en', 'Info: S'],
      ['S', 'ko', '인포: S'],
    ] as const

    for (const [ref, lang, title] of titles) {
      const said = await titlesOf(api, `/claims/${refs[ref]}`, lang)
      expect(Object.entries(said).filter(([, shown]) => shown !== title)).toEqual([])
    }
  })

  it('begins with the error where a story was entered wrongly', async ({ api, db }) => {
    const story = { type: 'story', ref: 'told', slug: 'told-wrongly', title: 'Told', claims: ['R'] }
    const { refs } = await importLines(db, [...notedLines('R(Info→MS)', '', 'told'), story])
    await importLines(db, [{ type: 'void', story: refs['told'], reason }])

    const said = await titlesOf(api, '/stories/told-wrongly', 'en')

    expect(new Set(Object.values(said))).toEqual(new Set(['[Entry error] Told']))
  })

  it('attributes an entry error to nobody where programs read', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', 'nobody'),
    )
    await importLines(db, [{ type: 'void', claim: refs['R'], reason }])
    const url = `http://counterpoint.example/claims/${refs['R']}`

    const embed = await api<object>(`/oembed?url=${url}`)
    const jsonLd = await api<object>(`/claims/${refs['R']}.jsonld?lang=en`)

    expect(embed.json).not.toHaveProperty('author_name')
    expect(jsonLd.json).toMatchObject({
      '@type': 'WebPage',
      description: expect.stringMatching(/^Entry error\. This was/),
    })
    expect(jsonLd.text).not.toMatch(/author|datePublished|"text"|Info/)
  })
})
