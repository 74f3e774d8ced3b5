import type { CounterpointView } from '../../src/views/counterpoint.ts'
import { amendment, type Api } from './api.ts'
import { importLines } from './import.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { Wrote } from './record.ts'

/**
 * For each noun an object whose texts, including those of earlier versions, all contain its mark.
 */
export interface MarkedRecord {
  readonly source: string
  readonly report: string
  readonly claim: string
  readonly link: string
  readonly story: string
  /** A citation of `reported`. */
  readonly citation: string
  /** What the claim rebuts, by somebody else. */
  readonly reported: string
  /** What qualifies the claim, by somebody else. */
  readonly qualifying: string
  /** The write that entered the claim, for a retry. */
  readonly filed: { readonly path: string; readonly call: Parameters<Api>[1] }
}

export const marks = {
  citation: 'zqcitation',
  story: 'zqstory',
  link: 'zqlink',
  claim: 'zqclaim',
  report: 'zqreport',
  source: 'zqsource',
} as const

export async function aMarkedRecord(api: Api, db: Db): Promise<MarkedRecord> {
  const { refs } = await importLines(db, [
    { type: 'bundle', namespace: 'marked' },
    { type: 'source', ref: 'info', kind: 'outlet', name: 'Info' },
    {
      type: 'source',
      ref: 'zqsource',
      kind: 'company',
      slug: 'zqsource-inc',
      name: 'Zqsource Inc',
      names: [{ lang: 'ko', name: 'Zqsource 회사' }],
      aliases: ['ZQSOURCE'],
      url: 'https://zqsource.example/',
    },
    {
      type: 'report',
      ref: 'zqreport',
      source: 'info',
      kind: 'article',
      title: 'Zqreport',
      url: 'https://info.example/zqreport',
      archiveUrl: 'https://archive.example/zqreport',
      lang: 'en',
    },
    {
      type: 'claim',
      ref: 'reported',
      kind: 'fact',
      speaker: 'info',
      about: ['zqsource'],
      text: 'Targets were lowered',
      lang: 'en',
      assertedAt: '2025-12-03',
      citations: [
        {
          report: 'zqreport',
          quote: 'Targets zqcitation were lowered',
          prefix: 'zqcitation ',
          suffix: ' zqcitation',
          locator: 'p. zqcitation',
        },
      ],
    },
  ])
  const [source = '', report = '', reported = ''] = ['zqsource', 'zqreport', 'reported'].map(
    (ref) => refs[ref],
  )
  const zqtexts = [{ lang: 'ko', text: 'Zqclaim 대목', by: 'human' }]
  const filed = {
    path: `/v1/claims/${reported}/counterpoints`,
    call: {
      headers: { 'idempotency-key': 'marked-counterpoint' },
      body: {
        relation: 'rebuts',
        note: 'Zqlink at first',
        claim: {
          kind: 'figure',
          speaker: source,
          about: [source],
          text: '“Zqclaim” was said\nof no target',
          lang: 'en',
          texts: [{ lang: 'ko', text: 'Zqclaim 목표는 그대로다', by: 'human' }],
          assertedAt: '2025-12-05',
          points: [{ text: 'Zqclaim point', texts: zqtexts }, { text: 'Zqclaim, no target' }],
          rating: 'zqclaim',
          figure: {
            metric: 'zqclaim sales',
            form: 'level',
            low: '4',
            unit: 'zqclaims',
            scope: 'zqclaim',
            period: 'zqclaim',
            baseline: 'zqclaim',
          },
        },
        citation: {
          report,
          quote: 'Zqclaim was said of no target',
          prefix: 'zqclaim',
          locator: 'zqclaim',
        },
      },
    },
  } as const
  const { json, text } = await api<Wrote<CounterpointView>>(filed.path, filed.call)
  if (json?.object === undefined) throw new Error(text)
  const { claim, link } = json.object
  const qualifying = (
    await api<Wrote<CounterpointView>>(`/v1/claims/${claim.id}/counterpoints`, {
      body: {
        relation: 'qualifies',
        claim: {
          kind: 'fact',
          speaker: refs['info'],
          about: [],
          text: 'Of some targets',
          lang: 'en',
          assertedAt: '2025-12-06',
        },
        citation: { report, quote: 'Of some targets' },
      },
    })
  ).json.object.claim.id
  const story = (
    await api<Wrote<{ id: string }>>('/v1/stories', {
      body: {
        title: 'Zqstory',
        slug: 'zqstory',
        titles: [{ lang: 'ko', title: 'Zqstory 이야기' }],
        claims: [reported, claim.id],
      },
    })
  ).json.object.id

  await api(`/v1/sources/${source}`, amendment({ name: 'Zqsource Corp', slug: 'zqsource' }, 1))
  await api(`/v1/reports/${report}`, amendment({ title: 'Zqreport, amended' }, 1))
  await api(
    `/v1/claims/${claim.id}`,
    amendment({ text: 'Zqclaim, amended', points: [{ text: 'Zqclaim point', texts: zqtexts }] }, 1),
  )
  await api(`/v1/links/${link.id}`, amendment({ note: 'Zqlink' }, 1))
  await api(`/v1/stories/${story}`, amendment({ title: 'Zqstory two', slug: 'zqstory-two' }, 1))
  const view = (await api<{ citations: { id: string }[] }>(`/v1/claims/${reported}`)).json
  const citation = view.citations[0]?.id ?? ''
  return {
    source,
    report,
    claim: claim.id,
    link: link.id,
    story,
    citation,
    reported,
    qualifying,
    filed,
  }
}

/** The path of each noun. */
export const paths = {
  citation: 'citations',
  story: 'stories',
  link: 'links',
  claim: 'claims',
  report: 'reports',
  source: 'sources',
} as const

export type Noun = keyof typeof paths

export function redaction(version: number, body: object): Parameters<Api>[1] {
  return { body, headers: { 'if-match': `"${version}"` } }
}
