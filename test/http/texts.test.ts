import { describe, expect } from 'vitest'
import { it, read } from '../support/api.ts'
import { importLines } from '../support/import.ts'

const honest = {
  'compatibility ideographs': '80대 \uF934 기자, \uF90A 의원',
  'decomposed Hangul': '공장 폐쇄'.normalize('NFD'),
  'Hebrew in the order of typing': 'ש\u05B8\u05C1לום',
  'vocalised Arabic': 'مُحَمَّد',
  'isolates in pairs': 'wrote \u2066@newsdesk\u2069 today',
  'a flag with tags': '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} played',
  'joiners, tabs and lines': '👩‍💻\n\tfine می‌خواهم',
}

const decomposed = '한글'.normalize('NFD')
const source = { type: 'source', kind: 'outlet', name: 'A name' }

const claim = (ref: string, text: string) => ({
  type: 'claim',
  ref,
  kind: 'fact',
  speaker: 's',
  about: [],
  text,
  lang: 'ko',
  assertedAt: '2025-12-03',
})

describe('what is stored', () => {
  it('is exactly what was sent', async ({ api, db }) => {
    const texts = Object.values(honest)
    const { refs } = await importLines(db, [
      {
        type: 'source',
        ref: 's',
        kind: 'outlet',
        name: `${honest['compatibility ideographs']} 신문`,
      },
      ...texts.map((text, index) => claim(`C${index}`, text)),
    ])

    const stored = await Promise.all(
      texts.map((_, index) => read<{ text: string }>(api, `/v1/claims/${refs[`C${index}`]}`)),
    )

    expect(stored.map(({ text }) => text)).toEqual(texts)
    expect(await read(api, `/v1/sources/${refs['s']}`)).toMatchObject({
      name: `${honest['compatibility ideographs']} 신문`,
    })
  })

  it('has no line end of another system: an import names the line, the field and the place', async ({
    api,
  }) => {
    const lines = [
      { type: 'source', ref: 's', slug: 'line-ends', kind: 'outlet', name: 'Line ends' },
      claim('A', 'One\r\ntwo'),
    ]

    const { status, json } = await api('/v1/import', {
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    })

    expect(status).toBe(422)
    expect(json).toMatchObject({
      errors: [
        {
          line: 2,
          pointer: '/text',
          code: 'control-character',
          message: expect.stringContaining('U+000D (carriage return) at character 4'),
        },
      ],
    })
    expect((await api('/v1/sources/line-ends')).status).toBe(404)
  })

  it.for([
    ['slug', [{ ...source, slug: decomposed }], 'bad-slug'],
    ['ref', [{ ...source, ref: decomposed }], 'not-nfc'],
    ['namespace', [{ type: 'bundle', namespace: decomposed }, source], 'not-nfc'],
  ] as const)('has a %s in NFC alone', async ([, lines, code], { api }) => {
    const { status, json } = await api('/v1/import', {
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    })

    expect(status).toBe(422)
    expect(json).toMatchObject({ errors: [{ code }] })
  })

  it('has names of keys in NFC alone', async ({ api }) => {
    const { status, json } = await api('/v1/keys', { body: { name: decomposed, scope: 'edit' } })

    expect(status).toBe(422)
    expect(json).toMatchObject({ errors: [{ pointer: '/name', code: 'not-nfc' }] })
  })
})
