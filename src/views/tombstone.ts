import { z } from 'zod'
import { id } from '../domain/references.ts'
import { claimView, type ClaimView } from './claim.ts'
import { linkView, reportView, sourceView, type LinkView } from './objects.ts'
import { storyView } from './story.ts'

const ofAll = {
  id: true,
  version: true,
  recordedAt: true,
  voidedAt: true,
  mergedInto: true,
} as const

const claimFacts = claimView.pick({
  ...ofAll,
  kind: true,
  lang: true,
  assertedAt: true,
  withdrawnAt: true,
  label: true,
  status: true,
  statusGroup: true,
  statusSince: true,
  counts: true,
})
const linkFacts = linkView.pick({
  ...ofAll,
  relation: true,
  from: true,
  to: true,
  aspect: true,
  arguendo: true,
  response: true,
  meets: true,
  fit: true,
  change: true,
  label: true,
  endedAt: true,
  endedBy: true,
})
const reportFacts = reportView.pick({
  ...ofAll,
  kind: true,
  lang: true,
  accessedAt: true,
  publishedAt: true,
  length: true,
  counts: true,
})
const sourceFacts = sourceView.pick({ ...ofAll, slug: true, kind: true })
const storyFacts = storyView.pick({ ...ofAll, slug: true, counts: true })

/** What remains of a redacted object: what it was and where it stands, by ids. */
export const tombstoneView = z
  .discriminatedUnion('type', [
    claimFacts.extend({
      type: z.literal('claim'),
      speaker: id.nullable(),
      about: z.array(id),
      cites: z.array(id),
    }),
    linkFacts.extend({ type: z.literal('link') }),
    reportFacts.extend({ type: z.literal('report'), source: id }),
    sourceFacts.extend({ type: z.literal('source') }),
    storyFacts.extend({ type: z.literal('story'), claims: z.array(id) }),
  ])
  .meta({ id: 'Tombstone', description: 'What remains of an object whose words were removed.' })
export type TombstoneView = z.output<typeof tombstoneView>

export function claimTombstone(claim: ClaimView): TombstoneView {
  return {
    type: 'claim',
    ...claimFacts.parse(claim),
    speaker: claim.speaker && claim.speaker.id,
    about: claim.about.map((source) => source.id),
    cites: claim.explanation?.cites ?? [],
  }
}

export function linkTombstone(link: LinkView): TombstoneView {
  return { type: 'link', ...linkFacts.parse(link) }
}

export function reportTombstone(report: z.output<typeof reportView>): TombstoneView {
  return { type: 'report', ...reportFacts.parse(report), source: report.source.id }
}

export function sourceTombstone(source: z.output<typeof sourceView>): TombstoneView {
  return { type: 'source', ...sourceFacts.parse(source) }
}

export function storyTombstone(story: z.output<typeof storyView>): TombstoneView {
  return {
    type: 'story',
    ...storyFacts.parse(story),
    claims: story.claims.map((claim) => claim.id),
  }
}
