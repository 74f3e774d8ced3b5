import type {
  AdmissionAccount,
  CiteAccount,
  Counted,
  ReplacementAccount,
  SetAsideAccount,
  StoredAccount,
} from '../../domain/account.ts'
import { namedMax, quotedMax } from '../../domain/enumerate.ts'
import type { ClaimId } from '../../domain/ids.ts'
import type { Status } from '../../domain/status.ts'
import { admissionAccount, replacementAccount } from './account-cites.ts'
import { admissionsOf, admittingOf } from '../standing/admissions.ts'
import { standingFirst } from './answers.ts'
import { admits, givenUpOf } from '../reading/concessions.ts'
import { rebuttalsOf } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import { isLive, replacementsOf } from '../reading/lifecycle.ts'
import type { Reading } from '../reading/reading.ts'
import { setAsideOf } from '../standing/set-aside.ts'
import { earliestFirst, isAside } from '../standing/voices.ts'

/** What a sentence adds to the reasons for a status. */
export type Remarks = Pick<
  StoredAccount,
  'partly' | 'retracted' | 'gaveUp' | 'context' | 'setAside' | 'upheld'
>

const nothing = { named: [], more: 0 }

export function remarksOf(
  reading: Reading,
  labels: LabelView,
  id: ClaimId,
  status: Status,
  cites: readonly CiteAccount[],
): Remarks {
  const isOpen = status === 'denied' || status === 'disputed'
  return {
    partly: status === 'admitted' ? nothing : admitting(reading, labels, id),
    retracted: retracted(reading, labels, id, cites),
    gaveUp: isOpen ? gaveUp(reading, labels, id) : nothing,
    context: status === 'unchallenged' ? contextOf(reading, labels, id) : nothing,
    setAside: setAside(reading, labels, id),
    ...(isOpen && upheld(reading, labels, id)),
  }
}

export function isEmpty(remarks: Remarks): boolean {
  return Object.values(remarks).every(({ named }) => named.length === 0)
}

/** A narrow concession leaves the rest of what a claim opposes open. */
function gaveUp(reading: Reading, labels: LabelView, id: ClaimId): Counted<ReplacementAccount> {
  const concessions = rebuttalsOf(reading, id).flatMap(
    ({ link }) => givenUpOf(reading, link).get(id) ?? [],
  )
  return counted(
    standingFirst(reading, labels, concessions).map((each) =>
      replacementAccount(reading, id, each),
    ),
  )
}

/** Of each subject that admits the claim, its first admission. */
function admitting(reading: Reading, labels: LabelView, id: ClaimId): Counted<AdmissionAccount> {
  const admissions = admissionsOf(reading, labels, id)
  const first = [...admissions.values()].flatMap(
    (claims) => earliestFirst(reading, claims)[0] ?? [],
  )
  return counted(earliestFirst(reading, first).map((each) => admissionAccount(reading, id, each)))
}

/** Admissions that no longer count (rules, 1.7), unless a cite tells of them. */
function retracted(
  reading: Reading,
  labels: LabelView,
  id: ClaimId,
  cites: readonly CiteAccount[],
): Counted<AdmissionAccount> {
  const told = new Set(
    cites
      .slice(0, quotedMax)
      .map((cite) =>
        cite.as === 'attack' && cite.answer?.kind === 'conceded' ? cite.answer.concession : null,
      ),
  )
  const found = admittingOf(reading, id).filter(
    (s) => labels.isForced(s) && !told.has(s) && !isAdmittedAnew(reading, s, id),
  )
  return counted(earliestFirst(reading, found).map((each) => admissionAccount(reading, id, each)))
}

/** Whether what replaced an admission admits the same. */
function isAdmittedAnew(reading: Reading, admission: ClaimId, id: ClaimId): boolean {
  if (reading.claim(admission)?.withdrawn) return false
  const later = replacementsOf(reading, admission)
  return later.length > 0 && later.every((each) => admits(reading, each, id))
}

function contextOf(reading: Reading, labels: LabelView, id: ClaimId): Counted<ClaimId> {
  const aside = reading.isRuling(id) ? reading.linksOnto(id, 'rebuts').filter(isAside) : []
  const live = [...reading.linksOnto(id, 'qualifies'), ...aside].filter(isLive)
  return counted(
    standingFirst(
      reading,
      labels,
      live.map(({ from }) => from),
    ),
  )
}

/** Rulings for an open claim that are open themselves. None is there without one against it. */
function upheld(reading: Reading, labels: LabelView, id: ClaimId): Pick<Remarks, 'upheld'> {
  const open = reading
    .group(id)
    .filter((each) => each !== id && reading.isRuling(each) && labels.label(each) === 'UNDEC')
  return open.length > 0 ? { upheld: counted(earliestFirst(reading, open)) } : {}
}

function setAside(reading: Reading, labels: LabelView, id: ClaimId): Counted<SetAsideAccount> {
  const group = reading.group(id)
  const found = setAsideOf(reading, labels, id).flatMap(({ ruling, by }) => {
    const [first] = earliestFirst(reading, by)
    const finding = group.includes(ruling) ? ('so' as const) : ('otherwise' as const)
    return first === undefined ? [] : [{ ruling, found: finding, by: first }]
  })
  const order = earliestFirst(
    reading,
    found.map(({ ruling }) => ruling),
  )
  return counted(order.flatMap((ruling) => found.filter((each) => each.ruling === ruling)))
}

function counted<Named>(all: readonly Named[]): Counted<Named> {
  const named = all.slice(0, namedMax)
  return { named, more: all.length - named.length }
}
