import { describe, expect } from 'vitest'
import { displayLanguages, type DisplayLanguage } from '../../src/domain/display-language.ts'
import { markShapeNames, type Mark } from '../../src/sentences/table/marks.ts'
import { roleWords } from '../../src/sentences/table/roles.ts'
import { notExamined, standings, type StandingCase } from '../../src/sentences/table/standings.ts'
import { untested } from '../../src/sentences/table/untested.ts'
import { seqHeader } from '../../src/http/request/seq-header.ts'
import { statusVocabulary } from '../../src/sentences/table/vocabulary.ts'
import { it as withApi, type Api } from '../support/api.ts'
import { enterEveryCase } from '../surfaces/every-case.ts'

const it = withApi.extend('cases', { scope: 'file' }, ({ db }) => enterEveryCase(db))

interface Place {
  readonly id: string
  readonly slug: string
  readonly lang: DisplayLanguage
}

/** The addresses at which a claim is shown, and what they take from the row of its standing. */
const places = {
  api: ({ id, lang }) => [`/v1/claims/${id}?lang=${lang}`, 'application/json'],
  list: ({ slug, lang }) => [`/v1/claims?story=${slug}&lang=${lang}`, 'application/json'],
  text: ({ id, lang }) => [`/v1/claims/${id}?lang=${lang}`, 'text/plain'],
  page: ({ id, lang }) => [`/claims/${id}?lang=${lang}`, 'text/html'],
  'plain page': ({ id, lang }) => [`/claims/${id}?lang=${lang}`, 'text/plain'],
  card: ({ id, lang }) => [`/embed/claims/${id}?lang=${lang}`, 'text/html'],
  'compact card': ({ id, lang }) => [`/embed/claims/${id}?lang=${lang}&size=compact`, 'text/html'],
  'JSON-LD': ({ id, lang }) => [`/claims/${id}.jsonld?lang=${lang}`, 'application/ld+json'],
  badge: ({ id, lang }) => [`/claims/${id}.svg?lang=${lang}`, 'image/svg+xml'],
  preview: ({ id, lang }) => [`/claims/${id}.png?lang=${lang}`, 'image/png'],
  story: ({ slug, lang }) => [`/stories/${slug}?lang=${lang}`, 'text/html'],
  'story card': ({ slug, lang }) => [`/embed/stories/${slug}?lang=${lang}`, 'text/html'],
  claims: ({ slug, lang }) => [`/claims?story=${slug}&lang=${lang}`, 'text/html'],
  oEmbed: ({ id, lang }) => [`/oembed?url=${addressOf(id, lang)}`, 'application/json'],
  builder: ({ id, lang }) => [
    `/embed?page=${lang}&lang=${lang}&address=${addressOf(id, lang)}`,
    'text/html',
  ],
} as const satisfies Record<string, (place: Place) => readonly [path: string, accept: string]>
type PlaceName = keyof typeof places

const withWord = new Set<PlaceName>([
  'api',
  'list',
  'text',
  'page',
  'plain page',
  'card',
  'compact card',
  'JSON-LD',
  'badge',
  'preview',
  'story',
  'story card',
  'claims',
])
const withMark = new Set<PlaceName>([
  'api',
  'list',
  'page',
  'card',
  'compact card',
  'badge',
  'preview',
  'story',
  'story card',
  'claims',
])
const withPrefix = new Set<PlaceName>([
  'api',
  'list',
  'text',
  'page',
  'plain page',
  'card',
  'compact card',
  'JSON-LD',
  'preview',
  'story',
  'story card',
  'claims',
  'oEmbed',
  'builder',
])

/** A voided claim is in no list, and in JSON-LD it has a state but no title. */
const unlisted = new Set<PlaceName>(['list', 'claims'])

function addressOf(id: string, lang: string): string {
  return encodeURIComponent(`http://counterpoint.example/claims/${id}?lang=${lang}`)
}

/** No copy can be trusted to have the event that must be seen. */
const afresh = { [seqHeader]: '1' }

/** What is shown at each place, without the moments of rendering. */
async function shown(api: Api, place: Place, names: ReadonlySet<PlaceName>) {
  const entries = [...names].map(async (name) => {
    const [path, accept] = places[name](place)
    const { status, text } = await api(path, { isPublic: true, headers: { ...afresh, accept } })
    expect([name, status]).toEqual([name, 200])
    return [name, text] as const
  })
  return new Map(await Promise.all(entries))
}

/** Tests change the table itself, which is plain data, and put it back. */
type Changeable = { -readonly [K in keyof Mark]: Mark[K] }

async function changedBy(
  api: Api,
  place: Place,
  names: ReadonlySet<PlaceName>,
  change: () => () => void,
): Promise<readonly PlaceName[]> {
  const before = await shown(api, place, names)
  const restore = change()
  try {
    const after = await shown(api, place, names)
    return [...names].filter((name) => before.get(name) !== after.get(name))
  } finally {
    restore()
  }
}

function replacing<T extends object, K extends keyof T>(object: T, key: K, value: T[K]) {
  return () => {
    const was = object[key]
    object[key] = value
    return () => void (object[key] = was)
  }
}

/** Badges of claims that nobody examined say just that. */
const plainBadges = new Set(
  Object.keys(untested).filter(
    (found) => !['ruling_unanswered', 'ruling_contested'].includes(found),
  ),
)

function badged(found: StandingCase, names: ReadonlySet<PlaceName>): ReadonlySet<PlaceName> {
  return plainBadges.has(found) ? names.difference(new Set<PlaceName>(['badge'])) : names
}

function listed(found: StandingCase, names: ReadonlySet<PlaceName>): ReadonlySet<PlaceName> {
  return found === 'voided' ? names.difference(unlisted) : names
}

describe('one change of the table changes every place that shows it', () => {
  it.for(displayLanguages)('of a word (%s)', async (lang, { api, cases }) => {
    for (const [found, place] of cases) {
      const names = badged(found, listed(found, withWord))
      const { word } = standings[found]
      const change = replacing<{ -readonly [L in DisplayLanguage]: string }, DisplayLanguage>(
        word,
        lang,
        `${word[lang]} Q`,
      )
      expect([found, await changedBy(api, { ...place, lang }, names, change)]).toEqual([
        found,
        [...names],
      ])
    }
  })

  it.for(displayLanguages)('of a prefix (%s)', async (lang, { api, cases }) => {
    for (const [found, place] of cases) {
      const { prefix } = standings[found]
      if (!prefix) continue
      const names = listed(found, withPrefix).difference(
        new Set<PlaceName>(found === 'voided' ? ['JSON-LD'] : []),
      )
      const change = replacing<{ -readonly [L in DisplayLanguage]: string }, DisplayLanguage>(
        prefix,
        lang,
        `${prefix[lang]} Q`,
      )
      expect([found, await changedBy(api, { ...place, lang }, names, change)]).toEqual([
        found,
        [...names],
      ])
    }
  })

  it.for(['shape', 'colour'] as const)('of a %s', async (part, { api, cases }) => {
    for (const [found, place] of cases) {
      const mark: Changeable = standings[found].mark
      const all = listed(found, withMark)
      const names = mark === notExamined.mark ? all : badged(found, all)
      const shape = markShapeNames.find((each) => each !== mark.shape) ?? 'bar'
      const change =
        part === 'shape'
          ? replacing(mark, 'shape', shape)
          : replacing(mark, 'colour', mark.colour === 'plum' ? 'amber' : 'plum')
      expect([found, await changedBy(api, { ...place, lang: 'en' }, names, change)]).toEqual([
        found,
        [...names],
      ])
    }
  })

  it.for(displayLanguages)('of the word of a role (%s)', async (lang, { api, cases }) => {
    const { id = '' } = cases.get('contested') ?? {}
    const paths = [
      `/v1/claims/${id}/counterpoints?lang=${lang}`,
      `/claims/${id}?lang=${lang}`,
      `/embed/claims/${id}?lang=${lang}`,
      `/embed/claims/${id}?lang=${lang}&size=compact`,
      `/claims/${id}.png?lang=${lang}`,
    ]
    const read = async () =>
      Promise.all(
        paths.map(
          async (path) =>
            (await api(path, { isPublic: true, headers: { ...afresh, accept: '*/*' } })).text,
        ),
      )
    const role: { -readonly [L in DisplayLanguage]: string } = roleWords.party_response

    const before = await read()
    const restore = replacing(role, lang, `${role[lang]} Q`)()
    const after = await read().finally(restore)

    expect(paths.filter((_, index) => after[index] === before[index])).toEqual([])
  })

  it.for(displayLanguages)('of the word of a status (%s)', async (lang, { api, cases }) => {
    const denied = cases.get('denied')
    const entry = statusVocabulary.find(({ status }) => status === 'denied')
    const label: { -readonly [L in DisplayLanguage]: string } | undefined = entry?.label
    if (!denied || !label) throw new Error('There is no denied claim.')
    const read = async () =>
      Promise.all(
        [
          '/v1/statuses',
          `/stories/${denied.slug}?lang=${lang}`,
          `/stories/${denied.slug}.png?lang=${lang}`,
        ].map(
          async (path) =>
            (await api(path, { isPublic: true, headers: { ...afresh, accept: '*/*' } })).text,
        ),
      )

    const before = await read()
    const restore = replacing(label, lang, `${label[lang]} Q`)()
    const after = await read().finally(restore)

    expect(after.map((text, index) => text !== before[index])).toEqual([true, true, true])
  })
})
