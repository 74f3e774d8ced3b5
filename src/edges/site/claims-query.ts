import { isTracking } from '../../domain/page-query.ts'
import type { ClaimPosition } from '../../store/claim-list.ts'
import { claimFilters, type ClaimQuery } from '../../queries/claim-filters.ts'
import type { Page } from '../../http/contract/list-page.ts'
import { claimPosition } from '../../queries/parameters.ts'
import { ownOf, parametersOf, readPage, readQuery } from '../../http/request/query.ts'

/** What a reader asks of the page of claims: what a program asks of the list of claims. */
export interface AskedOfPage {
  readonly query: ClaimQuery
  readonly page: Page<ClaimPosition>
  /** Whether certain claims are asked for. */
  readonly isChosen: boolean
  /** The same in another language, or from another place on. */
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
 * Reads what stands in the address. What others add to it when it is passed on is passed over.
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
    // Read once before, by the same schema: it takes what it has made.
    query: claimFilters.parse(own),
    page,
    isChosen: Object.keys(own).length > 0,
    addressWith: (others) => {
      const kept = pairs.filter((pair) => !/^(?:lang|cursor)=/.test(pair))
      const added = Object.entries(others).map(([name, value]) => `${name}=${value}`)
      return `?${[...kept, ...added].join('&')}`
    },
  }
}
