import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { ClaimSort } from '../../../store/claim-order.ts'
import { claimsAddress, withValues, type Pairs } from './address.ts'
import { listWords } from './words.ts'

interface SortedByProps {
  readonly sent: Pairs
  readonly sort: ClaimSort
  readonly hasSearch: boolean
  readonly language: DisplayLanguage
}

/** The order of a list, and the ways to the others. Nothing matches better without a search. */
export function SortedBy({ sent, sort, hasSearch, language }: SortedByProps) {
  const said = listWords[language]
  const offered = (['relevance', 'newest', 'changed', 'most_countered'] as const).filter(
    (each) => hasSearch || each !== 'relevance',
  )
  return (
    <nav class="sorts" aria-label={said.sortedBy}>
      <ul>
        {offered.map((each) => (
          <li>
            {each === sort ? (
              <b aria-current="true">{said.sorts[each]}</b>
            ) : (
              <a href={claimsAddress(withValues(sent, 'sort', [each]), language)} rel="nofollow">
                {said.sorts[each]}
              </a>
            )}
          </li>
        ))}
        <li class="to-facets">
          <a href="#narrow">{said.narrow} ↓</a>
        </li>
      </ul>
    </nav>
  )
}
