import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rulesVersions } from '../../src/domain/rules.ts'
import { explain } from '../../src/sentences/explain.ts'
import { templates } from './rules-templates.ts'

it('says in the newest rules which sentences are written, word for word', () => {
  const newest = Math.max(...rulesVersions)
  const rules = readFileSync(new URL(`../../docs/rules/${newest}.md`, import.meta.url), 'utf8')
  const [, table = ''] = /\| status \| sentence \|\n\|[ -|]+\n((?:\|.*\n)+)/.exec(rules) ?? []
  const published = [...table.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, status, sentence]) => [
    status,
    sentence,
  ])

  const written = templates.map(([status, told]) => {
    return [status, explain(told, 'en').replaceAll('3 December 2025', '{date}')]
  })

  expect(published).toEqual(written)
})
