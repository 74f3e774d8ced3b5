import { expect, test } from 'vitest'
import { noted } from './notation.ts'
import { recompute } from './recompute.ts'

/**
 * What `docs/decisions/0022-limits-of-rules-version-1.md` regretted of version 1, as version 2 has
 * it. A change here changes the rules and needs a new version.
 */
test.each([
  [
    'a rival that still denies cannot topple what it denies',
    'R(Info→x) D(Rival→y) U(Rival→doc)',
    '1: D rebuts R; 2: U undercuts R',
    { R: 'disputed [D, U]' },
  ],
  [
    'nor can a rival that dropped its denial',
    'R(Info→x) D(Rival→y) U(Rival→doc)',
    '1: D rebuts R (ended); 2: U undercuts R',
    { R: 'disputed [U]' },
  ],
  [
    'nor can a rival of a restatement, whose denial reaches the claim',
    'R(Info→x) B(Bloom→x) D(Rival→y) U(Rival→doc)',
    '1: B restates R; 2: D rebuts B; 3: U undercuts R',
    { R: 'disputed [D, U]', B: 'disputed [D]' },
  ],
  [
    'a claim that once denied what it restates is no challenge to either',
    'A(a→x) B(b→x)',
    '1: A rebuts B (ended); 2: A restates B',
    { A: 'unchallenged []', B: 'unchallenged []' },
  ],
])('%s', (_, claims, links, expected) => {
  expect(said(claims, links)).toMatchObject(expected)
})

function said(claims: string, links: string): Record<string, string> {
  const { claims: judged } = recompute(noted(claims, links))
  return Object.fromEntries(
    [...judged].map(([id, { status, cites }]) => [id, `${status} [${cites.join(', ')}]`]),
  )
}
