import { rulesVersion } from './status.ts'

/** The published versions of the status rules, oldest first. */
export const rulesVersions = [1, 2] as const
export type RulesVersion = (typeof rulesVersions)[number]

/** Path of the page of one version. */
export function rulesPath(version: number): string {
  return `/rules/${version}`
}

/** The rules that compute statuses now: stated wherever a status is explained. */
export const rulesInForce = { rulesVersion, rules: rulesPath(rulesVersion) }
