import { z } from 'zod'
import { claimKinds, relations } from '../../src/domain/kinds.ts'
import type { PlainClaim, PlainLink, PlainRecord, PlainSource } from './record.ts'

const Relation = z.enum(relations)

/**
 * A record in the notation of rules/2.md §4: claims as `R(Info→MS)`, `J(ruling, Court→MS+Info)`,
 * `D(MS, withdrawn, @3)`, where no arrow is no `about`, and `@3` the time (`@?` where nobody knows
 * it), else the place in the list; links as `1: D rebuts R; 2: N undercuts link 1 (ended)` or
 * `3: E supersedes D (wording)`.
 */
export function noted(
  claims: string,
  links = '',
  sources: readonly PlainSource[] = [],
): PlainRecord {
  return {
    sources,
    claims: [...claims.matchAll(/(\S+?)\(([^)]*)\)/g)].map(([, id = '', words = ''], index) =>
      notedClaim(id, words.split(', '), index),
    ),
    links: links
      .split('; ')
      .filter((link) => link !== '')
      .map(notedLink),
  }
}

function notedClaim(id: string, words: readonly string[], index: number): PlainClaim {
  const claim: PlainClaim = {
    id,
    kind: 'fact',
    speaker: '',
    about: [],
    at: index,
    withdrawn: words.includes('withdrawn'),
    voided: words.includes('voided'),
  }
  for (const word of words) {
    const kind = claimKinds.find((kind) => kind === word)
    const [speaker = '', about] = word.split('→')
    if (kind) claim.kind = kind
    else if (word.startsWith('@')) claim.at = word === '@?' ? null : Number(word.slice(1))
    else if (word !== 'withdrawn' && word !== 'voided') {
      // A question mark is a speaker who is not named.
      claim.speaker = speaker === '?' ? null : speaker
      claim.about = about?.split('+') ?? []
    }
  }
  return claim
}

function notedLink(text: string): PlainLink {
  const [, id = '', from = '', relation, link, to = '', over] =
    /^(\S+): (\S+) (\S+) (link )?(\S+)(?: \((ended|voided|wording)\))?$/.exec(text) ?? []
  return {
    id,
    relation: Relation.parse(relation),
    from,
    to: link === undefined ? { claim: to } : { link: to },
    ended: over === 'ended',
    voided: over === 'voided',
    ...(over === 'wording' && { change: over }),
  }
}
