import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { timeOf } from './dates.ts'
import { type Evaluation, evaluate } from './evaluate.ts'
import { readingOf } from './reading.ts'
import { randomRecord } from './random-record.ts'
import type { Link, PlainRecord } from './record.ts'

const records = Array.from({ length: 500 }, (_, seed) => ({
  seed,
  record: randomRecord(seed),
  random: randomFrom(seed),
}))

test('`supports` and `qualifies` move nothing', () => {
  for (const { seed, record } of records) {
    const links = record.links.filter(({ rel }) => rel !== 'supports' && rel !== 'qualifies')
    expect(evaluate({ ...record, links }), `seed ${seed}`).toEqual(evaluate(record))
  }
})

test('what is voided is as if it had never been entered, with every link from or onto it', () => {
  for (const { seed, record, random } of records) {
    const { id } = random.pick([...record.claims, ...record.links])
    const voided = { ...record, claims: mark(record.claims, id), links: mark(record.links, id) }
    expect(evaluate(voided), `seed ${seed}`).toEqual(evaluate(without(record, id)))
  }
})

test('an ended `restates`, `supersedes`, `concedes` or `relies_on` is as if never entered', () => {
  for (const { seed, record } of records) {
    const ended = record.links.filter((link) => link.ended && !isAttack(link))
    const left = ended.reduce((rest, { id }) => without(rest, id), record)
    // An undercut onto an ended reliance goes with it, and reaches no claim.
    expect(evaluate(left).claims, `seed ${seed}`).toEqual(evaluate(record).claims)
  }
})

test('new wording takes the place of a claim in every status and cite', () => {
  for (const { seed, record, random } of records) {
    const { claims, versions } = readingOf(record)
    const last = claims.filter(({ id }) => versions.last(id) === id)
    if (last.length === 0) continue
    const old = random.pick(last)
    // As late as the claim itself, so that the order of cites stays the same.
    const reworded = { ...old, id: `${old.id}+` }
    const wording: Link = {
      id: 'wording',
      rel: 'supersedes',
      from: reworded.id,
      to: old.id,
      ended: null,
      voided: false,
      change: 'wording',
      response: null,
      meets: [],
      aspect: null,
      cited: true,
    }
    const after = evaluate({
      ...record,
      claims: [...record.claims, reworded],
      links: [...record.links, wording],
    })
    const status = old.withdrawn ? 'withdrawn' : 'corrected'
    expect(after.claims[old.id]?.status, `seed ${seed}`).toBe(status)

    // Earlier versions go on citing the next one, as they did.
    const before = renamed(evaluate(record), old.id, reworded.id)
    for (const earlier of versions.all(old.id)) {
      delete before.claims[earlier]
      delete after.claims[earlier]
    }
    expect(after, `seed ${seed}`).toEqual(before)
  }
})

test('a claim entered twice and merged counts once', () => {
  for (const { seed, record, random } of records) {
    const { id } = random.pick(record.claims)
    const twin = { ...random.pick(record.claims), id: 'twin', mergedInto: id, at: timeOf(null) }
    const names = (end: string) => (end === id && random.chance(0.5) ? 'twin' : end)
    const merged = {
      ...record,
      claims: [...record.claims, { ...twin, voided: false }],
      links: record.links.map((link) => ({ ...link, from: names(link.from), to: names(link.to) })),
    }
    expect(evaluate(merged).claims, `seed ${seed}`).toEqual(evaluate(record).claims)
  }
})

function isAttack({ rel }: Link): boolean {
  return rel === 'rebuts' || rel === 'undercuts'
}

function mark<Item extends { id: string }>(items: readonly Item[], id: string): Item[] {
  return items.map((item) => (item.id === id ? { ...item, voided: true } : item))
}

/** The record without this claim or link, and without the links from or onto it, and so on. */
function without({ sources, claims, links }: PlainRecord, id: string): PlainRecord {
  const rest = {
    sources,
    claims: claims.filter((claim) => claim.id !== id),
    links: links.filter((link) => link.id !== id),
  }
  const hanging = rest.links.find(({ from, to }) => from === id || to === id)
  return hanging ? without(without(rest, hanging.id), id) : rest
}

function renamed({ claims, guards }: Evaluation, old: string, name: string): Evaluation {
  const rename = (id: string) => (id === old ? name : id)
  return {
    guards,
    claims: Object.fromEntries(
      Object.entries(claims).map(([id, { badges, cites, ...claim }]) => {
        const { earlierVersion } = badges
        const renamedBadges = earlierVersion && {
          earlierVersion: { ...earlierVersion, claim: rename(earlierVersion.claim) },
        }
        return [
          rename(id),
          { ...claim, cites: cites.map(rename), badges: { ...badges, ...renamedBadges } },
        ]
      }),
    ),
  }
}
