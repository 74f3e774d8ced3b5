import { facetNames } from '../../src/domain/facets.ts'
import { counterpointRoles } from '../../src/domain/kinds.ts'
import type { Subjects } from './subjects.ts'

const statuses = ['unchallenged', 'denied', 'countered', 'ruled_against', 'withdrawn', 'ruled_for']
const sorts = ['newest', 'changed', 'most_countered']

/** Lists of claims: every filter in every order, without words, with common and with rare ones. */
export function claimLists(found: Subjects): string[] {
  const words = ['', 'the', '매출', found.rareWord, found.rareKoreanWord]
  const each = ['', ...filtersOf(found)]
  const crossed = words.flatMap((word) =>
    sorts.flatMap((sort) => each.map((filter) => joined(inWords(word), filter, `sort=${sort}`))),
  )
  return [...crossed, ...ranked(found), ...severalFilters(found), ...counted(found)]
}

/** One of each filter, and where they differ much, one that matches many and one that does not. */
function filtersOf(found: Subjects): string[] {
  const { bigSource, smallSource, bigSubject, report, story, rating } = found
  return [
    ...statuses.map((status) => `status=${status}`),
    'group=does_not_stand',
    'group=open',
    ...['fact', 'ruling', 'opinion'].map((kind) => `kind=${kind}`),
    'textLang=ko',
    'textLang=fr',
    `source=${bigSource}`,
    `source=${smallSource}`,
    `about=${bigSubject}`,
    `about=${smallSource}`,
    `report=${report}`,
    `story=${story}`,
    `responseFrom=${bigSource}`,
    `responseFrom=${smallSource}`,
    'answered=true',
    'answered=false',
    ...counterpointRoles.map((role) => `role=${role}`),
    `rating=${encodeURIComponent(rating)}`,
    `quotedSource=${bigSource}`,
    `quotedSource=${smallSource}`,
    'assertedFrom=2026-07',
    'assertedTo=2006-02',
    'assertedFrom=2015-03-01&assertedTo=2015-03-02',
    'changedSince=2026-11-25',
    'changedSince=2027-01-01',
  ]
}

/** Searches in their own order, which is by relevance unless too many claims match. */
function ranked({ rareWord, rareKoreanWord }: Subjects): string[] {
  const words = ['the', 'sales', '매출', '매출 목표', rareWord, rareKoreanWord, 'nobodysaysthis']
  const filters = ['', 'textLang=ko', 'kind=ruling', 'status=denied']
  return words.flatMap((word) => filters.map((filter) => joined(inWords(word), filter)))
}

/** Counts by every facet: of each filter, and of words alone and with some filters. */
function counted(found: Subjects): string[] {
  const words = ['the', 'sales', '매출', '매출 목표', found.rareWord, found.rareKoreanWord]
  const filters = ['', ...filtersOf(found), 'status=denied&kind=figure']
  const beside = [
    '',
    'textLang=ko',
    'status=denied',
    'status=ruled_against',
    `about=${found.bigSubject}`,
  ]
  const inWordsToo = words.flatMap((word) => beside.map((filter) => joined(inWords(word), filter)))
  return filters
    .concat(inWordsToo)
    .map((query) => joined(query, `facets=${facetNames.join(',')}`, 'limit=1'))
}

/** Filters that say much about each other, and filters that few claims pass together. */
function severalFilters({ bigSource, smallSource, bigSubject, story }: Subjects): string[] {
  const filters = [
    `status=denied&about=${bigSubject}`,
    `status=denied&source=${bigSource}`,
    `status=ruled_for&source=${smallSource}`,
    'status=denied&kind=figure&textLang=ko',
    'kind=ruling&textLang=ko',
    'kind=ruling&status=denied',
    'group=does_not_stand&changedSince=2026-11-20',
    'status=denied&assertedFrom=2010&assertedTo=2011',
    `source=${bigSource}&about=${bigSubject}`,
    `about=${bigSubject}&responseFrom=${bigSource}`,
    `kind=ruling&about=${bigSubject}`,
    `kind=opinion&responseFrom=${bigSource}`,
    `story=${story}&status=denied`,
  ]
  return sorts.flatMap((sort) => filters.map((filter) => joined(filter, `sort=${sort}`)))
}

function inWords(word: string): string {
  return word && `q=${encodeURIComponent(word)}`
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('&')
}
