import { describe, expect } from 'vitest'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'
import type { Api } from '../../support/api.ts'
import { it } from '../../support/seed-api.ts'

const asBrowser = { headers: { accept: 'text/html' }, isPublic: true }

async function home(api: Api, lang = 'en'): Promise<string> {
  const { status, text } = await api(`/?lang=${lang}`, asBrowser)
  expect(status).toBe(200)
  return text
}

/** The claims that a part of the page shows, in its order. */
function claimsIn(part: string): string[] {
  return [...part.matchAll(/\/claims\/([0-9a-f-]{36})\?/g)].map(([, id = '']) => id)
}

describe('the first page', () => {
  it('says what this is, and the rules in three lines', async ({ api }) => {
    const english = textOf(await home(api))
    const korean = textOf(await home(api, 'ko'))

    expect(english).toMatch(/Who said it, who answered.* It gives no verdicts\./)
    expect(english).toMatch(
      /The rules in three lines .* an answer, a confirmation, a withdrawal, a ruling\. .*Silence counts for nothing.* nobody here decides who is right\./,
    )
    expect(korean).toMatch(/참과 거짓을 판정하지 않습니다\..*세 줄로 보는 규칙/)
  })

  it('shows what is disputed, and of what changed at once, what has most answers', async ({
    api,
    refs,
  }) => {
    const [, part = ''] = (await home(api)).split('<section')
    const { json } = await api<{ items: { id: string }[] }>('/v1/claims?group=open')

    expect(claimsIn(part)).toHaveLength(6)
    expect(claimsIn(part)[0]).toBe(refs('R1'))
    const open = new Set(json.items.map(({ id }) => id))
    expect(claimsIn(part).filter((id) => !open.has(id))).toEqual([])
    expect(part).toContain('href="/claims?group=open&amp;lang=en"')
  })

  it('shows the stories with the claim that changed last, at once', async ({ api, db, refs }) => {
    expect(textOf(await home(api))).not.toContain('Last change')
    await importLines(db, [
      { type: 'withdrawal', claim: refs('R3'), at: '2025-12-20', reason: 'x', uncited: true },
    ])

    const [, , part = ''] = (await home(api)).split('<section')

    expect(textOf(part)).toMatch(
      /The report that Microsoft lowered AI sales targets 22 claims on record Last change /,
    )
    expect(claimsIn(part)).toContain(refs('R3'))
    expect(textOf(part)).toContain('Withdrawn')
  })

  it('stays short however much is on record', async ({ api, db }) => {
    for (let each = 0; each < 8; each++) {
      const lines = notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', `home-${each}`)
      const { refs } = await importLines(db, lines)
      await importLines(db, [
        { type: 'story', slug: `story-${each}`, title: `Story ${each}`, claims: [refs['R'] ?? ''] },
      ])
    }

    const [, disputed = '', stories = ''] = (await home(api)).split('<section')

    expect(claimsIn(disputed)).toHaveLength(6)
    expect(stories.match(/\/stories\//g)).toHaveLength(5)
    expect(textOf(stories)).toContain('Story 7')
  })

  it('says to programs what it is, and where to search', async ({ api }) => {
    const text = await home(api)

    expect(text).toContain('<meta property="og:title" content="Who said it')
    expect(text).toContain('"@type":"SearchAction"')
    for (const target of ['/docs', '/openapi.json', '/embed?page=en', '/claims?lang=en'])
      expect(text).toContain(`href="${target}"`)
  })
})
