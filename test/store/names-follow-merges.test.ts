import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { importLines } from '../support/import.ts'
import { it as bare } from '../support/it.ts'
import { claimLine, linkLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'
import { answerTo } from '../support/refusal.ts'

/** Everything twice, so that each column has something else to name; the first of each pair is merged. */
const it = bare.extend('refs', { scope: 'file', auto: true }, async ({ db }) => {
  const { refs } = await importLines(db, [
    ...['s', 't', 'u'].map((ref) => sourceLine(ref)),
    ...['r', 'q', 'p'].map((ref) => reportLine(ref, 's')),
    ...['a', 'b', 'c', 'd'].map((ref) =>
      claimLine(ref, 's', { citations: [{ report: 'r', quote: `Quote ${ref}` }] }),
    ),
    claimLine('x', 'u'),
    linkLine('l', 'rebuts', 'a', 'x', { citations: [{ report: 'r', quote: 'Of l' }] }),
    linkLine('k', 'rebuts', 'd', 'x'),
    linkLine('o', 'undercuts', 'c', '', { to: { link: 'l' } }),
  ])
  await importLines(db, [
    mergeLine('source', refs['s'] ?? '', refs['t'] ?? ''),
    mergeLine('report', refs['r'] ?? '', refs['q'] ?? ''),
    mergeLine('claim', refs['a'] ?? '', refs['b'] ?? ''),
  ])
  return refs
})

type Names = (ref: string) => string

/** Updates that no merge asks for. */
const untied: readonly (readonly [column: string, statement: (id: Names) => string])[] = [
  ['link.from_claim', (id) => `update link set from_claim = ${id('c')} where id = ${id('l')}`],
  ['link.from_claim', (id) => `update link set from_claim = ${id('a')} where id = ${id('l')}`],
  ['link.to_claim', (id) => `update link set to_claim = ${id('c')} where id = ${id('l')}`],
  ['link.to_link', (id) => `update link set to_link = ${id('k')} where id = ${id('o')}`],
  [
    'link, from a claim to a link',
    (id) => `update link set to_claim = null, to_link = ${id('k')} where id = ${id('l')}`,
  ],
  ['citation.report_id', (id) => `update citation set report_id = ${id('p')}`],
  ['citation.report_id', (id) => `update citation set report_id = ${id('r')}`],
  [
    'citation.claim_id',
    (id) => `update citation set claim_id = ${id('d')} where claim_id = ${id('c')}`,
  ],
  [
    'citation.link_id',
    (id) => `update citation set link_id = ${id('k')} where link_id = ${id('l')}`,
  ],
  ['claim.speaker_id', (id) => `update claim set speaker_id = ${id('u')} where id = ${id('d')}`],
  ['claim.speaker_id', (id) => `update claim set speaker_id = null where id = ${id('d')}`],
  ['report.source_id', (id) => `update report set source_id = ${id('u')} where id = ${id('p')}`],
  ['claim.merged_into', (id) => `update claim set merged_into = ${id('c')} where id = ${id('d')}`],
  ['claim.merged_into', (id) => `update claim set merged_into = null where id = ${id('a')}`],
  ['report.merged_into', (id) => `update report set merged_into = null where id = ${id('r')}`],
  [
    'source.merged_into',
    (id) => `update source set merged_into = ${id('u')} where id = ${id('s')}`,
  ],
  ['link.merged_into', (id) => `update link set merged_into = ${id('l')} where id = ${id('k')}`],
  [
    'entered_reference',
    (id) =>
      `insert into entered_reference (object, field, entered) values (${id('k')}, 'from_claim', ${id('c')})`,
  ],
  [
    'entered_reference',
    (id) =>
      `insert into entered_reference (object, field, entered) values (${id('k')}, 'from_claim', ${id('d')})`,
  ],
]

describe('what names an object', () => {
  it.for(untied)(
    'changes only with a merge, even if the owner updates %s',
    async ([, made], { db, ownerDb, refs }) => {
      const statement = sql.raw(made((ref) => `'${refs[ref]}'::uuid`))

      for (const each of [db, ownerDb])
        expect(await answerTo(each, statement)).toMatch(/ changes only as merges have it$/)
    },
  )

  it('is what a recorded merge makes it, and what its undoing does', async ({ db, refs }) => {
    const [from, into] = [refs['d'], refs['c']]
    const moved = sql`update link set from_claim = ${into}::uuid where id = ${refs['k']}::uuid`
    const merged = [
      sql`
        insert into merge (id, noun, from_id, into_id, content_seq, recorded_at)
        select uuidv7(), 'claim', ${from}::uuid, ${into}::uuid, seq, now() from record_head
      `,
      sql`update claim set merged_into = ${into}::uuid where id = ${from}::uuid`,
    ]
    const kept = sql`
      insert into entered_reference (object, field, entered)
      values (${refs['k']}::uuid, 'from_claim', ${from}::uuid)
    `
    const voided = [
      sql`update merge set voided_at = now(), voided_seq = content_seq where voided_at is null`,
      sql`update claim set merged_into = null where id = ${from}::uuid`,
    ]
    const restored = sql`update link set from_claim = ${from}::uuid where id = ${refs['k']}::uuid`

    expect(await answerTo(db, [...merged, moved])).toBe('accepted')
    expect(await answerTo(db, [...merged, moved, kept, restored])).toMatch(/as merges have it$/)
    expect(await answerTo(db, [...merged, moved, kept, ...voided, restored])).toBe('accepted')
  })
})
