import { isTracking } from '../../domain/page-query.ts'
import type { ClaimPosition } from '../../store/claim-order.ts'
import { claimFilters, type ClaimQuery } from '../../queries/claim-filters.ts'
import type { Page } from '../../http/contract/list-page.ts'
import { claimPosition } from '../../queries/parameters.ts'
import { ownOf, parametersOf, readPage, readQuery } from '../../http/request/query.ts'

/** A reader's query on the page of claims: the filters of the API's list. */
export interface AskedOfPage {
  readonly query: ClaimQuery
  readonly page: Page<ClaimPosition>
  /** Whether any filter is set. */
  readonly isChosen: boolean
  /** The same query in another language, or on another page. */
  readonly addressWith: (parameters: Readonly<Record<string, string>>) => string
}

const contract = {
  path: '/claims',
  query: claimFilters,
  page: claimPosition,
  localized: true,
} as const
const parameters = parametersOf(contract)

/** A page for people is shorter than a list for programs. */
const shownMax = '20'

/**
 * Parses the query of the address. Parameters that other sites append to links are ignored.
 *
 * @throws {DomainError} `bad-query`
 */
export function askedOfPage(search: string): AskedOfPage {
  const pairs = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair.split('=')[0] ?? ''))
  const isLimited = new URLSearchParams(search).has('limit')
  const sent = readQuery(
    `?${[...pairs, ...(isLimited ? [] : [`limit=${shownMax}`])].join('&')}`,
    parameters,
  )
  const own = ownOf(contract, sent)
  const page = readPage(claimPosition, sent, [contract.path, own])
  return {
    query: own,
    page,
    isChosen: Object.keys(own).length > 0,
    addressWith: (others) => {
      const kept = pairs.filter((pair) => !/^(?:lang|cursor)=/.test(pair))
      const added = Object.entries(others).map(([name, value]) => `${name}=${value}`)
      return `?${[...kept, ...added].join('&')}`
    },
  }
}
