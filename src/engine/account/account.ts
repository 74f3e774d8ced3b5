import { quotedIn } from '../../domain/account-items.ts'
import type { CiteAccount, StoredAccount, Voices } from '../../domain/account.ts'
import { namedMax } from '../../domain/enumerate.ts'
import type { ClaimId } from '../../domain/ids.ts'
import {
  admissionAccount,
  attackAccount,
  findingAgainst,
  relianceAccount,
  replacementAccount,
} from './account-cites.ts'
import { isEmpty, remarksOf } from './account-remarks.ts'
import { remarkingFor } from './remarking-for.ts'
import { subjectsOf } from '../standing/admissions.ts'
import { attacksOntoClaim } from '../standing/attacks.ts'
import type { LabelView } from '../graph/label-view.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import { isVoiceOf } from '../reading/voice.ts'
import type { RecordView } from '../record/record.ts'
import type { Judgement } from '../standing/status.ts'
import { contestersOf, voicesOf } from '../standing/voices.ts'

/** The reasons for a claim's status: what its sentence needs beyond status and cites. */
export function accountOf(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
  judgement: Judgement,
): StoredAccount | null {
  const reading = readingOf(record)
  if (reading.claim(id) === undefined) return null
  const cites = citesOf(reading, labels, id, judgement)
  const voices = voicesIn(reading, labels, id, judgement)
  const remarks = remarksOf(reading, labels, id, judgement.status, cites)
  if (cites.length === 0 && voices === null && isEmpty(remarks)) return null
  const speaksForSome = [...cites, ...remarks.partly.named, ...remarks.retracted.named].some(
    (cite) => 'subjects' in cite && cite.subjects.length > 0,
  )
  const speaking = remarkingFor(reading, id)
  const isTold =
    speaksForSome ||
    speaking.remarkingFor !== undefined ||
    (judgement.status === 'disputed' && !speaksForSubject(reading, id))
  const subjects = isTold ? subjectsOf(reading, id) : []
  const account = { cites, voices, subjects, ...speaking, ...remarks }
  return { ...account, firsts: firstVersions(reading, account) }
}

/** Whether its speaker is a voice of somebody whom it is about, who then has spoken. */
function speaksForSubject(reading: Reading, id: ClaimId): boolean {
  const claim = reading.claim(id)
  const at = reading.at(id)
  return claim?.about.some((subject) => isVoiceOf(reading, claim.speaker, subject, at)) ?? false
}

/** The first versions of what an account names. What is cited for its wording is itself later. */
function firstVersions(
  reading: Reading,
  account: Omit<StoredAccount, 'firsts'>,
): StoredAccount['firsts'] {
  const rewordings = new Set(account.cites.filter(isRewording).map(({ claim }) => claim))
  const dated = quotedIn(account).filter((claim) => !rewordings.has(claim))
  const firsts = dated.map((claim) => [claim, reading.versions(claim).first] as const)
  return Object.fromEntries(firsts.filter(([claim, first]) => claim !== first))
}

function isRewording(cite: CiteAccount): boolean {
  return cite.as === 'replacement' && cite.relation === 'supersedes' && cite.change === 'wording'
}

function citesOf(
  reading: Reading,
  labels: LabelView,
  id: ClaimId,
  { status, cites }: Judgement,
): readonly CiteAccount[] {
  const named = cites.slice(0, namedMax)
  switch (status) {
    case 'corrected':
      return named.map((cite) => replacementAccount(reading, id, cite))
    case 'ruled_against':
      return named.map((claim) => findingAgainst(reading, labels, id, claim))
    case 'ruled_for':
      return named.map((claim) => ({ as: 'finding', claim }))
    case 'admitted':
      return named.map((claim) => admissionAccount(reading, id, claim))
    case 'countered':
    case 'answered':
      return named.map((cite) => attackAccount(reading, labels, id, cite, status))
    case 'denied':
    case 'disputed': {
      const isAttacked = attacksOntoClaim(reading, labels, id).some(({ label }) => label !== 'OUT')
      return named.map((cite) =>
        isAttacked
          ? attackAccount(reading, labels, id, cite, status)
          : relianceAccount(reading, labels, id, cite, 'UNDEC'),
      )
    }
    case 'basis_lost':
      return named.map((cite) => relianceAccount(reading, labels, id, cite, 'OUT'))
    case 'unchallenged':
    case 'withdrawn':
    default:
      return []
  }
}

function voicesIn(
  reading: Reading,
  labels: LabelView,
  id: ClaimId,
  { status, cites }: Judgement,
): Voices | null {
  if (status === 'ruled_against' || status === 'ruled_for') return voicesOf(reading, cites)
  if (status !== 'unchallenged' || !reading.isRuling(id)) return null
  const contesters = contestersOf(reading, labels, id)
  return contesters.length > 0 ? voicesOf(reading, contesters) : null
}
