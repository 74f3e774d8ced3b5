import { z } from 'zod'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import { readHtml, signIn, textOf, type Told } from './read-html.ts'

/** A place where readers or programs meet a claim. */
export interface Surface {
  readonly name: string
  readonly path: (id: string, lang: DisplayLanguage) => string
  readonly accept: string
  /** Its standings are those of the claims of a story, in order. */
  readonly isInOrder?: true
  readonly read: (text: string) => Told
}

const apiClaim = z.looseObject({
  title: z.string(),
  statusLabel: z.string(),
  explanation: z.object({ text: z.string(), short: z.string() }).nullable(),
  standing: z.object({ shape: z.string(), colour: z.string() }),
})

function address(id: string, lang: string): string {
  return encodeURIComponent(`http://counterpoint.example/claims/${id}?lang=${lang}`)
}

/** Plain text and JSON-LD say a standing without a sign. */
const unsigned = (label: string) => ({ label, mark: '' })

/** Every surface of one claim that is text, or has one. */
export const surfaces: readonly Surface[] = [
  {
    name: 'API',
    path: (id, lang) => `/v1/claims/${id}?lang=${lang}`,
    accept: 'application/json',
    read: (text) => {
      const { title, statusLabel, standing, explanation } = apiClaim.parse(JSON.parse(text))
      const mark = `${standing.shape} ${standing.colour}`
      return {
        standings: [{ label: statusLabel, mark }],
        alone: [title],
        text: [statusLabel, explanation?.text, explanation?.short].join(' '),
      }
    },
  },
  {
    name: 'plain text',
    path: (id, lang) => `/v1/claims/${id}?lang=${lang}`,
    accept: 'text/plain',
    read: (text) => {
      const [title = '', , label = ''] = text.split('\n')
      return { standings: [unsigned(label)], alone: [title], text }
    },
  },
  {
    name: 'page',
    path: (id, lang) => `/claims/${id}?lang=${lang}`,
    accept: 'text/html',
    read: readHtml,
  },
  {
    name: 'card',
    path: (id, lang) => `/embed/claims/${id}?lang=${lang}`,
    accept: 'text/html',
    read: readHtml,
  },
  ...['size=compact', 'opinions=off', 'size=compact&opinions=off'].map((chosen) => ({
    name: `card, ${chosen}`,
    path: (id: string, lang: DisplayLanguage) => `/embed/claims/${id}?lang=${lang}&${chosen}`,
    accept: 'text/html',
    read: readHtml,
  })),
  {
    name: 'oEmbed',
    path: (id, lang) => `/oembed?url=${address(id, lang)}`,
    accept: 'application/json',
    read: (text) => {
      const { title, html } = z
        .looseObject({ title: z.string(), html: z.string() })
        .parse(JSON.parse(text))
      const framed = readHtml(html)
      return { ...framed, standings: [], alone: [title, ...framed.alone] }
    },
  },
  {
    name: 'JSON-LD',
    path: (id, lang) => `/claims/${id}.jsonld?lang=${lang}`,
    accept: 'application/ld+json',
    read: (text) => readJsonLd(JSON.parse(text)),
  },
  {
    name: 'badge',
    path: (id, lang) => `/claims/${id}.svg?lang=${lang}`,
    accept: 'image/svg+xml',
    read: (text) => {
      const [, title = ''] = /<title>([^<]*)<\/title>/.exec(text) ?? []
      const [, label = ''] = /^Counterpoint: (.*) \([^()]*\)$/.exec(textOf(title)) ?? []
      return { standings: [{ label, mark: signIn(text) }], alone: [title], text: title }
    },
  },
  {
    name: 'builder',
    path: (id, lang) => `/embed?page=${lang}&lang=${lang}&address=${address(id, lang)}`,
    accept: 'text/html',
    read: (text) => {
      const snippets = [...text.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)]
      return {
        ...readHtml(text),
        standings: [],
        alone: snippets.flatMap(([, inside = '']) => readHtml(unescaped(inside)).alone),
      }
    },
  },
]

/** Every surface of a story with some claims. */
export const storySurfaces: readonly Surface[] = [
  {
    name: 'story page',
    path: (slug, lang) => `/stories/${slug}?lang=${lang}`,
    accept: 'text/html',
    isInOrder: true,
    // The list of all claims comes after exchanges and map.
    read: (text) => {
      const { standings } = readHtml(text.slice(text.indexOf('id="claims"')))
      return { ...readHtml(text), standings }
    },
  },
  {
    name: 'story card',
    path: (slug, lang) => `/embed/stories/${slug}?lang=${lang}`,
    accept: 'text/html',
    isInOrder: true,
    read: readHtml,
  },
  {
    name: 'story card without opinions',
    path: (slug, lang) => `/embed/stories/${slug}?lang=${lang}&opinions=off`,
    accept: 'text/html',
    read: readHtml,
  },
  {
    name: 'compact story card',
    path: (slug, lang) => `/embed/stories/${slug}?lang=${lang}&size=compact`,
    accept: 'text/html',
    read: readHtml,
  },
  {
    name: 'list',
    path: (slug, lang) => `/claims?story=${slug}&lang=${lang}`,
    accept: 'text/html',
    read: readHtml,
  },
  {
    name: 'story JSON-LD',
    path: (slug, lang) => `/stories/${slug}.jsonld?lang=${lang}`,
    accept: 'application/ld+json',
    read: (text) => readJsonLd(JSON.parse(text)),
  },
]

const node = z.looseObject({
  '@type': z.string(),
  name: z.string().optional(),
  creativeWorkStatus: z.string().optional(),
  description: z.string().optional(),
})

function readJsonLd(document: unknown): Told {
  const nodes = nodesIn(document)
  return {
    standings: nodes.flatMap(({ creativeWorkStatus }) =>
      creativeWorkStatus === undefined ? [] : [unsigned(creativeWorkStatus)],
    ),
    alone: nodes.flatMap(({ name }) => name ?? []),
    text: nodes.map(({ description = '' }) => description).join(' '),
  }
}

function nodesIn(value: unknown): readonly z.output<typeof node>[] {
  if (typeof value !== 'object' || value === null) return []
  const found = node.safeParse(value)
  return [...(found.success ? [found.data] : []), ...Object.values(value).flatMap(nodesIn)]
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
