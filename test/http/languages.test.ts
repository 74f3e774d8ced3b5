import { describe, expect } from 'vitest'
import { it, read } from '../support/api.ts'
import { importLines } from '../support/import.ts'

interface Page {
  readonly items: readonly { readonly id: string; readonly lang: string }[]
}

const tags = ['ko', 'ko-KR', 'kok', 'en-US', 'zh-Hant-TW', 'zh-Hans', 'de-CH', 'de']

const lines = (name: string) => [
  { type: 'source', ref: name, kind: 'outlet', name },
  ...tags.map((lang) => ({
    type: 'claim',
    kind: 'fact',
    speaker: name,
    about: [],
    text: `What ${name} says in ${lang}`,
    lang,
    assertedAt: '2025-12-03',
  })),
]

describe('GET /v1/claims?textLang=', () => {
  it('finds exactly what matches a range, in any case', async ({ api, db }) => {
    await importLines(db, lines('ranges'))
    const ask = async (asked: string) =>
      (await read<Page>(api, `/v1/claims?source=ranges&textLang=${asked}`)).items
        .map(({ lang }) => lang)
        .sort()

    for (const [asked, found] of [
      ['ko', ['ko', 'ko-KR']],
      ['KO', ['ko', 'ko-KR']],
      ['ko-kr', ['ko-KR']],
      ['ko-KP', []],
      ['zh', ['zh-Hans', 'zh-Hant-TW']],
      ['zh-hant', ['zh-Hant-TW']],
      ['zh-TW', []],
      ['fr,de', ['de', 'de-CH']],
      ['fr', []],
      ['*', tags.toSorted()],
    ] as const)
      expect([asked, await ask(asked)]).toEqual([asked, found])
  })

  it('refuses what is not a tag, and suggests the right spelling', async ({ api }) => {
    for (const [asked, told] of [
      ['zh_TW', '"zh-TW"'],
      ['iw', '"he"'],
      ['korean language', 'BCP 47'],
      ['k', 'BCP 47'],
      ['', 'BCP 47'],
    ] as const) {
      const answer = await api(`/v1/claims?textLang=${encodeURIComponent(asked)}`)
      expect([asked, answer.status]).toEqual([asked, 400])
      expect(JSON.stringify(answer.json)).toContain(told.replaceAll('"', '\\"'))
    }
  })
})

describe('words for a reader', () => {
  it('are a name that is tagged with a region, but a plain one first', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      {
        type: 'source',
        ref: 'regional',
        kind: 'company',
        name: 'Regional',
        names: [
          { lang: 'kok', name: 'No Korean' },
          { lang: 'ko-KP', name: '리져널' },
          { lang: 'ko-KR', name: '리저널' },
        ],
      },
      {
        type: 'source',
        ref: 'plain',
        kind: 'company',
        name: 'Plain',
        names: [
          { lang: 'ko-KR', name: '플레인 주식회사' },
          { lang: 'ko', name: '플레인' },
        ],
      },
      {
        type: 'claim',
        ref: 'C',
        kind: 'fact',
        speaker: 'regional',
        about: ['plain'],
        text: 'What is said of it',
        lang: 'en',
        assertedAt: '2025-12-03',
      },
    ])

    const named = async (lang: string) => {
      const claim = await read<{ speaker: { name: string }; about: { name: string }[] }>(
        api,
        `/v1/claims/${refs['C']}?lang=${lang}`,
      )
      return [claim.speaker?.name, claim.about[0]?.name]
    }
    expect(await named('ko')).toEqual(['리져널', '플레인'])
    expect(await named('en')).toEqual(['Regional', 'Plain'])
  })
})
