import { brotliCompressSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { claimLine, header, linkLine, sourceLine } from '../../support/lines.ts'
import { redact } from '../../support/redact.ts'
import { partOf, readPage } from '../../support/page-parts.ts'
import { it as withSeed } from '../../support/seed-api.ts'

/** With the address of the story of the demo record. */
const it = withSeed.extend('seeded', { scope: 'file' }, ({ refs }) => {
  expect(refs('R1')).not.toBe('R1')
  return '/stories/ms-ai-sales-targets'
})

describe('the page of a story', () => {
  it('begins with what most others answer, why it stands there, and how much there is', async ({
    api,
    seeded,
  }) => {
    const english = textOf(await readPage(api, `${seeded}?lang=en`))
    const korean = textOf(await readPage(api, `${seeded}?lang=ko`))

    expect(english).toMatch(
      /The Information said on 3 December 2025: Some business units [^“”]*\. \(Translated from Korean\.\) Microsoft, whom this is about, answered on the scope .*22 claims by 7 speakers on record, dated December 2025\. .*Accounts differ \(6\)/,
    )
    expect(korean).toMatch(
      /디인포메이션의 2025년 12월 3일 주장: MS 내부 [^“”]*\. 당사자인 마이크로소프트가 .*발언자 7곳의 주장 22건/,
    )
  })

  it('sets what was said beside what was answered, and answers to a step beside what takes it', async ({
    api,
    seeded,
  }) => {
    const part = partOf(await readPage(api, `${seeded}?lang=en`), 'Who answers whom')

    expect(part).toMatch(
      /Some business units .* answers another point \(the scope\) Microsoft .* contests its grounds Microsoft .* adds context .*Investors .* contradicts this \(what it means\) Gil Luria .* contests its grounds \(what it means\) Kirk Materne .* On the step from this to .*Some business units/,
    )
    // The two figures contradict each other once.
    expect(part.match(/contradicts this \(the number\)/g)).toHaveLength(1)
  })

  it('has an empty box beside what those whom it is about have not answered', async ({
    api,
    seeded,
  }) => {
    const page = await readPage(api, `${seeded}?lang=en`)
    const part = partOf(page, 'What is left open')

    expect(part).toMatch(
      /Some business units .* On the claim itself no answer by Microsoft is on record\. .*at 50% over the previous year .* No answer by Microsoft is on record\./,
    )
    expect(page.match(/class="none"/g)).toHaveLength(6)
    expect(page).toMatch(/href="\/claims\?story=ms-ai-sales-targets&amp;leftOpen=true&amp;lang=en"/)
  })

  it('draws a lane for each of four parties and one for all others, and says the same in a list', async ({
    api,
    seeded,
  }) => {
    const page = await readPage(api, `${seeded}?lang=en`)
    const svg = /<svg role="group".*?<\/svg>/s.exec(page)?.[0] ?? ''
    const [, list = ''] = page.split('<details class="as-list">')
    const boxes = hrefsIn(svg)

    expect(
      [...svg.matchAll(/<g class="lane[^>]*><text[^>]*>([^<]*)/g)].map(([, name]) => name),
    ).toEqual(expect.arrayContaining(['The Information', 'Microsoft', '3 others']))
    expect(svg).toMatch(/aria-label="Map of 18 claims and 19 links"/)
    expect(svg.match(/<path class="edge /g)).toHaveLength(19)
    // Microsoft answers the report on its scope.
    expect(svg.match(/<path class="edge aside"/g)).toHaveLength(1)
    expect(boxes).toHaveLength(18)
    expect(boxes.filter((box) => !hrefsIn(list).includes(box))).toEqual([])
    // A link onto a link ends in a ring.
    expect(svg.match(/<circle class="end" [^>]*r="4"/g)).toHaveLength(2)
    expect(textOf(list)).toContain(
      'contests its grounds (what it means) : on the step from this: Investors (as reported) : [Accounts differ]',
    )
  })

  it('draws figures that conflict on one scale, and tells what was said in order of time', async ({
    api,
    seeded,
  }) => {
    const page = await readPage(api, `${seeded}?lang=en`)

    expect(partOf(page, 'Figures that conflict')).toMatch(/−50% to −25% → 50% to 75%.*25% to 50%/)
    expect(partOf(page, 'In order of time')).toMatch(
      /3 December 2025 The Information : .* and 2 more claims 3 December 2025 Microsoft .* December 2025 Newsletter .*This story entered in the record/,
    )
  })

  it('says of an entry error that it is one, and counts nothing', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      header('wrong-story'),
      sourceLine('paper'),
      claimLine('c', 'paper'),
      { type: 'story', ref: 'story', slug: 'wrong-story', title: 'Wrong', claims: ['c'] },
    ])
    const voided = { body: { reason: 'x' }, headers: { 'if-match': '"1"' } }
    await api(`/v1/stories/${refs['story']}/void`, voided)

    const text = textOf(await readPage(api, '/stories/wrong-story?lang=en'))

    expect(text).toContain('This was entered wrongly.')
    expect(text).not.toContain('1 claim by 1 speaker')
  })
})

it('quotes no words that were removed', async ({ api, db }) => {
  const { refs } = await importLines(db, [
    header('removed-head'),
    ...['a', 'b'].map((name) => sourceLine(name)),
    claimLine('R', 'a', { about: ['b'], text: 'Unspeakable.' }),
    claimLine('D', 'b', { about: ['b'] }),
    linkLine('l', 'rebuts', 'D', 'R'),
    { type: 'story', ref: 'story', slug: 'removed-head', title: 'Gone', claims: ['R', 'D'] },
  ])
  await redact(db, 'claim', refs['R'] ?? '')

  const page = await readPage(api, '/stories/removed-head?lang=en')

  expect(page).not.toContain('Unspeakable')
  expect(textOf(page)).not.toContain('said on')
  expect(partOf(page, 'Who answers whom')).toContain('[Removed]')
})

describe('a story of many claims', () => {
  const count = 300

  it('has a map of forty boxes, or of two hundred if asked, and bounds to every list', async ({
    api,
    db,
  }) => {
    const names = Array.from({ length: count }, (_, index) => `m${index}`)
    await importLines(db, [
      header('many-claims'),
      ...['one', 'two', 'three'].map((name) => sourceLine(name)),
      ...names.map((name, index) => claimLine(name, ['one', 'two', 'three'][index % 3] ?? 'one')),
      ...names
        .slice(1)
        .map((name, index) => linkLine(`k${index}`, 'rebuts', name, names[index % 60] ?? 'm0')),
      { type: 'story', ref: 'story', slug: 'many-claims', title: 'Many', claims: names },
    ])

    const page = await readPage(api, '/stories/many-claims?lang=en')
    const whole = await readPage(api, '/stories/many-claims?map=all&lang=en')

    expect([boxesOf(page), boxesOf(whole)]).toEqual([40, 200])
    expect(textOf(page)).toContain('The 40 claims with the most links, of 300 that have any.')
    expect(page).toContain('href="/stories/many-claims?map=all&amp;lang=en#map"')
    expect(page).toContain(
      '<link rel="canonical" href="http://counterpoint.example/stories/many-claims?lang=en"/>',
    )
    expect(textOf(page)).toContain('260 more claims on record')
    expect(brotliCompressSync(page).length).toBeLessThan(30_000)
  })
})

function hrefsIn(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) => href)
}

function boxesOf(page: string): number | undefined {
  return page.match(/class="box /g)?.length
}
