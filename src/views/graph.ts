import { z } from 'zod'
import { label } from '../domain/vocabulary.ts'
import { affiliationRelations, claimKinds } from '../domain/kinds.ts'
import { id } from '../domain/references.ts'
import { statuses } from '../domain/status.ts'
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

export function viewGraph(
  claim: string,
  { claims, whole, isCut }: Neighbourhood,
  {
    nodes,
    links,
    sources,
  }: {
    readonly nodes: readonly GraphNodeRow[]
    readonly links: readonly GraphLinkRow[]
    readonly sources: readonly SidedSourceRow[]
  },
): z.output<typeof graphView> {
  return {
    claim,
    nodes: nodes.map(({ speaker, about, voidedAt, ...node }) => ({
      ...node,
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
