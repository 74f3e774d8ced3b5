import { inflateSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { ClaimPicture } from '../../../src/edges/embed/pictures/claim-picture.ts'
import { drawPreview } from '../../../src/edges/embed/pictures/preview-image.ts'
import { previewSize } from '../../../src/html/preview.tsx'
import { drawBadge } from '../../../src/edges/embed/pictures/status-badge.ts'
import { lazyTypesetter } from '../../../src/edges/embed/pictures/typesetter.ts'
import { markColours, markShapes } from '../../../src/sentences/table/marks.ts'
import { standingCases, standings } from '../../../src/sentences/table/standings.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'
import { it as withSeed } from '../../support/seed-api.ts'
import { seedLines } from '../../support/seed.ts'

const it = withSeed.extend('typesetter', { scope: 'file' }, () => lazyTypesetter()())

const picture: ClaimPicture = {
  prefix: null,
  mark: { shape: 'half', colour: 'amber' },
  label: '마이크로소프트 반박',
  labelWithoutNames: '당사자 답변·이의',
  words: 'MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다',
  speaker: '디인포메이션',
  kind: '사실',
  date: '2025년 12월 3일',
  asOf: '2025년 12월 4일 기준',
  answer: { speaker: '마이크로소프트', words: '“목표를 낮춘 적이 없다”' },
  isOpinion: false,
  isStruck: false,
  readAt: '본문 보기: counterpoint.example/claims/1',
}

function withoutTitle(svg: string): string {
  return svg.replace(/<title>.*<\/title>/, '')
}

function widthOf(svg: string): number {
  return Number(/ width="([\d.]+)/.exec(svg)?.[1])
}

describe('drawPreview', () => {
  it('is a PNG of the size that previews take', async ({ typesetter }) => {
    const png = Buffer.from(await drawPreview(typesetter, picture))

    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(previewSize)
    expect(png.length).toBeLessThan(300_000)
  })

  it('is another one when the status is', async ({ typesetter }) => {
    const then = await drawPreview(typesetter, picture)
    const now = await drawPreview(typesetter, {
      ...picture,
      label: '마이크로소프트 인정',
      mark: { shape: 'disc', colour: 'teal' },
    })

    expect(Buffer.from(now).equals(then)).toBe(false)
  })

  it.for([
    ['without the answer', { answer: undefined }],
    ['with another shape', { mark: { shape: 'ring', colour: 'amber' } }],
    ['with another colour', { mark: { shape: 'half', colour: 'grey' } }],
    ['of another speaker', { speaker: '뉴스레터' }],
  ] as const)('is another one %s', async ([, more], { typesetter }) => {
    const then = await drawPreview(typesetter, picture)
    const now = await drawPreview(typesetter, { ...picture, ...more })

    expect(Buffer.from(now).equals(then)).toBe(false)
  })

  it('leaves words out of which it has not every letter, rather than show others', async ({
    typesetter,
  }) => {
    const draw = async (words: string, more: Partial<ClaimPicture> = {}) =>
      Buffer.from(await drawPreview(typesetter, { ...picture, words, ...more }))
    const [arabic, mixed, shown] = [
      await draw('كلام'),
      await draw('매출 كلام 목표'),
      await draw('매출 목표'),
    ]

    expect(mixed.equals(arabic)).toBe(true)
    expect(shown.equals(arabic)).toBe(false)
    // It says where to read them, and words are never without what must be read before them.
    expect((await draw('كلام', { readAt: 'counterpoint.example' })).equals(arabic)).toBe(false)
    expect((await draw('매출 목표', { prefix: '[كلام]' })).equals(arabic)).toBe(true)
    // Who said it and where it stands are named as far as possible.
    expect((await draw('كلام', { speaker: '뉴스레터' })).equals(arabic)).toBe(false)
    expect((await draw('كلام', { label: 'كلام 반박' })).equals(arabic)).toBe(false)
    expect(
      (await draw('كلام', { label: 'كلام 반박' })).equals(
        await draw('كلام', { label: picture.labelWithoutNames }),
      ),
    ).toBe(true)
  })

  it('draws no box in place of a letter', async ({ typesetter }) => {
    const arabic = { speaker: 'كلام', words: 'كلام', label: 'كلام', prefix: 'كلام' }
    const one = await drawPreview(typesetter, { ...picture, ...arabic, answer: arabic })
    const hebrew = { speaker: 'שלום', words: 'שלום', label: 'שלום', prefix: 'שלום' }
    const other = await drawPreview(typesetter, { ...picture, ...hebrew, answer: hebrew })
    const [badge, named] = [
      await drawBadge(typesetter, { ...picture, label: 'كلام 반박' }),
      await drawBadge(typesetter, { ...picture, label: picture.labelWithoutNames }),
    ]

    expect(Buffer.from(one).equals(other)).toBe(true)
    expect(withoutTitle(badge)).toBe(withoutTitle(named))
    expect(badge).toContain('<title>Counterpoint: كلام 반박')
  })

  it.for([
    ['five thousand letters without a space', 'x'.repeat(5000)],
    ['five thousand syllables', '가'.repeat(5000)],
    ['markup', '</script><img src=x onerror=alert(1)>'],
    ['one letter', 'a'],
  ])('stands %s', async ([, words = ''], { typesetter }) => {
    const png = await drawPreview(typesetter, {
      ...picture,
      words,
      answer: { speaker: words, words },
      isOpinion: true,
      isStruck: true,
    })

    expect(Buffer.from(png).readUInt32BE(20)).toBe(previewSize.height)
  })
})

/** The rows of pixels of a picture with a palette, each pixel as its place there. */
function rowsOf(png: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(png)
  expect([bytes[24], bytes[25]], 'eight bits for each pixel, with a palette').toEqual([8, 3])
  const chunks: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const filtered = inflateSync(Buffer.concat(chunks))
  const rows: Buffer[] = []
  for (let row = 0; row < previewSize.height; row++) {
    const start = row * (previewSize.width + 1)
    const line = Buffer.from(filtered.subarray(start + 1, start + 1 + previewSize.width))
    const above = rows.at(-1) ?? Buffer.alloc(previewSize.width)
    for (let x = 0; x < line.length; x++)
      line[x] = ((line[x] ?? 0) + guess(filtered[start], line[x - 1], above[x], above[x - 1])) & 255
    rows.push(line)
  }
  return rows
}

/** What a filter of PNG adds to a pixel (PNG, §9). */
function guess(filter = 0, left = 0, above = 0, corner = 0): number {
  const paeth = left + above - corner
  const [nearest = 0] = [left, above, corner].toSorted(
    (a, b) => Math.abs(paeth - a) - Math.abs(paeth - b),
  )
  return [0, left, above, Math.floor((left + above) / 2), nearest][filter] ?? 0
}

/** Where the rule above the foot is, if nothing stands in the margin below the foot. */
async function ruleIn(png: Promise<Uint8Array>): Promise<number> {
  const rows = rowsOf(await png)
  const margin = rows.slice(-28)
  const [ground] = margin.at(-1) ?? []
  expect(margin.every((row) => row.every((pixel) => pixel === ground))).toBe(true)
  return rows.findLastIndex((row) => row.subarray(70, 1130).every((pixel) => pixel !== ground))
}

describe('the foot of a preview', () => {
  const long = 'Hanbit Bank, Saehan Bank and Dongbang Securities answer another point'.repeat(3)
  it.for<[string, Partial<ClaimPicture>]>([
    ['whose words are long', { words: long }],
    [
      'whose words, answer, prefix and label are long',
      { words: long, prefix: long, label: long, answer: { speaker: long, words: long } },
    ],
    ['with a long label and short words', { prefix: '[x]', label: long }],
    [
      'in Korean',
      {
        words: '금융당국이 은행 세 곳에 과징금을 부과했다 '.repeat(5),
        prefix: '[반박]',
        label: '한빛은행, 새한은행, 동방증권 답변: 다른 점(의미) · 이 점은 답변 없음',
      },
    ],
  ])('is at its place in one %s', async ([, more], { typesetter }) => {
    const plain = await ruleIn(drawPreview(typesetter, picture))

    expect(plain).toBeGreaterThan(previewSize.height - 90)
    expect(await ruleIn(drawPreview(typesetter, { ...picture, ...more }))).toBe(plain)
  })
})

const Text = z.object({ text: z.string() })
const Worded = Text.extend({ texts: z.array(Text).default([]) })

describe('the font of pictures', () => {
  it('has every character of the claims of the seed story, in both languages', ({ typesetter }) => {
    const claims = z.array(Worded).parse(seedLines().filter((line) => 'text' in line))
    const words = claims.flatMap(({ text, texts }) => [text, ...texts.map((one) => one.text)])
    const characters = new Set(words.join(''))
    const lacking = [...characters].filter((character) => !typesetter.covers(character))

    expect(characters.size).toBeGreaterThan(200)
    expect(lacking).toEqual([])
  })

  it('tells what it lacks', ({ typesetter }) => {
    expect(['漢字', 'ñ', 'Ж', '…', '“한글”'].filter(typesetter.covers)).toHaveLength(5)
    expect(['😀', 'ع', 'あ\u{1F600}'].filter(typesetter.covers)).toEqual([])
  })
})

describe('drawBadge', () => {
  it('says where the claim stands to who sees it and to who does not', async ({ typesetter }) => {
    const svg = await drawBadge(typesetter, picture)

    expect(svg).toMatch(/^<svg [^>]*role="img"><title>Counterpoint: 마이크로소프트 반박 \(2025년/)
    expect(svg).not.toMatch(/<text|<script|<style|href="[^#]/)
  })

  it('has one ground for every standing, so that only its sign has a colour', async ({
    typesetter,
  }) => {
    const drawn = standingCases.map(async (found) => {
      const { mark } = standings[found]
      const svg = await drawBadge(typesetter, { ...picture, mark })
      const sign = `fill="${markColours[mark.colour].light}" fill-rule="evenodd" d="${markShapes[mark.shape]}"`
      expect([found, svg.includes(sign)]).toEqual([found, true])
      return [...svg.matchAll(/<rect [^>]*fill="(#\w+)"/g)].map(([, fill]) => fill).join(' ')
    })

    expect(new Set(await Promise.all(drawn)).size).toBe(1)
  })

  it('names nobody where that would make it too wide', async ({ typesetter }) => {
    const wide = await drawBadge(typesetter, { ...picture, label: `${'W'.repeat(200)} 반박` })
    const unnamed = await drawBadge(typesetter, { ...picture, label: picture.labelWithoutNames })

    expect(withoutTitle(wide)).toBe(withoutTitle(unnamed))
    expect(widthOf(wide)).toBeLessThan(960)
  })

  it('takes markup in a name for words', async ({ typesetter }) => {
    const svg = await drawBadge(typesetter, { ...picture, label: '</title><script>x</script>' })

    expect(svg).toContain('&lt;/title&gt;&lt;script&gt;')
    expect(svg).not.toContain('<script')
  })
})

describe('/claims/{id}.png and .svg', () => {
  it.for([
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ])(
    '.%s may be kept, and is the same until the claim changes',
    async ([format, type], { api, refs }) => {
      const path = `/claims/${refs('R1')}.${format}?lang=ko`
      const first = await api(path, { isPublic: true })
      const etag = first.headers.get('etag') ?? ''
      const again = await api(path, { isPublic: true, headers: { 'if-none-match': etag } })

      expect(first.headers.get('content-type')).toBe(type)
      expect(first.headers.get('cache-control')).toContain('stale-if-error=86400')
      expect(first.headers.get('surrogate-key')).toContain(`claim-${refs('R1')}`)
      expect(again.status).toBe(304)
    },
  )

  it('speaks the language asked for', async ({ api, refs }) => {
    const badge = async (lang: string) =>
      (await api(`/claims/${refs('R1')}.svg?lang=${lang}`, { isPublic: true })).text

    expect(await badge('ko')).toContain('마이크로소프트 답변: 다른 점(범위)')
    expect(await badge('en')).toContain('Microsoft answers another point (the scope)')
  })

  it('says of a claim that nobody has examined just that, also where its badge was pasted', async ({
    api,
    refs,
  }) => {
    const { status, text } = await api(`/claims/${refs('R2')}.svg?lang=en`, { isPublic: true })

    expect(status).toBe(200)
    expect(text).toContain('<title>Counterpoint: Not examined (')
  })

  it('says no more of a claim of their own to which its speaker added context', async ({
    api,
    db,
  }) => {
    const { refs: own } = await importLines(
      db,
      notedLines('R(Info→MS) Q(Info→MS)', '1: Q qualifies R', 'own'),
    )

    const { text } = await api(`/claims/${own['R']}.svg?lang=ko`, { isPublic: true })

    expect(text).toContain('<title>Counterpoint: 검증 아님 (')
  })

  it('is there of a story too, in its language', async ({ api }) => {
    const path = '/stories/ms-ai-sales-targets.png'
    const korean = await api(`${path}?lang=ko`, { isPublic: true })
    const english = await api(`${path}?lang=en`, { isPublic: true })

    expect(korean.headers.get('content-type')).toBe('image/png')
    expect(korean.headers.get('surrogate-key')).toMatch(/^record story-/)
    expect(english.text).not.toBe(korean.text)
  })

  it.for(['00000000-0000-7000-8000-000000000000', 'x', '../x'])(
    '404: no claim %s',
    async (id, { api }) => {
      const { status } = await api(`/claims/${encodeURIComponent(id)}.png`, { isPublic: true })

      expect(status).toBe(404)
    },
  )
})
