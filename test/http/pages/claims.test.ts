import { describe, expect } from 'vitest'
import { facetNames } from '../../../src/domain/facets.ts'
import { it } from '../../support/seed-api.ts'
import type { Api } from '../../support/api.ts'

const asBrowser = { headers: { accept: 'text/html' }, isPublic: true }

async function pageAt(api: Api, query: string): Promise<string> {
  const { status, text } = await api(`/claims?${query}`, asBrowser)
  expect([query, status]).toEqual([query, 200])
  return text.replaceAll('&amp;', '&')
}

function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

interface Counted {
  readonly count: { readonly count: number }
  readonly facets: Record<string, { values: { value: string; count: number }[] }>
}

describe('the page of claims', () => {
  it('narrows down by links that find as many claims as they say', async ({ api, refs }) => {
    expect(refs('R1')).toMatch(/-/)
    const asked = 'q=AI&lang=en&facets='
    const { json } = await api<Counted>(`/v1/claims?${asked}${facetNames.join()}`)
    const page = await pageAt(api, 'q=AI&lang=en')
    const [, facets = ''] = /<aside(.*)<\/aside>/s.exec(page) ?? []
    const links = [
      ...facets.matchAll(/href="\/claims\?([^"]*)"[^>]*>.*?<span class="note">([^<]*)</gs),
    ]

    const values = Object.values(json.facets).flatMap((each) => each.values)
    expect(links.length).toBe(values.length)
    expect(links.map(([, , count]) => Number(count))).toEqual(
      facetNames.flatMap((name) => json.facets[name]?.values.map(({ count }) => count) ?? []),
    )
    for (const [, query = '', count] of links.slice(0, 12))
      expect(textOf(await pageAt(api, query))).toMatch(
        new RegExp(` ${count} claims? match(?:es)? `),
      )
  })

  it('names each filter in force, with a way to remove it', async ({ api, refs }) => {
    expect(refs('R1')).toMatch(/-/)
    const page = await pageAt(api, 'status=denied,disputed&about=MS&assertedFrom=2025-12&lang=en')
    const chips = [
      ...page.matchAll(/<a href="([^"]*)" rel="nofollow"><span class="note">(.*?)<\/a>/g),
    ]

    expect(chips.map(([, , words = '']) => textOf(words).trim())).toEqual([
      'Where it stands Answered or contested by the party it is about × Remove',
      'Where it stands Accounts differ × Remove',
      'Whom it is about Microsoft × Remove',
      'Said on this day or later December 2025 × Remove',
    ])
    expect(chips.map(([, address]) => address)).toEqual([
      '/claims?about=MS&assertedFrom=2025-12&status=disputed&lang=en',
      '/claims?about=MS&assertedFrom=2025-12&status=denied&lang=en',
      '/claims?status=denied%2Cdisputed&assertedFrom=2025-12&lang=en',
      '/claims?status=denied%2Cdisputed&about=MS&lang=en',
    ])
    // The form sends them again.
    expect(page).toMatch(/name="status" value="denied" checked/)
    expect(page).toMatch(/name="about" value="MS"/)
  })

  it('ignores the fields of a form that were left empty', async ({ api, refs }) => {
    expect(refs('R1')).toMatch(/-/)
    const left = await pageAt(api, 'lang=en&q=&about=&source=microsoft&answered=&assertedFrom=')

    expect(textOf(left)).toMatch(/ 4 claims match /)
    expect(left).toMatch(/rel="canonical" href="[^"]*\/claims\?source=microsoft&lang=en"/)
  })

  it('marks what was searched for, also where only the original has it', async ({ api, refs }) => {
    expect(refs('R1')).toMatch(/-/)
    const english = await pageAt(api, 'q=target&lang=en')
    const korean = await pageAt(api, `q=${encodeURIComponent('매출')}&lang=en`)

    expect(english).toContain('sales <mark>targets</mark>')
    expect(korean).toMatch(/Original \(Korean\):.*<mark>매출<\/mark>/)
    expect(await pageAt(api, 'lang=en')).not.toContain('<mark>')
  })

  it('offers what was perhaps meant, if it finds something', async ({ api, refs }) => {
    expect(refs('R1')).toMatch(/-/)
    const missed = await pageAt(api, 'q=Microsft&lang=en')
    const filtered = await pageAt(api, 'q=Microsft&status=admitted&lang=en')
    const nothing = await pageAt(api, 'q=zzzzqq&lang=ko')

    expect(textOf(missed)).toContain(
      'No claim on record matches “Microsft”. Did you mean Microsoft ?',
    )
    expect(missed).toContain('href="/claims?q=Microsoft&lang=en"')
    expect(textOf(filtered)).not.toContain('Did you mean')
    expect(textOf(nothing)).toContain('“zzzzqq”에 맞는 주장이 기록에 없습니다.')
  })
})
