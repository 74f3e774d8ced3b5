import type { Status } from '../domain/status.ts'
import { linkTo, rulesAddress } from './addresses.ts'
import type { RecordLook } from './look.ts'
import { cardWords } from './words.ts'

interface ByRulesProps {
  readonly version: number
  readonly status: Status
  readonly look: RecordLook
}

/** The version of the rules by which a claim has a status. */
export function ByRules({ version, status, look }: ByRulesProps) {
  const { language, publicUrl } = look
  const address = linkTo(rulesAddress(publicUrl, version, status), look)
  return <a href={address}>{cardWords(language).page.byRules(version)}</a>
}
