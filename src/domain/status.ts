/** Labels of the grounded labelling (Dung 1995) and the statuses that readers see. */

export const labels = ['IN', 'OUT', 'UNDEC'] as const
export type Label = (typeof labels)[number]

export const statuses = [
  'withdrawn',
  'corrected',
  'ruled_against',
  'ruled_for',
  'basis_lost',
  'countered',
  'denied',
  'disputed',
  'admitted',
  'answered',
  'unchallenged',
] as const
export type Status = (typeof statuses)[number]

export const statusGroups = ['stands', 'untested', 'open', 'does_not_stand', 'closed'] as const
export type StatusGroup = (typeof statusGroups)[number]

/** The coarse group of each status, for colours and filters. */
export const groupOf: Readonly<Record<Status, StatusGroup>> = {
  withdrawn: 'closed',
  corrected: 'closed',
  ruled_against: 'does_not_stand',
  basis_lost: 'does_not_stand',
  countered: 'does_not_stand',
  denied: 'open',
  disputed: 'open',
  ruled_for: 'stands',
  admitted: 'stands',
  answered: 'stands',
  unchallenged: 'untested',
}

/** The version of the status rules that computed a status; stored with it. */
export const rulesVersion = 2
