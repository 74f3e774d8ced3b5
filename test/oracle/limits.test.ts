import { expect, test } from 'vitest'
import { noted } from './notation.ts'
import { recompute } from './recompute.ts'

/**
 * What `docs/decisions/0022-limits-of-rules-version-1.md` says about the rules as written. A change
 * here changes the rules and needs a new version.
 */
test.each([
  [
    'a rival that still denies cannot topple what it denies',
    'R(Info→x) D(Rival→y) U(Rival→doc)',
    '1: D rebuts R; 2: U undercuts R',
    { R: 'disputed [D, U]' },
  ],
  [
    'a rival that dropped its denial can',
    'R(Info→x) D(Rival→y) U(Rival→doc)',
    '1: D rebuts R (ended); 2: U undercuts R',
    { R: 'countered [U]' },
  ],
  [
    'a rival of a restatement can, though its denial reaches the claim',
    'R(Info→x) B(Bloom→x) D(Rival→y) U(Rival→doc)',
    '1: B restates R; 2: D rebuts B; 3: U undercuts R',
    { R: 'countered [U]', B: 'disputed [D]' },
  ],
  [
    'a claim that once denied what it restates is cited for itself',
    'A(a→x) B(b→x)',
    '1: A rebuts B (ended); 2: A restates B',
    { A: 'answered [A, B]', B: 'answered [A, B]' },
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
