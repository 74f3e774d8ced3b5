import type { z } from 'zod'
import type { Noun } from '../../../domain/nouns.ts'
import type { Tag } from '../../../http/contract/tags.ts'
import { citationView } from '../../../views/citation.ts'
import { claimView } from '../../../views/claim.ts'
import { linkView, reportView, sourceView } from '../../../views/objects.ts'
import { storyView } from '../../../views/story.ts'

/** How the objects of a noun are addressed, and what they look like. */
interface Addressed {
  /** As it stands in the names of operations and schemas. */
  readonly name: string
  readonly path: string
  readonly tag: Tag
  readonly view: z.ZodType
}

export const addressed = {
  source: {
    name: 'Source',
    path: 'sources',
    tag: 'sources',
    view: sourceView,
  },
  report: {
    name: 'Report',
    path: 'reports',
    tag: 'reports',
    view: reportView,
  },
  claim: { name: 'Claim', path: 'claims', tag: 'claims', view: claimView },
  link: { name: 'Link', path: 'links', tag: 'links', view: linkView },
  story: {
    name: 'Story',
    path: 'stories',
    tag: 'stories',
    view: storyView,
  },
  citation: {
    name: 'Citation',
    path: 'citations',
    tag: 'claims',
    view: citationView,
  },
} as const satisfies Readonly<Record<Noun, Addressed>>
