import type { ClaimId, SourceId } from '../domain/ids.ts'
import type { SourceKind } from '../domain/kinds.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { Party, SubjectKind } from '../sentences/told/speakers.ts'
import type { CitedClaim } from './cited-claims.ts'
import type { ReadableRow } from './readable-account.ts'
import type { SourceRef } from './source-ref.ts'

/**
 * Of the subjects of a claim, those for whom somebody speaks; null if there are none.
 *
 * @param subjects all that could speak about it, if the account does not say
 */
export function partyOf(
  { about, account }: Pick<ReadableRow, 'about' | 'account'>,
  ids: readonly SourceId[],
  speaker: CitedClaim['speaker'],
  subjects: readonly SourceId[] = account?.subjects ?? [],
): Party | null {
  const spokenFor = about.filter(({ id }) => ids.includes(id))
  const own = spokenFor.filter(({ id }) => id === speaker?.id)
  const others = spokenFor.filter(({ id }) => id !== speaker?.id)
  // An account of version 1 does not tell for which of several subjects somebody speaks.
  const isUntold = subjects.length === 0 && spokenFor.length > 1
  const ordered = isUntold ? own : [...own, ...others]
  if (ordered.length === 0) return null
  return {
    subjects: { named: ordered.slice(0, namedMax), more: ordered.slice(namedMax).length },
    isSpeakerOne: own.length > 0,
    of: subjects.length,
    kind: kindOf(about.filter(({ id }) => subjects.includes(id))),
    isBesideOwn: about.length > subjects.length,
  }
}

/**
 * For which subjects a party speaks that remarks on a claim: those that the account names, or itself,
 * or the only one. An older account does not say for which of several.
 */
export function remarkingFor(
  row: Pick<ReadableRow, 'about' | 'account' | 'speaker'>,
  { claim, speaker }: Pick<CitedClaim, 'speaker'> & { readonly claim: ClaimId },
): Party | null {
  const told = row.account?.remarkingFor?.[claim]
  if (told) return partyOf(row, told, speaker)
  const listed = row.account?.subjects ?? []
  // Not every account lists them. Its own speaker is no party to a claim.
  const about = row.about.map(({ id }) => id).filter((id) => id !== row.speaker?.id)
  const subjects = listed.length > 0 ? listed : about
  const own = subjects.filter((id) => id === speaker?.id)
  const spokenFor = own.length > 0 || subjects.length > 1 ? own : subjects
  return partyOf(row, spokenFor, speaker, subjects)
}

const kinds: Partial<Record<SourceKind, SubjectKind>> = { company: 'companies', person: 'people' }

function kindOf(subjects: readonly SourceRef[]): SubjectKind {
  const [first = 'parties', ...others] = new Set(
    subjects.map(({ kind }) => kinds[kind] ?? 'parties'),
  )
  return others.length === 0 ? first : 'parties'
}
