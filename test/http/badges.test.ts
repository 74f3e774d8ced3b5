import { describe, expect } from 'vitest'
import { it } from '../support/api.ts'
import type { BundleLine } from '../oracle/bundle-line.ts'
import { importLines } from '../support/import.ts'
import { notedLines } from '../support/noted-lines.ts'

interface Answer {
  badges: { secondHandOnly: boolean; ratings: { rating: string }[] }
}

describe('badges that follow what the rules do not read', () => {
  it('turn when a first-hand citation is added', async ({ api, db }) => {
    const lines = notedLines('R(Info→MS)', '', 'badges-of-citations').map(relayed)
    const { refs } = await importLines(db, lines)
    const path = `/v1/claims/${refs['R']}`
    const isSecondHand = async () => (await api<Answer>(path)).json.badges.secondHandOnly
    expect(await isSecondHand()).toBe(true)

    const citation = { report: refs['by-Info'], quote: 'R', attribution: 'firsthand' }
    const added = await api(`${path}/citations`, { body: citation })

    expect(added.status).toBe(201)
    expect(await isSecondHand()).toBe(false)
  })

  it('name a rating only while its speaker is a fact-checker', async ({ api, db }) => {
    const lines = notedLines('R(Info→MS) F(Lab→MS)', '1: F rebuts R', 'badges-of-ratings')
    const { refs } = await importLines(
      db,
      lines.map((line) => rated(line)),
    )
    const ratings = async () =>
      (await api<Answer>(`/v1/claims/${refs['R']}`)).json.badges.ratings.map(({ rating }) => rating)
    expect(await ratings()).toEqual(['Half so'])

    const amended = await api(`/v1/sources/${refs['Lab']}`, {
      method: 'PATCH',
      body: { kind: 'outlet' },
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' },
    })

    expect(amended.status).toBe(200)
    expect(await ratings()).toEqual([])
  })
})

/** A claim that is cited at second hand alone. */
function relayed(line: BundleLine): BundleLine {
  if (line.type !== 'claim') return line
  return { ...line, citations: [{ report: 'by-Info', quote: 'R', attribution: 'relay' }] }
}

/** Lab as a fact-checker that rates what it rebuts. */
function rated(line: BundleLine): BundleLine {
  if (line['ref'] === 'Lab') return { ...line, kind: 'fact_checker' }
  return line['ref'] === 'F' ? { ...line, rating: 'Half so' } : line
}
