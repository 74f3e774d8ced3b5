import type { Response } from '../../src/domain/kinds.ts'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import type { Translator } from '../../src/domain/translation.ts'
import type { PlainRecord } from '../oracle/record.ts'

/** How much of a claim an answer meets, by what was entered of it. */
export type Met = 'all' | 'part' | 'other'

type Link = PlainRecord['links'][number]

/**
 * The points of most claims, by the language of the claim; the other language has the first from a
 * person, the second from a machine.
 */
const points = {
  en: [
    { id: 'a', text: 'the first of its points', texts: [to('ko', '그 첫째 대목', 'human')] },
    { id: 'b', text: 'the second of its points', texts: [to('ko', '그 둘째 대목', 'machine')] },
  ],
  ko: [
    { id: 'a', text: '첫 항목', texts: [to('en', 'part one of it', 'human')] },
    { id: 'b', text: '다음 항목', texts: [to('en', 'part two of it', 'machine')] },
  ],
}

function to(lang: DisplayLanguage, text: string, by: Translator) {
  return { lang, text, by }
}

/** Points that a reader of a language is shown in another, or in the words of a machine unsaid. */
export function pointFaults(text: string, lang: DisplayLanguage): readonly string[] {
  const [foreign, machine] = wrong[lang]
  return [
    ...(text.match(foreign) ?? []).map((found) => `has “${found}” for readers of ${lang}`),
    ...(text.match(machine) ?? []).map((found) => `does not say who translated “${found}”`),
  ]
}

const wrong = {
  en: [/첫 항목|다음 항목/g, /part two of it(?! ?[”’]? ?\(machine translation\))/g],
  ko: [
    /the first of its points|the second of its points/g,
    /그 둘째 대목(?! ?[”’]? ?\(기계 번역\))/g,
  ],
} as const
const met: Readonly<Record<Met, readonly string[]>> = { all: ['a', 'b'], part: ['a'], other: [] }
const mets: readonly Met[] = ['part', 'other', 'part', 'all']

/** A version in other words has the points of the one before, so neither gets any. */
function hasPoints({ claims, links }: PlainRecord, id: string): boolean {
  const isVersion = links.some(
    ({ relation, from, to }) =>
      relation === 'supersedes' && (from === id || ('claim' in to && to.claim === id)),
  )
  return !isVersion && claims.findIndex((claim) => claim.id === id) % 3 !== 2
}

/** What a denial meets of the claim that it is of; undefined if that claim has no points. */
export function metBy(record: PlainRecord, link: Link): Met | undefined {
  const { id, relation, to } = link
  if (relation !== 'rebuts' && relation !== 'undercuts') return undefined
  if (responseOf(record, link) === 'elsewhere') return 'other'
  if (!('claim' in to) || !hasPoints(record, to.claim)) return undefined
  return mets[record.links.findIndex((link) => link.id === id) % mets.length]
}

const remarks: readonly (Response | undefined)[] = [undefined, 'declines', 'neither', 'elsewhere']

/** What a link says: answers to something else among denials, and every kind of remark. */
export function responseOf(record: PlainRecord, { id, relation }: Link): Response | undefined {
  const index = record.links.findIndex((link) => link.id === id)
  if (relation === 'qualifies') return remarks[index % remarks.length]
  const isDenial = relation === 'rebuts' || relation === 'undercuts'
  return isDenial && index % 5 === 2 ? 'elsewhere' : undefined
}

/** A line of a bundle of the record, with points and with what answers meet of them. */
export function withPoints<
  Line extends { readonly type?: unknown; readonly ref?: unknown; readonly lang?: unknown },
>(record: PlainRecord, line: Line): Line {
  if (line.type === 'claim' && hasPoints(record, String(line.ref)))
    return { ...line, points: points[line.lang === 'ko' ? 'ko' : 'en'] }
  const link = line.type === 'link' ? record.links.find(({ id }) => id === line.ref) : undefined
  const found = link && metBy(record, link)
  const response = link && responseOf(record, link)
  return { ...line, ...(found && { meets: met[found] }), ...(response && { response }) }
}
