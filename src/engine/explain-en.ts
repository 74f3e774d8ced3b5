import { statusMeaning } from '../domain/status-labels.ts'
import {
  answered,
  attackedBy,
  contested,
  found,
  lost,
  open,
  replaced,
  unresolved,
} from './english-clauses.ts'
import { nameOf, saying, stating, when } from './english-phrases.ts'
import type { Attack, Explained, OpenBasis, Speaker, StepAttack } from './explanation.ts'
import { naming, namingBySpeaker, type Cites } from './named-cites.ts'

/** How clauses begin that begin with a word of ours; a name keeps its own first letter. */
const ourBeginning =
  /^(?:it relies|the step|another (?:statement|ruling)|other (?:statements|rulings)|a source whose name was removed)/

export function explainInEnglish(explained: Explained): string {
  const clauses = clausesOf(explained)
  if (clauses.length === 0) return statusMeaning(explained.status, 'en')
  const sentence = `${clauses.join('; ')}.`
  return ourBeginning.test(sentence)
    ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
    : sentence
}

function clausesOf(explained: Explained): readonly string[] {
  const { speaker, isRuling, moreCites: more = 0 } = explained
  switch (explained.status) {
    case 'withdrawn':
      return [`${nameOf(speaker)} withdrew this${when(explained.withdrawnAt)}`]
    case 'corrected':
      return naming({ cites: explained.cites, more }, replaced, andMore)
    case 'ruled_for':
      return naming(
        { cites: explained.cites, more },
        (finding) => found(finding, 'found so'),
        andMore,
      )
    case 'ruled_against': {
      const verb = isRuling ? 'set aside or suspended this' : 'found otherwise'
      return naming({ cites: explained.cites, more }, (finding) => found(finding, verb), andMore)
    }
    case 'basis_lost':
      return naming({ cites: explained.cites, more }, lost, andMore)
    case 'countered':
      return concluded(
        naming(
          { cites: explained.cites, more },
          (cite) => `${nameOf(cite.speaker)} countered this${stating(cite)}`,
          andMore,
        ),
        'no answer that stands is on record',
      )
    case 'denied':
      return concluded(
        namingBySpeaker(
          { cites: explained.cites, more },
          (cites) => attackedBy(cites, speaker, 'it'),
          andMore,
        ),
        `no withdrawal by ${nameOf(speaker)} is on record`,
      )
    case 'disputed':
      return disputed({ cites: explained.cites, more }, speaker)
    case 'admitted':
      return naming(
        { cites: explained.cites, more },
        (cite) => `${nameOf(cite.speaker)} confirmed this${when(cite.assertedAt)}${saying(cite)}`,
        andMore,
      )
    case 'answered': {
      const isAlone = explained.cites.length + more === 1
      return naming(
        { cites: explained.cites, more },
        (cite) => answered(cite, speaker, isAlone),
        andMore,
      )
    }
    case 'unchallenged':
    default:
      return isRuling ? contested(explained.contestedBy) : []
  }
}

function disputed(
  { cites, more }: Cites<Attack | OpenBasis | StepAttack>,
  speaker: Speaker,
): readonly string[] {
  const attacks = cites.filter((cite) => cite.as === 'attack')
  if (attacks.length === 0)
    return naming({ cites: cites.filter((cite) => cite.as !== 'attack'), more }, open, andMore)
  return concluded(
    namingBySpeaker(
      { cites: attacks, more },
      (group) => attackedBy(group, speaker, 'this'),
      andMore,
    ),
    unresolved({ cites: attacks, more }, speaker),
  )
}

/** Nothing is concluded from cites that are not there. */
function concluded(clauses: readonly string[], conclusion: string): readonly string[] {
  return clauses.length > 0 ? [...clauses, conclusion] : clauses
}

function andMore(more: number): string {
  return `and ${more} more`
}
