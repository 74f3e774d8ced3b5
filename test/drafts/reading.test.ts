import { createServer } from 'node:http'
import { describe, expect, it, test } from 'vitest'
import type { DraftFormat, ReadDraft } from '../../src/drafts/reading/draft.ts'
import { readDraft } from '../../src/drafts/reading/read-draft.ts'

const mebibyte = 1024 * 1024

const read = (format: DraftFormat, text: string) => readDraft({ format, text })
const cited = ({ addresses }: ReadDraft, sent: string) =>
  addresses.map(({ address, place: { start, end } }) => [address, sent.slice(start, end)])

describe('the addresses of a draft', () => {
  it.for<[DraftFormat, string, string[][]]>([
    [
      'text',
      '디인포메이션(https://a.example/b?c=1)은 보도했다. https://a.example/d에 따르면 그렇다.',
      [
        ['https://a.example/b?c=1', 'https://a.example/b?c=1'],
        ['https://a.example/d', 'https://a.example/d'],
      ],
    ],
    [
      'markdown',
      'See [this](<https://a.example/b> "title"), [that][r] and <https://a.example/d>, https://a.example/e.\n\n[r]: https://a.example/c',
      [
        ['https://a.example/b', '<https://a.example/b>'],
        ['https://a.example/c', 'that'],
        ['https://a.example/d', 'https://a.example/d'],
        ['https://a.example/e', 'https://a.example/e'],
      ],
    ],
    [
      'html',
      '<link href="https://a.example/style"><a href="https://a.example/?b=1&amp;c=2">x</a><blockquote cite=https://a.example/d>y</blockquote><a href="/own">z</a>',
      [
        ['https://a.example/?b=1&c=2', 'https://a.example/?b=1&amp;c=2'],
        ['https://a.example/d', 'https://a.example/d'],
      ],
    ],
    [
      'addresses',
      'https://a.example/b\n\n  https://a.example/c  \n',
      [
        ['https://a.example/b', 'https://a.example/b'],
        ['https://a.example/c', 'https://a.example/c'],
      ],
    ],
    [
      'bibtex',
      '@article{a, title = {The {MS} report}, url = {https://a.example/?b=1\\&c=2}, doi = "10.1000/x"}\n@misc{b, howpublished={\\url{https://a.example/d}}}',
      [
        ['https://a.example/?b=1&c=2', 'https://a.example/?b=1\\&c=2'],
        ['https://doi.org/10.1000/x', '10.1000/x'],
        ['https://a.example/d', 'https://a.example/d'],
      ],
    ],
  ])('are found in %s, with their places', async ([format, sent, expected]) => {
    expect(cited(await read(format, sent), sent)).toEqual(expected)
  })

  it('are at most a thousand', async () => {
    expect((await read('addresses', lines(1_000))).addresses.length).toBe(1_000)
    await expect(read('addresses', lines(1_001))).rejects.toMatchObject({ code: 'invalid' })
  })

  it('are never fetched', async () => {
    let asked = 0
    await using server = createServer((_, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`

    await read('html', `<img src="${url}"><iframe src="${url}"></iframe><a href="${url}">a</a>`)
    await read('markdown', `![a](${url}) [a](${url})`)
    await read('bibtex', `@misc{a, url={${url}}}`)
    await expect(read('bibtex', url)).resolves.toMatchObject({ addresses: [] })

    expect(asked).toBe(0)
  })
})

test('the words of BibTeX are those of its titles and notes', async () => {
  const { text } = await read(
    'bibtex',
    '@article{a, title = "The {MS} \\emph{report} \\& more", author = {Kim, A.}, abstract = {가나다.}}',
  )

  expect(text.trim()).toBe('The MS report & more\n\n가나다.')
})

describe('a draft that cannot be read', () => {
  it.for<[DraftFormat, string, RegExp]>([
    ['addresses', 'nowhere\nnor here', /No line is a web address/],
    ['bibtex', '@article{a,\n title = {x}\n oops', /no well-formed BibTeX. Look at line \d/],
    ['bibtex', `@article{a, title={${'{'.repeat(mebibyte - 20)}`, /within each other/],
  ])('%s: is refused in words', async ([format, text, message]) => {
    await expect(read(format, text)).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ pointer: '/text', message: expect.stringMatching(message) }],
    })
  })

  it('is read however many marks stand in a row', async () => {
    const text = `https://a.example/b${"'".repeat(mebibyte)}c`

    expect((await read('text', text)).addresses).toHaveLength(1)
  })

  it('may take so much time and no more', async () => {
    const slow = readDraft(
      { format: 'markdown', text: '!['.repeat(mebibyte / 2) },
      { withinMs: 50 },
    )

    await expect(slow).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('the thread that serves', () => {
  it.for<[DraftFormat, string]>([
    ['text', 'https://a.example/ and more. '],
    ['addresses', 'https://a.example/\n'],
    ['html', 'a<i>&amp;'],
    ['markdown', '['],
    ['markdown', '!['],
    ['markdown', '*a '],
    ['bibtex', '@a{b, c={d}}\n'],
  ])('takes no part in reading a mebibyte of %s made of %s', async ([format, part]) => {
    const sent = repeated(part)
    await read(format, 'Warm.').catch(() => {})
    const [own, all] = [process.threadCpuUsage(), process.cpuUsage()]

    await read(format, sent).catch(() => {})

    const [ownTook, allTook] = [process.threadCpuUsage(own), process.cpuUsage(all)]
    expect(ownTook.user / allTook.user).toBeLessThan(0.2)
  })
})

function lines(count: number): string {
  return Array.from({ length: count }, (_, number) => `https://a.example/${number}`).join('\n')
}

function repeated(part: string): string {
  return part.repeat(Math.floor(mebibyte / part.length))
}
