import { describe, expect, test } from 'vitest'
import { homeDomain } from '../../src/domain/home-domain.ts'
import { webAddress } from '../../src/domain/url.ts'

describe('a web address', () => {
  test.each([
    'https://news.example/a',
    'HTTP://News.Example./a?b#c',
    'https://news.example',
    'https://news.example?a',
    'https://news.example:8443/a',
    'https://news.example:/a',
    'https://신문.한국/보도?q=신뢰',
    'https://신문.xn--3e0b707e/a',
    'https://a_b.news.example/100%',
    'https://192.0.2.7/a',
    'http://[2001:db8::1]:8080/a',
    'http://localhost:3000/a',
    'https://news.example/a@b:c',
  ])('is %s', (url) => {
    expect(webAddress.safeParse(url).success).toBe(true)
  })

  test.each([
    'http:news.example/a',
    'http:/news.example/a',
    'http:///news.example/a',
    'https:////news.example/a',
    '//news.example/a',
    'news.example/a',
    'https://',
    'https:///',
    'https://?a',
    'https://news.example\\a',
    'https:\\\\news.example/a',
    'https://news.example/a\\b',
    'https://news.example/?a\\b',
    'https://news%2Eexample/a',
    'https://%6eews.example/a',
    'https://127.1/a',
    'https://2130706433/a',
    'https://0x7f.0.0.1/a',
    'https://0177.0.0.1/a',
    'https://1.2.3/a',
    'https://1.2.3.256/a',
    'https://１２７.0.0.1/a',
    'https://ｎews.example/a',
    'https://news。example/a',
    'https://ne\u00ADws.example/a',
    'https://ne\u200Bws.example/a',
    'https://news..example/a',
    'https://.news.example/a',
    'https://-news.example/a',
    'https://news!.example/a',
    `https://${'a'.repeat(64)}.example/a`,
    'https://user@news.example/a',
    'https://user:pw@news.example/a',
    'https://:@news.example/a',
    'https://@news.example/a',
    'https://news.example:99999/a',
    'https://news.example:8o/a',
    'https://[::1/a',
    'https://[fe80::1%25eth0]/a',
    'https://news.example/a b',
    ' https://news.example/a',
    'https://news.example/a\tb',
    'https://news.example/a\u00A0b',
    'javascript:alert(1)//news.example',
    'data:text/html,a',
    'ftp://news.example/a',
    'blob:https://news.example/a',
  ])('is not %j', (url) => {
    expect(webAddress.safeParse(url).error?.issues).toMatchObject([{ path: [] }])
  })
})

describe('the home of a party', () => {
  test.each([
    ['https://www.halden.example/about', 'halden.example'],
    ['https://ir.halden.co.uk/', 'halden.co.uk'],
    ['https://moef.go.kr/', 'moef.go.kr'],
    ['https://신문.한국/', 'xn--z92b13l.xn--3e0b707e'],
    ['https://halden.github.io/', 'halden.github.io'],
    ['https://www.halden.blogspot.com/a', 'halden.blogspot.com'],
  ])('at %s is %s', (url, domain) => {
    expect(homeDomain(url)).toBe(domain)
  })

  test.each([
    'https://x.com/halden',
    'https://mobile.twitter.com/halden',
    'https://www.facebook.com/halden',
    'https://blog.naver.com/halden',
    'https://halden.tistory.com/',
    'https://halden.substack.com/',
    'https://medium.com/@halden',
    'https://ko.wikipedia.org/wiki/Halden',
    'https://www.gov.uk/government/organisations/halden',
    'https://github.io/',
    'https://co.kr/',
    'https://192.0.2.7/',
    'http://[2001:db8::1]/',
    'http://localhost/',
  ])('is not %s', (url) => {
    expect(homeDomain(url)).toBeUndefined()
  })
})
