import type { StoredAccount } from '../../domain/account.ts'
import { namedMax } from '../../domain/enumerate.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { isLive } from '../reading/lifecycle.ts'
import type { Reading } from '../reading/reading.ts'
import { subjectsOf } from '../standing/admissions.ts'
import { fitOf } from '../standing/fit.ts'
import { spokenFor } from './spoken-for.ts'

/** For which of several subjects others than these remark on a claim without contradicting it. */
export function remarkingFor(reading: Reading, id: ClaimId): Pick<StoredAccount, 'remarkingFor'> {
  if (subjectsOf(reading, id).length < 2) return {}
  const remarks = reading.linksOnto(id, 'qualifies').filter(isLive)
  const told = remarks
    .filter((link) => ['confirms', 'neither'].includes(fitOf(reading, link) ?? ''))
    .map(({ from }) => [from, spokenFor(reading, from, id)] as const)
    .filter(([from, subjects]) => subjects.some((each) => each !== reading.claim(from)?.speaker))
    .slice(0, namedMax)
  return told.length > 0 ? { remarkingFor: Object.fromEntries(told) } : {}
}
