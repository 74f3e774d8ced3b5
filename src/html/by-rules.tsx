import type { Status } from '../domain/status.ts'
import { rulesAddress } from './addresses.ts'
import type { RecordLook } from './look.ts'
import { cardWords } from './words.ts'

interface ByRulesProps {
  readonly version: number
  readonly status: Status
  readonly look: Pick<RecordLook, 'language' | 'publicUrl'>
}

/** The version of the rules by which a claim has a status. */
export function ByRules({ version, status, look: { language, publicUrl } }: ByRulesProps) {
  const address = rulesAddress(publicUrl, version, status)
  return <a href={address}>{cardWords(language).page.byRules(version)}</a>
}
