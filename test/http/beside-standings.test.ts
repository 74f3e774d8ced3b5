import { describe, expect } from 'vitest'
import { it, type Api } from '../support/api.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import { notedLines } from '../support/noted-lines.ts'

/** Claims with something that their status must not be read without, and how it is said. */
const cases = {
  'an earlier version that was denied': {
    claims: 'S(Info→MS) D(MS→MS) R(Info→MS)',
    links: '1: D rebuts S; 2: R supersedes S',
    en: 'An earlier version was answered or contested by MS',
    ko: '이전 주장에 엠에스의 답변이나 이의가 있었음',
  },
  'a ruling that was set aside': {
    claims: 'R(Info→MS) J(ruling, Court→MS) K(ruling, Appeal→MS)',
    links: '1: J restates R; 2: K undercuts J',
    en: 'A ruling once stood here: ',
    ko: '취소하거나 정지함',
  },
  'a confirmation by one of two': {
    claims: 'R(Info→MS+Lab) A(MS→MS) X(Bloom→MS)',
    links: '1: A concedes R; 2: X rebuts R',
    en: 'Confirmed by MS, one of two it is about',
    ko: '대상 2곳 중 엠에스 인정',
  },
  'a confirmation that others contradict': {
    claims: 'R(Info→MS) A(MS→MS) X(Bloom→MS)',
    links: '1: A concedes R; 2: X rebuts R',
    en: 'A confirmation by MS is on record',
    ko: '엠에스의 인정 기록 있음',
  },
} as const

const surfaces: Readonly<Record<string, (id: string, lang: string) => readonly [string, string]>> =
  {
    card: (id, lang) => [`/embed/claims/${id}?lang=${lang}`, 'text/html'],
    'compact card': (id, lang) => [`/embed/claims/${id}?lang=${lang}&size=compact`, 'text/html'],
    page: (id, lang) => [`/claims/${id}?lang=${lang}`, 'text/html'],
    'plain text': (id, lang) => [`/v1/claims/${id}?lang=${lang}`, 'text/plain'],
    'plain text of the page': (id, lang) => [`/claims/${id}?lang=${lang}`, 'text/plain'],
    'JSON-LD': (id, lang) => [`/claims/${id}?lang=${lang}`, 'application/ld+json'],
  }

async function said(api: Api, [path, accept]: readonly [string, string]): Promise<string> {
  const { status, text } = await api(path, { headers: { accept }, isPublic: true })
  expect(status).toBe(200)
  return accept === 'text/html' ? textOf(text) : text
}

describe('what a status must not be read without', () => {
  it.for(Object.entries(cases))(
    'stands on every surface: %s',
    async ([what, told], { api, db }) => {
      const namespace = what.replaceAll(' ', '-')
      const { refs } = await importLines(db, notedLines(told.claims, told.links, namespace))
      for (const [name, at] of Object.entries(surfaces))
        for (const lang of ['en', 'ko'] as const)
          expect(await said(api, at(refs['R'] ?? '', lang)), `${name} (${lang})`).toContain(
            told[lang],
          )
    },
  )

  it('stands nowhere else', async ({ api, db }) => {
    const lines = notedLines('R(Info→MS) A(MS→MS)', '1: A concedes R', 'plain')
    const { refs } = await importLines(db, lines)
    for (const at of Object.values(surfaces))
      expect(await said(api, at(refs['R'] ?? '', 'en'))).not.toMatch(
        /confirmation by|earlier version/,
      )
  })
})
