import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { FieldFault } from '../../../domain/errors.ts'
import { Faults } from '../query-faults.tsx'
import { claimsAddress, queryOf, withoutNames, withValues, type Pairs } from './address.ts'
import { nameOf } from './asked.ts'
import { listWords } from './words.ts'

interface BadPartsProps {
  readonly faults: readonly FieldFault[]
  readonly sent: Pairs
  readonly language: DisplayLanguage
  /** Whether the list is shown all the same. */
  readonly isShown: boolean
}

/** Which parts of the address are wrong, why, and what was perhaps meant. */
export function BadParts({ faults, sent, language, isShown }: BadPartsProps) {
  const said = listWords[language]
  const names = [...new Set(faults.map(({ pointer }) => nameOf(pointer)))]
  return (
    <section class="bad">
      <h2>{said.faults}</h2>
      <Faults
        faults={faults}
        sent={queryOf(sent)}
        language={language}
        instead={({ pointer, candidates = [] }) =>
          candidates.map(({ slug, name }) => ({
            name,
            address: claimsAddress(withValues(sent, nameOf(pointer), [slug]), language),
          }))
        }
      />
      <p>{isShown ? said.faultsIgnored : said.faultsStop}</p>
      {!isShown && (
        <p>
          <a href={claimsAddress(withoutNames(sent, names), language)}>{said.without}</a>
        </p>
      )}
    </section>
  )
}
