import { describe, expect, it, test } from 'vitest'
import { displayLanguages } from '../../src/domain/display-language.ts'
import { explain } from '../../src/sentences/explain.ts'
import type { Explained } from '../../src/sentences/explanation.ts'
import { partyOf, rebuttal, said, speaker, stepAttack } from '../engine/seed-claims.ts'

const author = speaker('the-information', 'en')

function denied(...cites: ReturnType<typeof rebuttal>[]): Explained {
  return { status: 'denied', cites, speaker: author, isRuling: false }
}

describe('however many cites there are', () => {
  const five = ['A', 'B', 'C', 'D', 'E'].map((name) =>
    rebuttal(said(name, `No, says ${name}`, 'en')),
  )

  it('quotes two and says how many more there are', () => {
    expect(explain(denied(...five), 'en')).toBe(
      'A contradicted it: “No, says A” (5 December 2025); B contradicted it: “No, says B” (5 December 2025); and 3 more answers. No withdrawal by The Information is on record.',
    )
    expect(explain(denied(...five), 'ko')).toMatch(
      /B가 2025년 12월 5일 “No, says B”라고 이와 상반되게 주장했습니다\. 그 밖에 답변이 3건 더 있으며, The Information의 철회 기록은 없습니다\.$/,
    )
    expect(explain(denied(...five.slice(0, 3)), 'en')).toContain('; and 1 more answer. ')
  })

  it('quotes two of one speaker, and counts the rest', () => {
    const same = five.map((cite) => ({ ...cite, speaker: { id: 'a', name: 'A' } }))
    expect(explain(denied(...same), 'en')).toMatch(
      /says B” \(5 December 2025\); and 3 more answers\. No/,
    )
  })

  it('keeps speakers of one name apart', () => {
    const twins = five.slice(0, 2).map((cite, index) => ({
      ...cite,
      speaker: { id: `kim-${index}`, name: 'Kim' },
    }))
    expect(explain(denied(...twins), 'en')).toMatch(
      /^Kim contradicted it: .*; Kim contradicted it: /,
    )
    expect(explain(denied(...twins), 'ko')).toMatch(/^Kim이 .*으며, Kim이 /)
  })

  test.each(displayLanguages)('counts the rest of every kind of cite (%s)', (lang) => {
    const claims = five.map((cite) => ({ ...cite, party: null, reference: null }))
    const more = lang === 'en' ? 'and 3 more ' : ' 3건 더 있'
    const base = { speaker: author, isRuling: false }
    const sentences = [
      explain({ ...base, status: 'admitted', cites: claims, all: null }, lang),
      explain({ ...base, status: 'ruled_for', cites: claims }, lang),
      explain({ ...base, status: 'ruled_against', cites: claims }, lang),
      explain({ ...base, status: 'countered', cites: claims }, lang),
      explain({ ...base, status: 'disputed', cites: claims }, lang),
      explain(
        {
          ...base,
          status: 'corrected',
          cites: claims.map((c) => ({
            ...c,
            relation: 'concedes',
            accepted: null,
            since: null,
          })),
        },
        lang,
      ),
      explain(
        {
          ...base,
          status: 'answered',
          cites: claims.map((c) => ({ ...c, outcome: { kind: 'basis_lost' } })),
        },
        lang,
      ),
      explain(
        {
          ...base,
          status: 'disputed',
          cites: claims.map((c) => ({ ...c, as: 'basis', status: 'disputed' })),
        },
        lang,
      ),
      explain(
        {
          ...base,
          status: 'basis_lost',
          cites: claims.map((c) => ({ ...c, as: 'step', basis: c })),
        },
        lang,
      ),
    ]
    for (const sentence of sentences) {
      expect(sentence).toContain(more)
      expect(sentence).not.toMatch(/\bC\b/)
      expect(sentence).toMatch(/^[^\n]+\.$/)
    }
  })
})

describe('whatever the words are', () => {
  test.each([
    ['quotation marks', 'He said "no" twice', 'said ‘He said "no" twice’'],
    ['every kind of mark', `"a" 'b'`, `said «"a" 'b'»`],
    ['line breaks', 'No.\n\nNever.', 'said “No. Never.”'],
    ['dollars and slashes', "$& \\ $' {0}", "said “$& \\ $' {0}”"],
    [
      'Latin and Korean in one',
      'MS는 AI target을 낮춘 적이 없다',
      'said “MS는 AI target을 낮춘 적이 없다”',
    ],
    ['nothing but marks', '… ?!', 'said “… ?!”'],
    ['right-to-left script', 'לא', 'said “\u2068לא\u2069”'],
  ])('%s are quoted as they are', (_, words, quoted) => {
    const sentence = explain(denied(rebuttal(said('A', words, 'en'))), 'en')
    expect(sentence).toContain(quoted.replace('said ', 'A contradicted it: '))
  })

  it('cuts 5,000 characters at the end of a word', () => {
    const words = '목표를 낮춘 적이 없다. '.repeat(400).slice(0, 5000)
    const sentence = explain(denied(rebuttal(said('A', words, 'ko'))), 'ko')
    expect(sentence.length).toBeLessThan(300)
    expect(sentence).toMatch(/ (?:목표를|낮춘|적이|없다\.)…”(?:이)?라고 /)
  })

  test.each([
    ['human', 'translated from French', '프랑스어 원문의 번역'],
    ['machine', 'machine translation from French', '프랑스어 원문의 기계 번역'],
  ] as const)('says that words are a translation, by a %s, and only then', (by, en, ko) => {
    const cite = rebuttal({ ...said('A', 'No', 'en'), translated: { from: 'fr', by } })
    expect(explain(denied(cite), 'en')).toContain(`: “No” (${en}, 5 December 2025)`)
    expect(explain(denied(cite), 'ko')).toContain(`“No”(${ko})라고`)
    const lost: Explained = {
      status: 'basis_lost',
      cites: [stepAttack(said('B', 'So', 'en'), cite)],
      speaker: author,
      isRuling: false,
    }
    expect(explain(lost, 'en')).toContain(`from what A asserted (“No”, ${en}) was undercut`)
    expect(explain(lost, 'ko')).toContain(`A의 주장(“No”, ${ko})에서 이 주장으로`)
    const admitted: Explained = {
      status: 'admitted',
      cites: [{ ...cite, party: partyOf([cite.speaker]) }],
      all: partyOf([cite.speaker]),
      speaker: author,
      isRuling: false,
    }
    expect(explain(admitted, 'en')).toBe(
      `A, whom this is about, confirmed this on 5 December 2025: “No” (${en}).`,
    )
    expect(explain(admitted, 'ko')).toContain(`“No”(${ko})라며 이를 인정`)
    const untold = rebuttal({ ...cite, words: null })
    expect(explain(denied(untold), 'en')).not.toMatch(/machine|translated/)
    expect(explain(denied(untold), 'ko')).not.toContain('번역')
  })

  it('tells of redacted words that they were said, and when', () => {
    const cites = [
      rebuttal(said('microsoft', null, 'ko'), { party: partyOf([speaker('microsoft', 'ko')]) }),
    ]
    expect(explain(denied(...cites), 'en')).toMatch(
      /^마이크로소프트, whom this is about, denied it \(5 December 2025\);/,
    )
    expect(explain(denied(...cites), 'ko')).toMatch(
      /^당사자인 마이크로소프트가 2025년 12월 5일 이를 부인/,
    )
  })

  it('tells of a party whose name was removed that it was one', () => {
    const nameless = { id: 'x', name: null }
    const cites = [
      rebuttal({ ...said('A', 'No', 'en'), speaker: nameless }, { party: partyOf([nameless]) }),
    ]
    const explained = denied(...cites)

    expect(explain(explained, 'en')).toMatch(
      /^A source whose name was removed, whom this is about, denied it: “No”/,
    )
    expect(explain({ ...explained, speaker: { id: 'y', name: null } }, 'ko')).toBe(
      '당사자인 이름이 삭제된 출처가 2025년 12월 5일 “No”라고 부인했으며, 이름이 삭제된 출처의 철회 기록은 없습니다.',
    )
  })

  it('keeps a name to one line', () => {
    const cite = rebuttal({ ...said('A', 'No', 'en'), speaker: { id: 'a', name: 'The\nEnd' } })
    expect(explain(denied(cite), 'en')).toMatch(/^The End contradicted it/)
  })
})
