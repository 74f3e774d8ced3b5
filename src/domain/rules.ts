import { rulesVersion } from './status.ts'

/** The published versions of the status rules, oldest first. */
export const rulesVersions = [1, 2] as const
export type RulesVersion = (typeof rulesVersions)[number]

/** Path of the page of one version. */
export function rulesPath(version: number): string {
  return `/rules/${version}`
}

/** A version of the rules as it is stated wherever a status is explained. */
export function statedRules(version: number) {
  return { rulesVersion: version, rules: rulesPath(version) }
}

/** The rules that compute statuses now. */
export const rulesInForce = statedRules(rulesVersion)
