import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { worldTimeOf } from '../../src/domain/world-time.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { RecordItems } from '../../src/engine/record/memory.ts'
import type { graphView } from '../../src/views/graph.ts'
import type { z } from 'zod'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { it, read } from '../support/api.ts'
import { importLines, importSteps } from '../support/import.ts'
import { notedLines } from '../support/noted-lines.ts'
import { saysNothing } from '../support/small-record.ts'

type Graph = z.output<typeof graphView>

describe('GET /v1/claims/{id}/graph', () => {
  it('200: counts depth in links, and brings whatever a link is onto', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines(
        'R(Info→MS) D(MS→MS) N(Lab→Stats) W(Blog→MS) X(Bloom→MS)',
        '1: D rebuts R; 2: N undercuts link 1; 3: W relies_on R; 4: X rebuts W',
        'depth',
      ),
    )
    const namesAt = async (ref: string, depth: number) => {
      const graph = await read<Graph>(api, `/v1/claims/${refs[ref]}/graph?depth=${depth}`)
      const refOf = new Map(Object.entries(refs).map(([ref, id]) => [id, ref]))
      return {
        nodes: graph.nodes.map(({ id }) => refOf.get(id)),
        links: graph.links.map(({ id }) => refOf.get(id)).toSorted(),
        whole: graph.nodes.flatMap(({ id, isWhole }) => (isWhole ? [refOf.get(id)] : [])),
        complete: graph.complete,
      }
    }

    expect(await namesAt('R', 1)).toEqual({
      nodes: ['R', 'D', 'W'],
      links: ['link-1', 'link-3'],
      whole: [],
      complete: false,
    })
    expect(await namesAt('R', 2)).toEqual({
      nodes: ['R', 'D', 'N', 'W', 'X'],
      links: ['link-1', 'link-2', 'link-3', 'link-4'],
      whole: ['R', 'D', 'N', 'W', 'X'],
      complete: true,
    })
    expect(await namesAt('N', 1)).toEqual({
      nodes: ['R', 'D', 'N'],
      links: ['link-1', 'link-2'],
      whole: ['D', 'N'],
      complete: false,
    })
  })

  it('200: names every claim by its title, never by the bare words of a contested one', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(
      db,
      notedLines(
        'R(Info→MS) D(MS→MS) W(Blog→MS, withdrawn) V(Bloom→MS)',
        '1: D rebuts R; 2: W relies_on R; 3: V qualifies R',
        'titles',
      ),
    )
    for (const lang of ['en', 'ko']) {
      const { nodes } = await read<Graph>(api, `/v1/claims/${refs['R']}/graph?lang=${lang}`)

      const titles = await Promise.all(
        nodes.map(async ({ id }) => {
          const claim = await read<{ title: string }>(api, `/v1/claims/${id}?lang=${lang}`)
          return [id, claim.title]
        }),
      )
      expect(nodes.map(({ id, title }) => [id, title])).toEqual(titles)
      expect(titles).toHaveLength(4)
      expect(titles.filter(([, title]) => title?.startsWith('['))).toHaveLength(3)
    }
  })

  it('200: shows the role of an answer that nobody answered, in place of its status', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(
      db,
      notedLines(
        'R(Info→MS) D(MS→MS) N(Lab→Stats) X(Bloom→MS) Y(Info→MS)',
        '1: D undercuts R; 2: N undercuts link 1; 3: X qualifies R; 4: Y qualifies X',
        'roles',
      ),
    )
    const shown = async (lang: string) => {
      const path = `/v1/claims/${refs['R']}/graph?depth=3&lang=${lang}`
      const { nodes } = await read<Graph>(api, path)
      return Object.fromEntries(
        ['R', 'D', 'N', 'X', 'Y'].map((ref) => [
          ref,
          nodes.find(({ id }) => id === refs[ref])?.shownAs,
        ]),
      )
    }

    expect(await shown('en')).toEqual({
      R: 'The challenge no longer stands',
      D: 'No answer on record · not examined',
      N: 'Third party',
      X: 'Context added by Info · not contradicted on record',
      Y: 'Third party',
    })
    expect((await shown('ko'))['N']).toBe('제3자')
  })

  it('200: holds all that the statuses of a whole neighbourhood follow from', async ({
    api,
    db,
  }) => {
    const seed = readFileSync('db/seed/newsletter.ndjson', 'utf8').trimEnd().split('\n')
    const ids = Object.values(
      (
        await importLines(
          db,
          seed.map((line) => JSON.parse(line)),
        )
      ).refs,
    )
    for (let seed = 1; seed <= 6; seed++) {
      const record = randomRecord(seed, { shape: 'nasty', sources: 5, claims: 8, links: 12 })
      const refs = await importSteps(db, toBundleSteps(record, seed, `graph-${seed}`))
      ids.push(...Object.values(refs))
    }

    let complete = 0
    for (const id of new Set(ids)) {
      const { status, json: graph } = await api<Graph>(`/v1/claims/${id}/graph?depth=5`)
      if (status === 404 || !graph.complete) continue
      complete++
      const { judgements, guards } = evaluate(itemsOf(graph))
      const computed = graph.nodes.map((node) => ({ ...node, ...verdict(judgements.get(node.id)) }))
      expect(graph.nodes).toEqual(computed)
      for (const link of graph.links) expect(link.label).toBe(guards.get(link.id) ?? null)
    }
    expect(complete).toBeGreaterThan(20)
  })

  it('200: says when there was too much', async ({ api, db }) => {
    const many = Array.from({ length: 600 }, (_, index) => index)
    const { refs } = await importLines(db, [
      ...notedLines('R(Info→MS)', '', 'hub'),
      ...many.map((index) => ({
        type: 'claim',
        ref: `S${index}`,
        kind: 'fact',
        speaker: 'Info',
        about: ['MS'],
        text: `Reason ${index}`,
        lang: 'en',
        assertedAt: '2025-12-02',
      })),
      ...many.map((index) => ({
        type: 'link',
        relation: 'supports',
        from: `S${index}`,
        to: { claim: 'R' },
      })),
    ])

    const graph = await read<Graph>(api, `/v1/claims/${refs['R']}/graph`)

    expect(graph.nodes).toHaveLength(500)
    expect(graph.links).toHaveLength(499)
    expect([graph.isCut, graph.complete]).toEqual([true, false])
    expect(graph.nodes.find(({ id }) => id === refs['R'])?.isWhole).toBe(false)
    expect(graph.nodes.filter(({ isWhole }) => isWhole)).toHaveLength(499)
  })

  it('404: there is no such claim', async ({ api }) => {
    const answer = await api('/v1/claims/019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10/graph')

    expect(answer.status).toBe(404)
  })
})

/** What the rules read, put together from the answer alone. */
function itemsOf({ nodes, links, sources }: Graph): RecordItems {
  return {
    claims: nodes.map(({ id, kind, speaker, about, assertedAt, withdrawnAt, voidedAt }) => ({
      id,
      kind,
      speaker: speaker?.id ?? null,
      about: about.map((source) => source.id),
      assertedAt: worldTimeOf(assertedAt),
      withdrawn: withdrawnAt !== null,
      voided: voidedAt !== null,
      points: [],
    })),
    links: links.map(({ id, relation, from, to, change, endedBy }) => ({
      id,
      relation,
      from,
      to,
      change: change ?? 'substance',
      ...saysNothing,
      ended: endedBy === 'author',
      voided: false,
    })),
    affiliations: sources.flatMap(({ id, affiliations }) =>
      affiliations.map(({ relation, source, from, to }) => ({
        source: id,
        relation,
        to: source,
        from: worldTimeOf(from),
        until: worldTimeOf(to),
      })),
    ),
  }
}

function verdict(judgement: { label: string; status: string } | undefined) {
  return { label: judgement?.label ?? null, status: judgement?.status ?? null }
}
