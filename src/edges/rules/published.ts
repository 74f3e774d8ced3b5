import { readFileSync } from 'node:fs'
import { DomainError } from '../../domain/errors.ts'
import { rulesVersions, type RulesVersion } from '../../domain/rules.ts'

/** One version of the rules, as published. */
export interface PublishedRules {
  readonly version: RulesVersion
  /** Markdown, in English. */
  readonly text: string
}

/** Read once: the files ship with the code and change only with it. */
export const publishedRules: readonly PublishedRules[] = rulesVersions.map((version) => ({
  version,
  text: readFileSync(fileOf(version), 'utf8'),
}))

/** The same path from src/edges/rules and dist/edges/rules. */
function fileOf(version: RulesVersion): URL {
  return new URL(`../../../docs/rules/${version}.md`, import.meta.url)
}

export function findRules(asked: string | undefined): PublishedRules | undefined {
  return publishedRules.find(({ version }) => String(version) === asked)
}

/** @throws {DomainError} `not-found`, naming the versions that exist */
export function requireRules(asked: string): PublishedRules {
  const rules = findRules(asked)
  if (rules) return rules
  throw new DomainError('not-found', 'There is no such version of the rules.', [], {
    facts: { versions: rulesVersions },
  })
}
