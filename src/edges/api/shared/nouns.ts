import type { z } from 'zod'
import type { Versioned } from '../../../views/revision.ts'
import type { Voidable } from '../../../formats/bundle.ts'
import {
  showCitation,
  showClaim,
  showLink,
  showReport,
  showSource,
  showStory,
  type Show,
} from '../../../views/show.ts'
import type { Tag } from '../../../http/contract/tags.ts'
import { citationView } from '../../../views/citation.ts'
import { claimView } from '../../../views/claim.ts'
import { linkView, reportView, sourceView } from '../../../views/objects.ts'
import { storyView } from '../../../views/story.ts'

/** A noun, and how its objects are addressed and shown. */
export interface Noun {
  readonly type: Voidable
  readonly name: string
  readonly path: string
  readonly tag: Tag
  readonly view: z.ZodType
  readonly show: Show<Versioned>
}

/** Every noun that can be voided or redacted. */
export const nouns: readonly Noun[] = [
  { type: 'claim', name: 'Claim', path: 'claims', tag: 'claims', view: claimView, show: showClaim },
  { type: 'link', name: 'Link', path: 'links', tag: 'links', view: linkView, show: showLink },
  {
    type: 'report',
    name: 'Report',
    path: 'reports',
    tag: 'reports',
    view: reportView,
    show: showReport,
  },
  {
    type: 'source',
    name: 'Source',
    path: 'sources',
    tag: 'sources',
    view: sourceView,
    show: showSource,
  },
  {
    type: 'citation',
    name: 'Citation',
    path: 'citations',
    tag: 'claims',
    view: citationView,
    show: showCitation,
  },
  {
    type: 'story',
    name: 'Story',
    path: 'stories',
    tag: 'stories',
    view: storyView,
    show: showStory,
  },
]
