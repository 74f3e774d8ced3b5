import { Kysely, PostgresDialect, sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { displayLanguages, type DisplayLanguage } from '../../src/domain/display-language.ts'
import { redact } from '../../src/actions/bundle/redact.ts'
import { loadClaimRows } from '../../src/store/claim-rows.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openPool, servingLimits } from '../../src/store/database/pool.ts'
import type { DB } from '../../src/store/database/tables.ts'
import { loadStatusWords, type StatusWords } from '../../src/store/status-words.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { writeOne } from '../support/write-one.ts'
import { notedLines } from '../support/noted-lines.ts'
import { closedSentences } from './closed-sentences.ts'
import { concededSentences } from './conceded-sentences.ts'
import { droppedSentences } from './dropped-sentences.ts'
import { openSentences } from './open-sentences.ts'
import { retractedSentences } from './retracted-sentences.ts'
import { sideSentences } from './side-sentences.ts'
import { seedSentences } from './seed-sentences.ts'
import { unnamedSentences } from './unnamed-sentences.ts'

const erased = { ground: 'erased', statement: null } as const

let namespaces = 0

describe('the words for a status', () => {
  it('says of the seed story what it says, in both languages', async ({ db }) => {
    const lines = readFileSync('db/seed/newsletter.ndjson', 'utf8').trimEnd().split('\n')
    const { refs } = await importLines(
      db,
      lines.map((line) => JSON.parse(line)),
    )

    const said = await sentences(db, Object.values(refs))

    const byRef = Object.keys(seedSentences).map((ref) => [ref, said.get(refs[ref] ?? '')])
    expect(Object.fromEntries(byRef)).toEqual(seedSentences)
  })

  it.for([
    ...closedSentences,
    ...concededSentences,
    ...droppedSentences,
    ...openSentences,
    ...retractedSentences,
    ...unnamedSentences,
    ...sideSentences,
  ])('has a sentence for what is $what', async ({ claims, links, of, en, ko }, { db }) => {
    const refs = await enter(db, claims, links)

    const said = await sentences(db, [refs(of)])

    expect(said.get(refs(of))).toEqual([en, ko])
  })

  it.for<[what: string, of: string, claims: string, links: string, reworded: string]>([
    ['a denial', 'R', 'R(Info→MS) D(MS→MS)', '1: D rebuts R', 'D'],
    ['an undercut', 'R', 'R(Info→MS) D(Bloom→MS)', '1: D undercuts R', 'D'],
    ['a denial that was dropped', 'R', 'R(Info→MS) D(MS→MS)', '1: D rebuts R (ended)', 'D'],
    ['what it denied', 'R', 'D(Info→MS) R(MS→MS)', '1: R rebuts D', 'D'],
    ['an admission', 'R', 'R(Info→MS) D(MS→MS)', '1: D concedes R', 'D'],
    ['an admission of one', 'R', 'R(Info→MS+Lab) D(MS→MS)', '1: D concedes R', 'D'],
    [
      'a concession that gave up a denial',
      'R',
      'R(Info→Lab) D(MS→MS) S(MS→MS)',
      '1: D rebuts R; 2: S concedes R',
      'S',
    ],
    [
      'a concession that replaced it',
      'D',
      'R(Info→Lab) D(MS→MS) S(MS→MS)',
      '1: D rebuts R; 2: S concedes R',
      'S',
    ],
    ['what replaced it', 'R', 'R(Info→MS) D(Info→MS)', '1: D supersedes R', 'D'],
    [
      'what replaced its denial',
      'R',
      'R(Info→MS) D(MS→MS) T(MS→MS)',
      '1: D rebuts R; 2: T supersedes D',
      'T',
    ],
    ['a basis', 'R', 'R(Info→MS) D(MS→MS) B(Lab→MS)', '1: R relies_on B; 2: D rebuts B', 'B'],
    ['context', 'R', 'R(Info→MS) D(MS→MS)', '1: D qualifies R', 'D'],
    ['a ruling', 'R', 'R(Info→MS) D(ruling, Court→MS)', '1: D restates R', 'D'],
    [
      'a ruling that set aside one on it',
      'R',
      'R(Info→MS) D(ruling, Court→MS) K(ruling, Appeal→MS)',
      '1: D restates R; 2: K undercuts D',
      'K',
    ],
  ])('dates %s by its first version', async ([, of, claims, links, reworded], { db }) => {
    const [{ head = '' } = {}] = [
      /(?<head>\([^)]*\))/.exec(claims.slice(claims.indexOf(`${reworded}(`)))?.groups,
    ]
    const first = await enter(db, claims, links)
    const later = await enter(
      db,
      `${claims} V${head}`,
      `${links}; w: V supersedes ${reworded} (wording)`,
    )

    const [before, after] = [
      await sentences(db, [first(of)]),
      await sentences(db, [later(of)]),
    ].map((said) => [...said.values()][0])

    const spoken = after?.map((text) =>
      text
        .replaceAll('V', reworded)
        .replaceAll(/ ?\((?:reworded since|이후 고친 표현)\)/g, '')
        .replaceAll(/, (?:reworded since|이후 고친 표현)/g, ''),
    )
    expect(spoken).toEqual(before)
  })

  it('names in its label the bodies that ruled', async ({ db }) => {
    const refs = await enter(
      db,
      'R(Info→MS) J(ruling, Court→MS) K(ruling, Appeal→Court) B(Bloom→MS)',
      '1: J rebuts R; 2: K restates B',
    )

    expect((await wordsOf(db, refs('R'), 'en')).standing.label).toBe('Court found otherwise')
    expect((await wordsOf(db, refs('B'), 'ko')).standing.label).toBe('대법원 인정')
  })

  it.for([
    ['declines', [], 'MS neither confirms nor denies', '엠에스 미확정 답변'],
    ['neither', [], 'MS neither confirms nor denies', '엠에스 미확정 답변'],
    ['confirms', ['a'], 'MS confirms this', '엠에스 확인'],
    [
      'elsewhere',
      [],
      'MS answered on another point · not contradicted on record',
      '엠에스 답변: 다른 점 · 반박 기록 없음',
    ],
  ] as const)(
    'names in its label the party that answers without a denial: %s',
    async ([response, meets, en, ko], { db }) => {
      const lines = notedLines('R(Info→MS) Q(MS→MS)', '1: Q qualifies R', `said-${response}`).map(
        (line) => {
          if (line['ref'] === 'R') return { ...line, points: [{ id: 'a', text: 'lowered' }] }
          return line['ref'] === 'link-1' ? { ...line, response, meets } : line
        },
      )
      const { refs } = await importLines(db, lines)
      const id = refs['R'] ?? ''

      expect((await wordsOf(db, id, 'en')).standing.label).toBe(en)
      expect((await wordsOf(db, id, 'ko')).standing.label).toBe(ko)
    },
  )

  it('takes an entry that was merged into the party for the party', async ({ db }) => {
    const refs = await enter(db, 'R(Info→Lab) D(MS→MS)', '1: D rebuts R')
    const entries = { noun: 'source', from: refs('Lab'), into: refs('MS') }
    await importLines(db, [{ type: 'merge', ...entries, reason: 'One company.' }])

    const said = await sentences(db, [refs('R')])

    expect(said.get(refs('R'))).toEqual([
      'MS, whom this is about, denied it: “D” (2 December 2025); no withdrawal by Info is on record.',
      '당사자인 엠에스가 2025년 12월 2일 “D”라고 부인했으며, 인포의 철회 기록은 없습니다.',
    ])
  })

  it.for([
    ['human', 'translated from Korean', '영어 원문의 번역'],
    ['machine', 'machine translation from Korean', '영어 원문의 기계 번역'],
  ] as const)('marks as such what a %s translated', async ([by, en, ko], { db }) => {
    const texts = { D: [{ lang: 'ko', text: '디', by }], E: [{ lang: 'en', text: 'E', by }] }
    const lines = notedLines(
      'R(Info→MS) D(MS→MS) E(MS→MS)',
      '1: D rebuts R; 2: E rebuts R',
      `translated-${by}`,
    ).map((line) => {
      if ('ref' in line && line['ref'] === 'D') return { ...line, texts: texts.D }
      if (!('ref' in line) || line['ref'] !== 'E') return line
      return { ...line, text: '이', lang: 'ko', texts: texts.E }
    })
    const { refs } = await importLines(db, lines)

    const said = await sentences(db, [refs['R'] ?? ''])

    expect(said.get(refs['R'] ?? '')).toEqual([
      `MS, whom this is about, denied it: “D” (2 December 2025) and “E” (${en}, 3 December 2025); no withdrawal by Info is on record.`,
      `당사자인 엠에스가 2025년 12월 2일 “디”(${ko}), 2025년 12월 3일 “이”라고 부인했으며, 인포의 철회 기록은 없습니다.`,
    ])
  })

  it('has no words for what was voided', async ({ db }) => {
    const refs = await enter(db, 'R(Info→MS)', '')
    await importLines(db, [{ type: 'void', claim: refs('R'), reason: 'Not said.' }])

    expect(await sentences(db, [refs('R')])).toEqual(new Map())
  })

  it('says no name and quotes no words that were removed, whatever it says', async ({ db }) => {
    const ids: string[] = []
    for (const { claims, links, of } of [
      ...closedSentences,
      ...openSentences,
      ...unnamedSentences,
      ...sideSentences,
    ])
      ids.push((await enter(db, claims, links))(of))
    const { rows } = await sql<{ type: 'source' | 'report' | 'claim'; id: string }>`
      select 'source' as type, id from source union all select 'report', id from report
      union all select 'claim', id from claim
    `.execute(db)

    await writeOne(db, async (writing) => {
      for (const { type, id } of rows) await redact(writing, type, id, erased)
    })

    const said = await sentences(db, ids)
    expect(said.size).toBe(new Set(ids).size)
    for (const [en = '', ko = ''] of said.values()) {
      expect(en).toMatch(/^[A-Z][^“]*\.$/)
      expect(ko).toMatch(/^[^“]*\.$/)
      expect(en + ko).not.toMatch(
        /Info|MS|Bloom|Blog|Poster|Archive|Lab|Stats|Court|Appeal|2025-1\b|인포|엠에스|법원/,
      )
    }
  })

  it('takes two statements at most, however many claims there are', async ({ db, database }) => {
    const ids: string[] = []
    for (const { claims, links, of } of [
      ...closedSentences,
      ...openSentences,
      ...unnamedSentences,
      ...sideSentences,
    ])
      ids.push((await enter(db, claims, links))(of))
    const statements: string[] = []
    await using counted = new Kysely<DB>({
      dialect: new PostgresDialect({
        pool: openPool({
          url: database.serviceUrl,
          applicationName: 'counterpoint tests',
          connectionsMax: 1,
          limits: servingLimits,
        }),
      }),
      log: ({ query }) => void statements.push(query.sql),
    })

    for (const page of [ids, ids.slice(0, 2)]) {
      const rows = await loadClaimRows(counted, page, 'ko')
      statements.length = 0
      expect((await loadStatusWords(counted, rows, 'ko')).size).toBe(page.length)
      expect(statements.length).toBeLessThanOrEqual(2)
    }
  })
})

function withdrawal(claim: string): object {
  return { type: 'withdrawal', claim, at: '2025-12-24', reason: 'It said so.', uncited: true }
}

describe('the number of the last event that a sentence names', () => {
  const denied = ['R(Info→MS) D(MS→MS) W(Blog→MS)', '1: D rebuts R; 2: W relies_on R'] as const
  const amendable = 'R(Info→MS) D(MS→MS) S(MS→MS) E(Spokes→MS) W(Blog→MS)'
  const changes: readonly Later[] = [
    ['the claim that it cites is withdrawn', 'R', (refs) => [withdrawal(refs('D'))]],
    ['its basis is withdrawn', 'W', (refs) => [withdrawal(refs('R'))]],
    [
      'the link by which it is denied is dropped',
      'R',
      (refs) => [
        {
          type: 'end',
          link: refs('link-1'),
          at: '2025-12-24',
          reason: 'It said so.',
        },
      ],
    ],
  ]

  it.for<[string, of: string, links: string, Later[2]]>([
    [
      'the concession that gave up a challenge is withdrawn',
      'R',
      '1: D rebuts R; 2: S concedes R',
      (refs) => [withdrawal(refs('S'))],
    ],
    [
      'the concession that gave up its basis is withdrawn',
      'W',
      '1: D rebuts R; 2: S concedes R; 3: W relies_on D',
      (refs) => [withdrawal(refs('S'))],
    ],
    [
      'the author of a concession that gave up its basis has another name',
      'W',
      '1: D rebuts R; 2: S concedes R; 3: W relies_on D',
      () => [amendedLine('MS', { name: 'M S' })],
    ],
    [
      'a link says what its denial is about',
      'R',
      '1: D rebuts R',
      () => [amendedLine('link-1', { aspect: 'timing' })],
    ],
    [
      'the party for whom somebody spoke has another name',
      'R',
      '1: E rebuts R',
      () => [amendedLine('MS', { name: 'M S' })],
    ],
    ['what admitted it is withdrawn', 'R', '1: D concedes R', (refs) => [withdrawal(refs('D'))]],
    ['context is withdrawn', 'R', '1: D qualifies R', (refs) => [withdrawal(refs('D'))]],
  ])('grows when %s', async ([, of, links, lines], { db }) => {
    const namespace = `amended-${namespaces++}`
    const noted = notedLines(amendable, links, namespace)
    const { refs } = await importLines(db, noted)
    const ref = (name: string) => refs[name] ?? ''
    const before = await wordsOf(db, ref(of), 'en')

    const { events } = await importLines(db, [
      { type: 'bundle', namespace, onChange: 'amend' },
      ...lines(ref).map((line) => amended(noted, line)),
    ])

    const after = await wordsOf(db, ref(of), 'en')
    expect(after.text).not.toBe(before.text)
    expect(after.seq).toBe(events?.last)
  })

  it.for(changes)('grows when %s', async ([, of, lines], { db }) => {
    const refs = await enter(db, ...denied)
    const before = await wordsOf(db, refs(of), 'en')

    const { events } = await importLines(db, lines(refs))

    const after = await wordsOf(db, refs(of), 'en')
    expect(after.text).not.toBe(before.text)
    expect(after.seq).toBe(events?.last)
    expect(after.seq).toBeGreaterThan(before.seq)
  })

  it('grows when only the reason of an answer is another', async ({ db }) => {
    const refs = await enter(
      db,
      'R(Info→MS) D(MS→MS) N(Lab→Stats) O(Archive→Stats)',
      '1: D rebuts R; 2: N undercuts link 1',
    )
    const before = await wordsOf(db, refs('R'), 'en')

    await importLines(db, [
      { type: 'link', relation: 'undercuts', from: refs('O'), to: { link: refs('link-1') } },
    ])

    const after = await wordsOf(db, refs('R'), 'en')
    expect(after.text).toBe(before.text.replace('by Lab', 'by Lab and Archive'))
    expect(after.seq).toBeGreaterThan(before.seq)
  })

  it('stays when something else is entered', async ({ db }) => {
    const refs = await enter(db, ...denied)
    const before = await wordsOf(db, refs('R'), 'en')

    await enter(db, ...denied)

    expect(await wordsOf(db, refs('R'), 'en')).toEqual(before)
  })
})

/** A line of the record with other fields, to be entered again. */
function amendedLine(ref: string, fields: object) {
  return { ref, ...fields }
}

function amended(noted: readonly object[], line: unknown): unknown {
  if (typeof line !== 'object' || line === null || 'type' in line) return line
  const was = noted.find((each) => 'ref' in each && 'ref' in line && each.ref === line.ref)
  return { ...was, ...line }
}

/** What happens later, the claim whose sentence tells it, and the lines that bring it. */
type Later = readonly [
  what: string,
  of: string,
  lines: (refs: (ref: string) => string) => unknown[],
]

/** Enters a record in the notation of rules/2.md §4 under names of its own. */
async function enter(db: Db, claims: string, links: string): Promise<(ref: string) => string> {
  const lines = notedLines(claims, links, `noted-${namespaces++}`)
  const { refs } = await importLines(db, lines)
  return (ref) => refs[ref] ?? ''
}

async function sentences(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const said = new Map<string, string[]>()
  for (const lang of displayLanguages) {
    const words = await loadStatusWords(db, await loadClaimRows(db, ids, lang), lang)
    for (const [id, { text }] of words) said.set(id, [...(said.get(id) ?? []), text])
  }
  return said
}

async function wordsOf(db: Db, id: string, lang: DisplayLanguage): Promise<StatusWords> {
  const words = await loadStatusWords(db, await loadClaimRows(db, [id], lang), lang)
  const found = words.get(id)
  if (!found) throw new Error(`Nothing is said of ${id}.`)
  return found
}
