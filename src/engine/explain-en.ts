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
import { naming, namingBySpeaker } from './named-cites.ts'

/** How clauses begin that begin with a word of ours; a name keeps its own first letter. */
const ourBeginning = /^(?:it relies|the step|another statement)/

export function explainInEnglish(explained: Explained): string {
  const clauses = clausesOf(explained)
  if (clauses.length === 0) return statusMeaning(explained.status, 'en')
  const sentence = `${clauses.join('; ')}.`
  return ourBeginning.test(sentence)
    ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
    : sentence
}

function clausesOf(explained: Explained): readonly string[] {
  const { speaker, isRuling } = explained
  switch (explained.status) {
    case 'withdrawn':
      return [`${nameOf(speaker)} withdrew this${when(explained.withdrawnAt)}`]
    case 'corrected':
      return naming(explained.cites, replaced, andMore)
    case 'ruled_for':
      return naming(explained.cites, (finding) => found(finding, 'found so'), andMore)
    case 'ruled_against': {
      const verb = isRuling ? 'set aside or suspended this' : 'found otherwise'
      return naming(explained.cites, (finding) => found(finding, verb), andMore)
    }
    case 'basis_lost':
      return naming(explained.cites, lost, andMore)
    case 'countered':
      return concluded(
        naming(
          explained.cites,
          (cite) => `${nameOf(cite.speaker)} countered this${stating(cite)}`,
          andMore,
        ),
        'no answer that stands is on record',
      )
    case 'denied':
      return concluded(
        namingBySpeaker(explained.cites, (cites) => attackedBy(cites, speaker, 'it'), andMore),
        `no withdrawal by ${nameOf(speaker)} is on record`,
      )
    case 'disputed':
      return disputed(explained.cites, speaker)
    case 'admitted':
      return naming(
        explained.cites,
        (cite) => `${nameOf(cite.speaker)} confirmed this${when(cite.assertedAt)}${saying(cite)}`,
        andMore,
      )
    case 'answered': {
      const isAlone = explained.cites.length === 1
      return naming(explained.cites, (cite) => answered(cite, speaker, isAlone), andMore)
    }
    case 'unchallenged':
    default:
      return isRuling ? contested(explained.contestedBy) : []
  }
}

function disputed(
  cites: readonly (Attack | OpenBasis | StepAttack)[],
  speaker: Speaker,
): readonly string[] {
  const attacks = cites.filter((cite) => cite.as === 'attack')
  if (attacks.length === 0)
    return naming(
      cites.filter((cite) => cite.as !== 'attack'),
      open,
      andMore,
    )
  return concluded(
    namingBySpeaker(attacks, (group) => attackedBy(group, speaker, 'this'), andMore),
    unresolved(attacks, speaker),
  )
}

/** Nothing is concluded from cites that are not there. */
function concluded(clauses: readonly string[], conclusion: string): readonly string[] {
  return clauses.length > 0 ? [...clauses, conclusion] : clauses
}

function andMore(more: number): string {
  return `and ${more} more`
}
