import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { FieldFault } from '../../domain/errors.ts'
import { koreanFault } from './korean-faults.ts'

interface FaultsProps {
  readonly faults: readonly FieldFault[]
  readonly sent: URLSearchParams
  readonly language: DisplayLanguage
  /** Where what was perhaps meant is found. */
  readonly instead?: (fault: FieldFault) => readonly Instead[]
}

interface Instead {
  readonly name: string
  readonly address: string
}

/** Why a value is wrong; undefined where only the English message of the fault says so. */
type FaultWords = (name: string, fault: FieldFault) => string | undefined

const inLanguage: Readonly<Record<DisplayLanguage, FaultWords>> = {
  en: () => undefined,
  ko: koreanFault,
}

/** Each bad parameter of an address, with its value and the reason. */
export function Faults({ faults, sent, language, instead = () => [] }: FaultsProps) {
  return (
    <ul>
      {faults.map((fault) => {
        const [, name = '', index] = fault.pointer.split('/').map(unescaped)
        const value = valueAt(sent.getAll(name), index)
        const translated = inLanguage[language](name, fault)
        return (
          <li id={index === undefined || index === '0' ? `fault-${name}` : undefined}>
            <code>{name}</code>
            {value !== '' && (
              <>
                {' = '}
                <code dir="auto">{value}</code>
              </>
            )}
            : {translated ?? <span lang="en">{fault.message}</span>}
            {instead(fault).map((each) => (
              <>
                {' '}
                <a class="instead" href={each.address}>
                  {each.name}
                </a>
              </>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

const valueMax = 200

/** The faulty value if it can be identified among several; otherwise all of them. */
function valueAt(values: readonly string[], index: string | undefined): string {
  const parts = values.flatMap((value) => value.split(','))
  const value = (index === undefined ? undefined : parts[Number(index)]) ?? values.join(', ')
  const characters = [...value]
  return characters.length > valueMax ? `${characters.slice(0, valueMax).join('')}…` : value
}

/** RFC 6901. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}
