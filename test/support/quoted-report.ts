import { read, type Api, type Called } from './api.ts'
import { importLines } from './import.ts'
import { claimLine, linkLine, reportLine, sourceLine } from './lines.ts'

export interface Report {
  readonly id: string
  readonly version: number
  readonly length: number | null
  readonly license: string | null
  readonly counts: { readonly quotedShare: number | null }
}
export interface Warning {
  readonly kind: string
  readonly report: string
  readonly quotedShare: number
  readonly message: string
}
export interface Written {
  readonly object: { readonly id: string; readonly version: number }
  readonly warnings: readonly Warning[]
}
export interface Problem {
  readonly detail: string
  readonly errors: readonly { pointer: string; code: string; message: string; line?: number }[]
}

let passages = 0

/** A quote of so many characters that shares none with any other. */
export function quoteOf(length: number): string {
  passages += 1
  const own = [...String(passages).padStart(4, '0')].map((digit) => 'klmnopqrst'[Number(digit)])
  return Array.from({ length }, (_, at) => own[at % 4] ?? '').join('')
}

export const cited = (report: string, length: number, more: object = {}) => ({
  report,
  quote: quoteOf(length),
  ...more,
})

/** A newspaper's report of 1,000 characters, about a firm, with a quote of so many. */
export async function aReport(
  db: Parameters<typeof importLines>[0],
  quoted: number,
  {
    kind = 'article',
    by = 'paper',
    ...given
  }: { kind?: string; by?: string; license?: string } = {},
) {
  const { refs, advice } = await importLines(db, [
    sourceLine('paper', { kind: 'outlet' }),
    sourceLine('firm'),
    reportLine('page', by, { kind, length: 1000, ...given }),
    claimLine('R', 'paper', { about: ['firm'] }),
    claimLine('D', 'firm', { about: ['firm'] }),
    ...(quoted > 0 ? [claimLine('Q', by, { citations: [cited('page', quoted)] })] : []),
    linkLine('d', 'rebuts', 'D', 'R'),
  ])
  const { page = '', R = '', D = '', Q = '', d = '', paper = '', firm = '' } = refs
  return { page, R, D, Q, d, paper, firm, advice }
}

export async function shareOf(api: Api, report: string): Promise<number | null> {
  return (await read<Report>(api, `/v1/reports/${report}`)).counts.quotedShare
}

export async function cite(
  api: Api,
  claim: string,
  citation: object,
  headers = {},
): Promise<Called<Written & Problem>> {
  return api<Written & Problem>(`/v1/claims/${claim}/citations`, { body: citation, headers })
}
