import { isThere } from '../../../store/references.ts'
import { found } from '../../../domain/errors.ts'
import { z } from 'zod'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { firstThatFit, weightOf } from '../../../formats/weight.ts'
import type { Db } from '../../../store/database/db.ts'
import { loadRoles } from '../../../store/counterpoint-roles.ts'
import {
  loadGraphLinks,
  loadGraphNodes,
  loadSides,
  nodesThatFit,
} from '../../../store/graph-rows.ts'
import { cutTo, loadNeighbourhood, neighbourhoodMax } from '../../../store/neighbourhood.ts'
import { readSnapshot } from '../../../store/database/transaction.ts'
import { answerAsOf, asOfField, asOfParameter } from '../../../queries/as-of.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, requireUnmerged } from '../../../views/lasting.ts'
import { idParam } from '../../../queries/parameters.ts'
import { aClaim } from '../../../views/remaining.ts'
import { wholeNumber } from '../../../queries/values.ts'
import { route } from '../../../http/route.ts'
import { loadTitles } from '../../../views/titles.ts'
import { graphView, unansweredIn, viewGraph } from '../../../views/graph.ts'

const graphAsOfView = graphView.extend(asOfField).meta({ id: 'GraphAsOf' })

/** How much the sources of an answer say at most, in bytes. */
const sourcesWeightMax = 1_000_000

export function graphRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims/{id}/graph',
    operationId: 'getGraph',
    tag: 'claims',
    summary: 'Get the neighbourhood of a claim',
    description: `The claims and links within \`depth\` links of a claim, including links onto links, for drawing them or recomputing statuses: a claim's status follows from its links, the sides of the sources, and the labels at the edge of the neighbourhood. At most ${neighbourhoodMax.claims} claims and ${neighbourhoodMax.links} links, and fewer claims if they are long.`,
    params: idParam,
    isVisible: isThere(primary, 'claim'),
    query: z.object({
      asOf: asOfParameter,
      depth: wholeNumber(1, 5)
        .default(2)
        .meta({ description: 'The distance, in links.', default: 2 }),
    }),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'Its neighbourhood.', schema: graphAsOfView } },
    problems: ledAway,
  }).handle(async ({ db, params, query, language }) => {
    const show = (then: Db) => showGraph(then, params.id, query.depth, language)
    return answerAsOf(db, query.asOf, query.asOf ? show : (now) => readSnapshot(now, show))
  })
}

async function showGraph(db: Db, claim: string, depth: number, language: DisplayLanguage) {
  const { id, mergedInto } = found((await loadGraphNodes(db, [claim], language))[0])
  await requireUnmerged(db, aClaim, { id, mergedInto }, language)
  const walked = await loadNeighbourhood(db, claim, depth)
  const { nodes, isCut } = await nodesThatFit(db, walked.claims, language)
  const walkedLinks = await loadGraphLinks(db, walked.links)
  const { around, links } = isCut
    ? cutTo(new Set(nodes.map((node) => node.id)), walked, walkedLinks)
    : { around: walked, links: walkedLinks }
  const named = nodes.flatMap(({ speaker, about }) =>
    [speaker, ...about].flatMap((source) => source?.id ?? []),
  )
  const sided = await loadSides(db, [...new Set(named)], language)
  const sources = firstThatFit(sided, weightOf, sourcesWeightMax)
  const roles = await loadRoles(db, unansweredIn(nodes, links))
  const titles = await loadTitles(db, around.claims, language)
  const shown = { ...around, isCut: around.isCut || sources.length < sided.length }
  return viewGraph(claim, shown, { nodes, links, sources, roles, titles, language })
}
