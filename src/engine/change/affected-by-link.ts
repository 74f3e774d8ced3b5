import type { ClaimId } from '../../domain/ids.ts'
import { relations } from '../../domain/kinds.ts'
import { affectByClaim } from './affected-by-claim.ts'
import type { Affected } from './affected-items.ts'
import { rebuttalsOf } from '../reading/groups.ts'
import { linksAt, targetClaim } from '../record/links.ts'
import type { RecordLink } from '../record/record.ts'
import { isWording } from '../reading/versions.ts'

/** What the entry, end or return of a link touches besides the link itself. */
export function affectByLink(affected: Affected, link: RecordLink, isLive: boolean): void {
  const target = targetClaim(link)
  switch (link.relation) {
    case 'rebuts':
      if (target === undefined) return
      for (const end of [link.from, target]) {
        affected.addFalling(affected.reading.group(end))
        if (isLive) affected.addGivingUp(end, link)
        else affected.addGiving(end)
      }
      break
    case 'undercuts':
      affected.addParties([link.from])
      if (target !== undefined) affectBySettingAside(affected, link.from, target)
      break
    case 'relies_on':
      if (target !== undefined) affected.addParties(affected.reading.group(target))
      break
    case 'restates':
      affected.addGroup(link.from)
      affected.addParties(affected.reading.group(link.from))
      break
    case 'supersedes':
      if (target !== undefined) affectByReplacement(affected, link, target)
      break
    case 'concedes':
      if (target !== undefined) affected.addConceded(target)
      break
    case 'supports':
    case 'qualifies':
      break
  }
}

/** A ruling is not attacked back by a ruling that it undercuts. */
function affectBySettingAside(affected: Affected, from: ClaimId, target: ClaimId): void {
  const { reading } = affected
  if (!reading.isRuling(from) || !reading.isRuling(target)) return
  const between = rebuttalsOf(reading, from).filter(({ others }) => others.includes(target))
  affected.addLinks(between.map(({ link }) => link))
}

function affectByReplacement(affected: Affected, link: RecordLink, target: ClaimId): void {
  affected.claims.add(target)
  affected.addGivingRivals(target)
  if (!isWording(link)) return
  affectByClaim(affected, target)
  const current = affected.reading.current(target)
  for (const relation of relations) affected.addLinks(linksAt(affected.reading, current, relation))
}
