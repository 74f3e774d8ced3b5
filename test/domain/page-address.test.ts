import {
  array,
  assert,
  constantFrom,
  infiniteStream,
  nat,
  option,
  pre,
  property,
  record,
  string,
  tuple,
  type Arbitrary,
} from '../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { pageAddress } from '../../src/domain/page-address.ts'

describe('an address of a page', () => {
  const article = 'https://paper.example/a/3?n=1'
  test.each<readonly [string, string]>([
    [article, 'http://paper.example/a/3?n=1'],
    [article, 'https://PAPER.example:443/a/3/?n=1'],
    [article, 'http://www.paper.example.:80/a/3?n=1#reply-9'],
    [article, 'https://paper.example/a/3?n=1#:~:text=denied'],
    [article, 'https://paper.example/a/./b/../3?&n=1&'],
    [article, 'https://m.paper.example/a/3?n=1'],
    [article, 'https://mobile.paper.example/a/3?n=1'],
    [article, 'https://amp.paper.example/amp/a/3?n=1'],
    [article, 'https://www.m.paper.example/a/3/amp/?n=1'],
    [article, 'https://paper.example/amp/a/3?n=1'],
    [article, 'https://paper.example/a/3?amp&n=1'],
    [article, 'https://paper.example/a/3?n=1&outputType=amp'],
    [
      article,
      'https://paper.example/a/3?UTM_Campaign=x&utm_new_one=2&n=1&gad_source=1&fbclid=3&NaPm=4',
    ],
    [article, 'https://web.archive.org/web/20250304050607/https://paper.example/a/3?n=1'],
    [article, 'https://web.archive.org/web/20250304050607id_/http:/www.paper.example/a/3?n=1'],
    [article, 'http://archive.org/web/2025*/paper.example/a/3?n=1'],
    ...['ph', 'today', 'is', 'li', 'md', 'vn', 'fo'].map(
      (end) =>
        [
          article,
          `https://archive.${end}/2025.03.04-050607/https://paper.example/a/3?n=1`,
        ] as const,
    ),
    [article, 'https://archive.ph/20250304050607/https://paper.example/a/3?n=1'],
    [article, 'https://archive.today/newest/http://paper.example/a/3?n=1'],
    [article, 'https://archive.ph/https://paper.example/a/3?n=1'],
    [article, 'https://web.archive.org/https://paper.example/a/3?n=1'],
    [
      article,
      'https://web.archive.org/web/2025/https://web.archive.org/web/2024/https://paper.example/a/3?n=1',
    ],
    [article, 'https://paper-example.cdn.ampproject.org/c/s/paper.example/a/3/amp?n=1&usqp=mq'],
    ['https://paper.example/보도/12', 'https://paper.example/%eb%b3%b4%eb%8f%84/12'],
    ['https://paper.example/보도/12', `https://paper.example/${'보도'.normalize('NFD')}/12`],
    ['https://paper.example/r?t=신뢰', 'https://paper.example/r?t=%EC%8B%A0%eb%a2%b0'],
    ['https://paper.example/~press/7', 'https://paper.example/%7Epress/%37'],
    ['https://paper.example/a|b', 'https://paper.example/a%7cb'],
    ['https://paper.example/?q=a+b', 'https://paper.example?q=a%20b'],
    ['https://paper.example/?a=&b', 'https://paper.example/?b&a'],
    ['https://paper.example/?ids[]=1', 'https://paper.example/?ids%5b%5D=1'],
    ['https://신문.한국/a', 'https://xn--z92b13l.xn--3e0b707e/a'],
    [
      'https://ko.wikipedia.org/wiki/지구_온난화',
      'https://ko.m.wikipedia.org/wiki/%EC%A7%80%EA%B5%AC_%EC%98%A8%EB%82%9C%ED%99%94#각주',
    ],
    ['https://paper.example/#/story/41', 'http://www.paper.example/#/story/41/?utm_source=x'],
    ['https://paper.example/', 'https://paper.example/#/'],
    [
      'https://n.news.naver.com/article/015/0001112223',
      'https://n.news.naver.com/mnews/article/015/0001112223?sid=101',
    ],
    [
      'https://n.news.naver.com/article/015/0001112223',
      'https://news.naver.com/main/read.naver?mode=LSD&mid=shm&sid1=101&oid=015&aid=0001112223',
    ],
    [
      'https://n.news.naver.com/article/015/0001112223',
      'https://news.naver.com/main/read.nhn?oid=015&aid=0001112223',
    ],
    [
      'https://n.news.naver.com/article/015/0001112223',
      'https://m.news.naver.com/read.naver?oid=015&aid=0001112223',
    ],
    [
      'https://n.news.naver.com/article/015/0001112223',
      'https://n.news.naver.com/article/comment/015/0001112223',
    ],
    ['https://v.daum.net/v/20250303101112345', 'https://news.v.daum.net/v/20250303101112345?f=o'],
    ['https://v.daum.net/v/20180303101112345', 'http://v.media.daum.net/v/20180303101112345?s=n'],
    ...[
      'https://m.blog.naver.com/foo/223344?recommendTrackingCode=2',
      'https://blog.naver.com/PostView.naver?blogId=foo&logNo=223344&redirect=Dlog&directAccess=false',
      'http://blog.naver.com/PostView.nhn?logNo=223344&blogId=foo&categoryNo=21&from=thumbnailList',
      'https://m.blog.naver.com/PostView.naver?blogId=foo&logNo=223344&proxyReferer=',
    ].map((other) => ['https://blog.naver.com/foo/223344', other] as const),
    [
      'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      'https://music.youtube.com/watch?v=aaaaaaaaaaa&list=RDAMVMx',
    ],
    ['https://www.youtube.com/watch?v=aaaaaaaaaaa', 'https://youtu.be/aaaaaaaaaaa?si=x'],
    [
      'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      'https://m.youtube.com/watch?feature=share&v=aaaaaaaaaaa&t=42s&list=b',
    ],
    [
      'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?start=3',
    ],
    ['https://www.youtube.com/watch?v=aaaaaaaaaaa', 'https://www.youtube.com/live/aaaaaaaaaaa'],
    ['https://twitter.com/press/status/1234567890', 'https://x.com/press/status/1234567890'],
    [
      'https://twitter.com/press/status/1234567890',
      'https://mobile.twitter.com/press/status/1234567890?s=20&t=abc',
    ],
    [
      'https://twitter.com/press/status/1234567890',
      'https://x.com/i/web/status/1234567890/photo/1',
    ],
    ['https://twitter.com/press', 'https://x.com/press'],
  ])('%s is the page at %s', (one, other) => {
    expect(pageAddress(other)).toBe(pageAddress(one))
  })

  test.each([
    ['https://paper.example/a/3', 'https://paper.example/a/4'],
    ['https://paper.example/A/3', 'https://paper.example/a/3'],
    ['https://paper.example/a%2Fb', 'https://paper.example/a/b'],
    ['https://paper.example/a%3Fb', 'https://paper.example/a?b'],
    ['https://paper.example/?a=1%262', 'https://paper.example/?a=1&2'],
    ['https://paper.example/?a%3D1=2', 'https://paper.example/?a=1=2'],
    ['https://paper.example/?q=a%2Bb', 'https://paper.example/?q=a+b'],
    ['https://paper.example/%ba%b8', 'https://paper.example/%ba%b9'],
    ['https://paper.example/view?id=5', 'https://paper.example/view?id=6'],
    ['https://paper.example/view?id=5&page=2', 'https://paper.example/view?id=5'],
    ['https://paper.example/view?id=5&id=6', 'https://paper.example/view?id=6&id=5'],
    ['https://paper.example/view?ncid=5', 'https://paper.example/view?ncid=6'],
    ['https://paper.example/watch?v=1', 'https://paper.example/watch?v=2'],
    ['https://paper.example/a?t=42s', 'https://paper.example/a'],
    ['https://paper.example/#/story/41', 'https://paper.example/#/story/42'],
    ['https://paper.example/#/story/41', 'https://paper.example/'],
    ['https://paper.example/#!/a/1', 'https://paper.example/#!/a/2'],
    ['https://paper.example/#!/a/1', 'https://paper.example/#/a/1'],
    ['https://paper.example/#/a?id=1', 'https://paper.example/#/a?id=2'],
    ['https://paper.example/a/lamp', 'https://paper.example/a/l'],
    ['https://paper.example/tags/amp', 'https://paper.example/tags'],
    ['https://paper.example/amp', 'https://paper.example/'],
    ['https://paper.example/amp/tags', 'https://paper.example/tags'],
    ['https://paper.example/a/3?amp=2', 'https://paper.example/a/3'],
    ['https://media.example/a', 'https://edia.example/a'],
    ['https://m.github.io/a', 'https://github.io/a'],
    ['https://m.co.kr/a', 'https://co.kr/a'],
    ['https://news.paper.example/a', 'https://paper.example/a'],
    ['https://paper.example:8080/a', 'https://paper.example/a'],
    [
      'https://web.archive.org/web/2025/https://a.example/1',
      'https://web.archive.org/web/2025/https://a.example/2',
    ],
    ['https://web.archive.org/about/', 'https://about/'],
    ['https://archive.ph/AbCdE', 'https://abcde/'],
    ['https://archive.ph/AbCdE', 'https://archive.ph/abcde'],
    ['https://archive.ph/search/paper.example', 'https://paper.example/'],
    ['https://archive.org/details/https://paper.example/a', 'https://paper.example/a'],
    [
      'https://n.news.naver.com/article/015/0001112223',
      'https://n.news.naver.com/article/016/0001112223',
    ],
    [
      'https://n.news.naver.com/article/015/0001112223',
      'https://n.news.naver.com/article/015/00011122231',
    ],
    ['https://n.news.naver.com/article/015/1', 'https://blog.naver.com/article/015/1'],
    [
      'https://news.naver.com/main/list.naver?oid=015&aid=1',
      'https://n.news.naver.com/article/015/1',
    ],
    ['https://blog.naver.com/foo/223344', 'https://blog.naver.com/bar/223344'],
    ['https://blog.naver.com/foo/223344', 'https://blog.naver.com/foo/2233445'],
    ['https://blog.naver.com/foo/223344', 'https://blog.naver.com/foo'],
    ['https://blog.naver.com/foo/223344', 'https://foo.naver.com/foo/223344'],
    [
      'https://blog.naver.com/foo/223344',
      'https://blog.naver.com/PostList.naver?blogId=foo&logNo=223344',
    ],
    [
      'https://blog.naver.com/foo/223344',
      'https://blog.naver.com/PostView.naver?blogId=bar&logNo=223344',
    ],
    [
      'https://blog.naver.com/PostView.naver?blogId=foo',
      'https://blog.naver.com/PostView.naver?blogId=bar',
    ],
    ['https://v.daum.net/v/20180303101112345', 'https://v.media.daum.net/v/20180303101112346'],
    ['https://v.daum.net/v/20180303101112345', 'https://media.daum.net/20180303101112345'],
    [
      'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      'https://music.youtube.com/watch?v=aaaaaaaaaab',
    ],
    ['https://www.youtube.com/playlist?list=PLx', 'https://music.youtube.com/playlist?list=PLx'],
    ['https://www.youtube.com/watch?v=aaaaaaaaaaa', 'https://youtu.be/aaaaaaaaaab'],
    ['https://www.youtube.com/watch?v=aaaaaaaaaaa', 'https://www.youtube.com/watch?v=Aaaaaaaaaaa'],
    ['https://www.youtube.com/channel?v=aaaaaaaaaaa', 'https://youtu.be/aaaaaaaaaaa'],
    ['https://x.com/press/status/1234567890', 'https://x.com/press/status/1234567891'],
    ['https://x.com/press/status/1234567890', 'https://ax.com/press/status/1234567890'],
    ['https://x.com/press?s=20', 'https://x.com/press'],
  ])('%s is not the page at %s', (one, other) => {
    expect(pageAddress(other)).not.toBe(pageAddress(one))
  })
})

interface Page {
  readonly host: string
  readonly path: readonly string[]
  readonly parameters: readonly (readonly [string, string])[]
  readonly route: string | null
}

/** Ordinary letters, letters of other scripts, and what divides an address when it is not escaped. */
const letter = constantFrom(...'abzA09-._~보가é日/?#&=+% %|"[]:@,'.split(''))
const word = string({ unit: letter, minLength: 1, maxLength: 6 })
  .map((text) => text.normalize('NFC'))
  .filter((text) => !/^\.+$/.test(text) && text !== 'amp')

const page: Arbitrary<Page> = record({
  host: constantFrom('paper.example', 'news.co.kr', 'a.b.example', 'xn--on3bp6q.example'),
  path: array(word, { maxLength: 3 }),
  parameters: array(tuple(constantFrom('id', 'v', 'p', '보'), word), { maxLength: 3 }),
  route: option(constantFrom('/a', '/b/1', '!/a', '/보도'), { nil: null }),
})

/** One of the ways in which the address of a page may be written. */
function written({ host, path, parameters, route }: Page, pick: (count: number) => number): string {
  const one = (...options: string[]) => options[pick(options.length)] ?? ''
  const escape = (text: string) =>
    [...text]
      .map((each) => {
        const escaped = encodeURIComponent(each)
        if (/[A-Za-z0-9\-_.~]/.test(each)) return one(each, `%${each.charCodeAt(0).toString(16)}`)
        if (/\P{ASCII}/u.test(each))
          return one(each, each.normalize('NFD'), escaped, escaped.toLowerCase())
        return one(escaped, escaped.toLowerCase())
      })
      .join('')
  const query = [
    ...parameters.map(([name, value]) => `${escape(name)}=${escape(value)}`),
    ...Array.from({ length: pick(2) }, () => one('utm_source=x', 'fbclid=1', '', 'gclid')),
  ]
  // The order of the values of one name means something.
  const sorted =
    pick(2) === 0 ? query : query.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
  return [
    one('https://', 'http://', 'HTTPS://'),
    one('', 'www.', 'm.', 'WWW.'),
    one(host, host.toUpperCase(), host.replace('xn--on3bp6q', '일보'), `${host}.`),
    one('', ':443', ':80'),
    path.map((segment) => `/${escape(segment)}`).join('') || '/',
    path.length > 0 ? one('', '/', '//') : '',
    sorted.length > 0 ? `?${sorted.join('&')}` : one('', '?'),
    route === null ? one('', '#place', '#:~:text=a') : `#${route}${one('', '/', ':~:text=a')}`,
  ].join('')
}

function nameOf(pair: string): string {
  return decodeURIComponent(pair.split('=')[0] ?? '').normalize('NFC')
}

/** A page as it is compared: parameters by name, of one name in their order. */
function meant({ host, path, parameters, route }: Page): string {
  const sorted = parameters.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return JSON.stringify([host, path.filter((each) => each !== ''), sorted, route])
}

const picks = infiniteStream(nat({ max: 1000 }))
const picking = (stream: Iterator<number>) => (count: number) =>
  Number(stream.next().value ?? 0) % count

describe('the addresses of pages', () => {
  it('are the same however one page is written, and when they are read again', () => {
    assert(
      property(page, picks, picks, (of, some, others) => {
        const one = pageAddress(written(of, picking(some)))
        expect(pageAddress(written(of, picking(others)))).toBe(one)
        expect(pageAddress(`https://${one}`)).toBe(one)
      }),
      { seed: 20, numRuns: 300 },
    )
  })

  it('are others for other pages', () => {
    assert(
      property(page, page, picks, (of, other, some) => {
        pre(meant(of) !== meant(other))
        const pick = picking(some)
        expect(pageAddress(written(of, pick))).not.toBe(pageAddress(written(other, pick)))
      }),
      { seed: 21, numRuns: 300 },
    )
  })

  it('are found for anything that is an address', () => {
    const letters =
      '/ // /amp /.. % %2 %61 %FF%C3%A4 %c3 a Z 1 ? & = # #/ #! :~: é \u0301 가 | [ + ; @'
    const words = 'utm_x amp=1 /web/2025/http:/b.example https://c.example/'
    const piece = constantFrom(...`${letters} ${words}`.split(' '))
    const host = constantFrom('a.example', 'm.amp.b.co.kr', 'web.archive.org', '192.0.2.7', '[::1]')
    assert(
      property(host, array(piece, { maxLength: 8 }), (of, pieces) => {
        const one = pageAddress(`https://${of}/${pieces.join('')}`)
        expect(pageAddress(`https://${one}`)).toBe(one)
      }),
      { seed: 22, numRuns: 1000 },
    )
  })
})
