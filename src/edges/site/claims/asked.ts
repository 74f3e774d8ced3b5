import { z } from 'zod'
import { DomainError, type FieldFault } from '../../../domain/errors.ts'
import { isTracking } from '../../../domain/page-query.ts'
import { pageOf, type Page } from '../../../http/contract/list-page.ts'
import { ownOf, parametersOf, readPage, readQuery } from '../../../http/request/query.ts'
import { badCursor } from '../../../queries/bad-query.ts'
import { claimFilters, type ClaimQuery } from '../../../queries/claim-filters.ts'
import { claimPosition } from '../../../queries/parameters.ts'
import type { ClaimPosition } from '../../../store/claim-order.ts'
import type { Pairs } from './address.ts'

/** A reader's query on the page of claims: the filters of the API's list. */
export interface AskedOfPage {
  readonly query: ClaimQuery
  readonly page: Page<ClaimPosition>
  /** Whether the page ends where the list it was asked from begins. */
  readonly isBackwards: boolean
  /** What distinguishes this list from others: a cursor belongs to one. */
  readonly list: readonly unknown[]
  /** What was sent, but for the language, the place in the list, and what was left empty. */
  readonly sent: Pairs
  /** What is wrong with the rest. The query is without it. */
  readonly faults: readonly FieldFault[]
  /** Whether any filter is set. */
  readonly isChosen: boolean
}

const contract = {
  path: '/claims',
  query: claimFilters.extend({ before: z.string().optional() }),
  page: claimPosition,
  localized: true,
} as const
const parameters = parametersOf(contract)

/** A page for people is shorter than a list for programs. */
const shownMax = '20'

/** Those that belong to one page of the list, in one language. */
const inPages: ReadonlySet<string> = new Set(['lang', 'cursor', 'before'])

/** A longer value that is wrong is none that anybody typed or chose. */
const valueMax = 200

/** Parameters that say how to show a list, and not what is in it. */
const showing: ReadonlySet<string> = new Set(['sort', 'limit', 'cursor', 'before', 'lang'])

/** Whether a list without what is wrong has all that was asked for, and nothing else. */
export function areHarmless(faults: readonly FieldFault[]): boolean {
  return faults.every(({ pointer, code }) => {
    return code === 'unknown-parameter' || showing.has(nameOf(pointer))
  })
}

/** The parameter that a fault is in. */
export function nameOf(pointer: string): string {
  return (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
}

/**
 * Parses the query of the address. Parameters that other sites append to links are ignored, and so
 * are fields of the form that were left empty.
 */
export function askedOfPage(search: string): AskedOfPage {
  const all = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => !/^[^=]*=?$/.test(pair) && !isTracking(pair.split('=')[0] ?? ''))
  const { own, kept, faults } = readWithout(all, [])
  const list = [contract.path, own]
  const bad = new Set(faults.map(({ pointer }) => nameOf(pointer)))
  const sent = [...new URLSearchParams(all.join('&'))].filter(([name, value]) => {
    return !inPages.has(name) && !(bad.has(name) && name.length + value.length > valueMax)
  })
  const { page, isBackwards, fault } = pageIn(kept, list)
  return {
    query: own,
    page,
    isBackwards,
    list,
    sent,
    faults: fault ? [...faults, fault] : faults,
    isChosen: Object.keys(own).some((name) => name !== 'sort'),
  }
}

/** Reads again without what is wrong, until nothing is. */
function readWithout(pairs: readonly string[], faults: readonly FieldFault[]) {
  const isLimited = pairs.some((pair) => pair.startsWith('limit='))
  const search = `?${[...pairs, ...(isLimited ? [] : [`limit=${shownMax}`])].join('&')}`
  try {
    const kept = readQuery(search, parameters)
    const own: ClaimQuery = ownOf(contract, kept, ['before'])
    return { own, kept, faults }
  } catch (error) {
    const found = faultsIn(error)
    const bad = new Set(found.map(({ pointer }) => nameOf(pointer)))
    const rest = pairs.filter((pair) => !bad.has(decoded(pair.split('=')[0] ?? '')))
    if (rest.length === pairs.length) throw error
    return readWithout(rest, [...faults, ...found])
  }
}

/** @throws whatever is not a refusal of parameters */
export function faultsIn(error: unknown): readonly FieldFault[] {
  if (error instanceof DomainError && error.code === 'bad-query') return error.faults
  throw error
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return name
  }
}

/** The page after `cursor`, or that before `before`. A bad one leads to the first page. */
function pageIn(kept: Record<string, unknown>, list: readonly unknown[]) {
  const { before, cursor, ...rest } = kept
  const first = readPage(claimPosition, rest, list)
  const asked = typeof before === 'string' ? before : cursor
  if (typeof asked !== 'string') return { page: first, isBackwards: false }
  const isBackwards = asked === before
  const page = pageOf(claimPosition, isBackwards ? beforeIn(list) : list, {
    limit: first.limit,
    cursor: asked,
  })
  if (page) return { page, isBackwards }
  return { page: first, isBackwards: false, fault: badCursor().faults[0] }
}

/** The same list, read from its end. */
export function beforeIn(list: readonly unknown[]): readonly unknown[] {
  return [...list, 'before']
}
