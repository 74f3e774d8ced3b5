import type { PlainRecord } from './record.ts'
import { goldenCases } from './rules/golden-cases.ts'

/** The seed story, the last of the golden cases; its dates are instants. */
export function goldenSeed(): PlainRecord {
  const seed = goldenCases.find(({ name }) => name.startsWith('SEED'))
  if (!seed) throw new Error('The golden cases have no seed story.')
  const isLink = new Set(seed.links.map(({ id }) => id))
  return {
    sources: [],
    claims: seed.claims.map(({ id, kind, speaker, about, at, withdrawn, voided }) => {
      return { id, kind, speaker, about, at: at.first, withdrawn: withdrawn !== null, voided }
    }),
    links: seed.links.map(({ id, rel, from, to, change, ended, voided }) => ({
      id,
      relation: rel,
      from,
      to: isLink.has(to) ? { link: to } : { claim: to },
      change,
      ended: ended !== null,
      voided,
    })),
  }
}
