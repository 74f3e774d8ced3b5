import type { z } from 'zod'
import type { Noun } from '../../../domain/nouns.ts'
import type { Tag } from '../../../http/contract/tags.ts'
import { citationView } from '../../../views/citation.ts'
import { claimView } from '../../../views/claim.ts'
import { linkView, reportView, sourceView } from '../../../views/objects.ts'
import type { Versioned } from '../../../views/revision.ts'
import {
  showCitation,
  showClaim,
  showLink,
  showReport,
  showSource,
  showStory,
  type Show,
} from '../../../views/show.ts'
import { storyView } from '../../../views/story.ts'

/** How the objects of a noun are addressed and shown. */
interface Addressed {
  /** As it stands in the names of operations and schemas. */
  readonly name: string
  readonly path: string
  readonly tag: Tag
  readonly view: z.ZodType
  readonly show: Show<Versioned>
}

export const addressed = {
  source: {
    name: 'Source',
    path: 'sources',
    tag: 'sources',
    view: sourceView,
    show: showSource,
  },
  report: {
    name: 'Report',
    path: 'reports',
    tag: 'reports',
    view: reportView,
    show: showReport,
  },
  claim: { name: 'Claim', path: 'claims', tag: 'claims', view: claimView, show: showClaim },
  link: { name: 'Link', path: 'links', tag: 'links', view: linkView, show: showLink },
  story: {
    name: 'Story',
    path: 'stories',
    tag: 'stories',
    view: storyView,
    show: showStory,
  },
  citation: {
    name: 'Citation',
    path: 'citations',
    tag: 'claims',
    view: citationView,
    show: showCitation,
  },
} as const satisfies Readonly<Record<Noun, Addressed>>
