import type { Noun } from '../../domain/nouns.ts'
import {
  citationsOfEnding,
  voidTargets,
  type BundleLine,
  type BundleLineOf,
} from '../../formats/bundle.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'

/** A reference in a line: its place, and what it must name. */
export interface Mention {
  readonly pointer: string
  readonly type: Noun
  readonly reference: string
}

export function mentionsOf(value: BundleLine): readonly Mention[] {
  switch (value.type) {
    case 'source':
      return value.affiliations.map(({ source }, index) =>
        mention(`/affiliations/${index}/source`, 'source', source),
      )
    case 'report':
      return [mention('/source', 'source', value.source)]
    case 'claim':
      return [
        ...(value.speaker === null ? [] : [mention('/speaker', 'source', value.speaker)]),
        ...value.about.map((about, index) => mention(`/about/${index}`, 'source', about)),
        ...citedReports(value.citations),
      ]
    case 'link':
      return [
        mention('/from', 'claim', value.from),
        'claim' in value.to
          ? mention('/to/claim', 'claim', value.to.claim)
          : mention('/to/link', 'link', value.to.link),
        ...citedReports(value.citations),
      ]
    case 'story':
      return value.claims.map((claim, index) => mention(`/claims/${index}`, 'claim', claim))
    case 'merge':
      return [mention('/from', value.noun, value.from), mention('/into', value.noun, value.into)]
    case 'withdrawal':
      return [mention('/claim', 'claim', value.claim), ...endingReports(value)]
    case 'end':
      return [mention('/link', 'link', value.link), ...endingReports(value)]
    case 'void':
      return voidTargets.flatMap(({ field, type }) => {
        const reference = value[field]
        return reference === undefined ? [] : [mention(`/${field}`, type, reference)]
      })
    case 'bundle':
      return []
  }
  return value satisfies never
}

/** Everything that lines name, which may be on record. */
export function referencesOf(lines: readonly NumberedLine[]): readonly string[] {
  const declared = lines.filter(isObjectLine).flatMap(({ value }) => value.ref ?? [])
  const mentioned = lines.flatMap(({ value }) =>
    mentionsOf(value).map(({ reference }) => reference),
  )
  return [...new Set([...declared, ...mentioned])]
}

/** The ids that a line assigns to an object and its citations. */
export function givenIds({ value }: NumberedLine): readonly { pointer: string; id: string }[] {
  const own = 'id' in value && value.id !== undefined ? [{ pointer: '/id', id: value.id }] : []
  const citations = 'citations' in value && !isEnding(value) ? value.citations : []
  return [
    ...own,
    ...citations.flatMap(({ id }, index) =>
      id === undefined ? [] : [{ pointer: `/citations/${index}/id`, id }],
    ),
  ]
}

function isEnding(value: BundleLine): value is BundleLineOf<'withdrawal' | 'end'> {
  return value.type === 'withdrawal' || value.type === 'end'
}

function endingReports(value: BundleLineOf<'withdrawal' | 'end'>): Mention[] {
  return citationsOfEnding(value).map(({ pointer, citation }) =>
    mention(`${pointer}/report`, 'report', citation.report),
  )
}

function citedReports(citations: readonly { report: string }[]): Mention[] {
  return citations.map(({ report }, index) =>
    mention(`/citations/${index}/report`, 'report', report),
  )
}

function mention(pointer: string, type: Noun, reference: string): Mention {
  return { pointer, type, reference }
}
