import { z } from 'zod'
import { label } from '../domain/vocabulary.ts'
import { countering } from '../domain/counterpoint.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import {
  affiliationRelations,
  claimKinds,
  type CounterpointRole,
  type Relation,
} from '../domain/kinds.ts'
import { id } from '../domain/references.ts'
import { statuses } from '../domain/status.ts'
import { roleWords } from '../sentences/table/roles.ts'
import type { GraphLinkRow, GraphNodeRow, SidedSourceRow } from '../store/graph-rows.ts'
import type { Neighbourhood } from '../store/neighbourhood.ts'
import {
  assertedAtView,
  instant,
  removableText,
  sourceRefView,
  speakerView,
  viewInstant,
  viewSourceRef,
  viewSpeaker,
  worldDateView,
} from './common.ts'
import type { TitledClaim } from './titles.ts'
import { linkView, viewEnding, viewTarget } from './objects.ts'

const nodeView = z
  .object({
    id,
    kind: z.enum(claimKinds),
    speaker: speakerView.nullable(),
    about: z.array(sourceRefView),
    assertedAt: assertedAtView,
    withdrawnAt: worldDateView.nullable(),
    voidedAt: instant.nullable(),
    mergedInto: id.nullable().meta({ description: 'The claim that it was merged into.' }),
    label: label.nullable(),
    status: z.enum(statuses).nullable(),
    title: z.string().meta({
      description:
        'Who says what, for a drawing or a list of its nodes. A claim that is closed or contested says so first, in brackets.',
    }),
    shownAs: z.string().meta({
      description:
        'For a drawing, in a few words: its status or, of an answer that nobody has answered, who answers. Nobody’s reply should look approved because nobody replied to it yet.',
    }),
    text: removableText.meta({
      description: 'In the original language; null if it was removed.',
    }),
    lang: z.string(),
    isWhole: z.boolean().meta({
      description: 'Whether all of its links are included, and all links onto these.',
    }),
  })
  .meta({ id: 'GraphNode' })

const graphLinkView = linkView
  .pick({
    id: true,
    relation: true,
    from: true,
    to: true,
    aspect: true,
    arguendo: true,
    change: true,
    label: true,
    endedAt: true,
    endedBy: true,
  })
  .extend({
    isTwoWay: z.boolean().nullable().meta({
      description:
        'For an undercut, whether its target attacks back; null if it attacks nothing, and for other links.',
    }),
  })
  .meta({ id: 'GraphLink' })

const sidedSourceView = speakerView
  .extend({
    affiliations: z.array(
      z.object({
        relation: z.enum(affiliationRelations),
        source: id,
        from: worldDateView.nullable(),
        to: worldDateView.nullable(),
      }),
    ),
  })
  .meta({ id: 'SidedSource' })

export const graphView = z
  .object({
    claim: id,
    nodes: z.array(nodeView).meta({ description: 'Claims, the earliest asserted first.' }),
    links: z.array(graphLinkView).meta({
      description: 'Links that are not voided; everything that they name is included too.',
    }),
    sources: z.array(sidedSourceView).meta({
      description:
        'Speakers and subjects, and everything their affiliations lead to, which shows who is on one side.',
    }),
    complete: z.boolean().meta({
      description: 'Whether everything connected to the claim is included.',
    }),
    isCut: z.boolean().meta({
      description: 'Whether the maximum size of an answer was reached, and not only the depth.',
    }),
  })
  .meta({ id: 'Graph' })

/**
 * The claims that answer another one and that nobody has answered, each with one that it answers. An
 * undercut of a link answers the claim that the link starts at.
 */
export function unansweredIn(
  nodes: readonly GraphNodeRow[],
  links: readonly GraphLinkRow[],
): readonly { readonly claim: ClaimId; readonly answered: ClaimId }[] {
  const live = links.filter(({ relation, endedAt }) => isAnswering(relation) && endedAt === null)
  const starts = new Map(links.map(({ id, from }) => [id, from]))
  const answers = live.flatMap(({ from, toClaim, toLink }) => {
    const answered = toClaim ?? (toLink === null ? undefined : starts.get(toLink))
    return answered === undefined || answered === from ? [] : [{ claim: from, answered }]
  })
  const answered = new Set(answers.map((each) => each.answered))
  const silent = new Set(
    nodes.flatMap(({ id, status }) => (status === 'unchallenged' && !answered.has(id) ? [id] : [])),
  )
  const found = answers.filter(({ claim }) => silent.has(claim))
  return [...new Map(found.map((each) => [each.claim, each])).values()]
}

const answering: readonly Relation[] = countering

function isAnswering(relation: Relation): boolean {
  return answering.includes(relation)
}

/** @param roles those of claims that nobody has answered */
export function viewGraph(
  claim: string,
  { claims, whole, isCut }: Neighbourhood,
  {
    nodes,
    links,
    sources,
    roles,
    titles,
    language,
  }: {
    readonly nodes: readonly GraphNodeRow[]
    readonly links: readonly GraphLinkRow[]
    readonly sources: readonly SidedSourceRow[]
    readonly roles: ReadonlyMap<ClaimId, CounterpointRole | 'own'>
    readonly titles: ReadonlyMap<ClaimId, TitledClaim>
    readonly language: DisplayLanguage
  },
): z.output<typeof graphView> {
  return {
    claim,
    nodes: nodes.map(({ speaker, about, voidedAt, ...node }) => ({
      ...node,
      title: titles.get(node.id)?.title ?? '',
      shownAs: shownAs(titles.get(node.id), roles.get(node.id), language),
      speaker: viewSpeaker(speaker),
      about: about.map(viewSourceRef),
      voidedAt: voidedAt && viewInstant(voidedAt),
      isWhole: whole.has(node.id),
    })),
    links: links.map(({ toClaim, toLink, isConceded, ...link }) => ({
      ...link,
      to: viewTarget({ toClaim, toLink }),
      endedBy: viewEnding({ endedAt: link.endedAt, isConceded }),
    })),
    sources: sources.map(({ source, affiliations }) => ({
      ...viewSourceRef(source),
      kind: source.kind,
      affiliations: [...affiliations],
    })),
    complete: whole.size === claims.length,
    isCut,
  }
}

function shownAs(
  titled: TitledClaim | undefined,
  role: CounterpointRole | 'own' | undefined,
  language: DisplayLanguage,
): string {
  return role === undefined ? (titled?.label ?? '') : roleWords[role][language]
}
