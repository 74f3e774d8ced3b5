import { expect, test } from 'vitest'
import { statuses } from '../../../src/domain/status.ts'
import { randomFrom } from '../random.ts'
import { claimNode, guardNode } from './attacks.ts'
import { compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { flattenedLabelsOf } from './flattened.ts'
import { basesOf, noneLabel } from './inputs.ts'
import { labelsOf } from './label.ts'
import { attacksOnto, labelled } from './labelled.ts'
import { randomRecord } from './random-record.ts'
import { withNoneNodes, withPairs } from './rebuttals.ts'

const records = Array.from({ length: 500 }, (_, seed) => ({ seed, record: randomRecord(seed) }))
const evaluated = records.map((each) => ({ ...each, ...evaluate(each.record) }))
const all = records.map((each) => ({ ...each, all: labelled(each.record) }))

test('the random records have every status, both badges and every turn of the rules', () => {
  const claims = evaluated.flatMap((each) => Object.values(each.claims))
  expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(statuses))
  expect(claims.some(({ badges }) => badges.partlyAdmitted)).toBe(true)
  expect(claims.some(({ badges }) => badges.earlierVersion)).toBe(true)

  const turns = {
    'gives a rebuttal up': all.filter(({ all: { givenUp } }) => givenUp.length > 0),
    'has wordings': all.filter(({ all: { reading } }) =>
      reading.claims.some(({ id }) => reading.versions.last(id) !== id),
    ),
    'sets a ruling aside': all.filter(({ all: { attacks, reading } }) =>
      attacks.some(
        ({ isOneWay, through, onto }) =>
          isOneWay && through.rel === 'rebuts' && reading.isRuling(onto),
      ),
    ),
    'has links onto links': all.filter(({ all: { reading } }) =>
      reading.links.some(({ to }) => reading.findLink(to)),
    ),
  }
  for (const [turn, found] of Object.entries(turns)) {
    expect([turn, found.length >= 10]).toEqual([turn, true])
  }
})

test('nodes for groups and one arc per pair label claims and guards alike', () => {
  for (const {
    seed,
    all: { reading, givenUp },
  } of all) {
    const nodes = [
      ...reading.claims.map(({ id }) => claimNode(id)),
      ...reading.links.map(({ id }) => guardNode(id)),
    ]
    const [grouped, paired] = [withNoneNodes, withPairs].map((compileRebuttal) => {
      const labels = labelsOf(compile(reading, givenUp, compileRebuttal))
      return nodes.map((node) => [node, labels.get(node)])
    })
    expect(grouped, `seed ${seed}`).toEqual(paired)
  }
})

test('the flattened framework has the same grounded labelling', () => {
  for (const {
    seed,
    all: { reading, givenUp, labels },
  } of all) {
    const flattened = flattenedLabelsOf(compile(reading, givenUp, withNoneNodes))
    expect(flattened, `seed ${seed}`).toEqual(labels)
  }
})

test('a claim that is OUT and not over has an OUT basis or an IN one-way attack (§1.5)', () => {
  for (const { seed, all: found } of all) {
    const evaluation = evaluated[seed]
    for (const { id, kind } of found.reading.claims) {
      const { label, status } = evaluation?.claims[id] ?? {}
      if (label !== 'OUT' || status === 'withdrawn' || status === 'corrected') continue
      const winning = attacksOnto(found, id).filter(
        (attack) => attack.isOneWay && attack.label(found.labels) === 'IN',
      )
      const isBasisLost = basesOf(found.reading, id).some(
        (link) => noneLabel(found, link) === 'IN' || found.labels.get(guardNode(link.id)) === 'OUT',
      )
      expect([seed, id, winning.length > 0 || isBasisLost]).toEqual([seed, id, true])

      // §0: "a one-way undercut by someone without an interest stating a fact, a ruling, or …".
      for (const { from, through } of winning) {
        const source = found.reading.claim(from)
        const mayWin =
          source.kind === 'ruling' ||
          (through.rel === 'undercuts' && source.kind !== 'opinion' && source.speaker !== null)
        expect([seed, id, kind, mayWin]).toEqual([seed, id, kind, true])
      }
    }
  }
})

test('every status but `withdrawn` and `unchallenged` has cites, and no claim cites itself', () => {
  for (const { seed, claims } of evaluated) {
    for (const [id, { status, cites }] of Object.entries(claims)) {
      const hasNone = status === 'withdrawn' || status === 'unchallenged'
      expect([seed, id, status, cites.length === 0]).toEqual([seed, id, status, hasNone])
      expect([seed, id, cites.includes(id)]).toEqual([seed, id, false])
    }
  }
})

test('nothing depends on the order of entry', () => {
  for (const { seed, record, ...evaluation } of evaluated) {
    const random = randomFrom(seed)
    const shuffled = evaluate({
      sources: random.shuffled(record.sources),
      claims: random.shuffled(record.claims),
      links: random.shuffled(record.links),
    })
    expect(shuffled, `seed ${seed}`).toEqual(evaluation)
  }
})
