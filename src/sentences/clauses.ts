import type { WorldDate } from '../domain/world-date.ts'
import type {
  Admission,
  AnsweredAttack,
  Attack,
  Explained,
  Finding,
  LostBasis,
  OpenBasis,
  Replacement,
  Speaker,
  Speakers,
  StepAttack,
} from './explanation.ts'
import { naming, namingBySpeaker, type Cites } from './named-cites.ts'

/** The clauses of one language. Which clauses explain a status is the same in every language. */
export interface Clauses {
  readonly withdrawn: (author: Speaker, at: WorldDate | null) => string
  readonly replaced: (cite: Replacement) => string
  readonly foundSo: (finding: Finding) => string
  readonly foundOtherwise: (finding: Finding, isOnRuling: boolean) => string
  readonly lost: (cite: LostBasis | StepAttack) => string
  readonly countered: (cite: Attack) => string
  readonly noAnswer: string
  /** What one speaker says against a denied claim. */
  readonly denied: (attacks: readonly Attack[], author: Speaker) => string
  readonly noWithdrawal: (author: Speaker) => string
  readonly disputed: (attacks: readonly Attack[], author: Speaker) => string
  readonly unresolved: Readonly<Record<Unresolved, string>>
  /** What is open about a claim's basis. */
  readonly open: (cite: OpenBasis | StepAttack) => string
  readonly admitted: (cite: Admission) => string
  readonly answered: (cite: AnsweredAttack, author: Speaker, isAlone: boolean) => string
  readonly contested: (by: Speakers) => readonly string[]
  readonly andMore: (more: number) => string
}

/** Who could give way when attacks settle nothing; `nothing` if that must not be said. */
type Unresolved = 'nothing' | 'two sides' | 'one statement' | 'several statements'

export function clausesOf(explained: Explained, said: Clauses): readonly string[] {
  const { speaker, isRuling, moreCites: more = 0 } = explained
  const { andMore } = said
  switch (explained.status) {
    case 'withdrawn':
      return [said.withdrawn(speaker, explained.withdrawnAt)]
    case 'corrected':
      return naming({ cites: explained.cites, more }, said.replaced, andMore)
    case 'ruled_for':
      return naming({ cites: explained.cites, more }, said.foundSo, andMore)
    case 'ruled_against':
      return naming(
        { cites: explained.cites, more },
        (finding) => said.foundOtherwise(finding, isRuling),
        andMore,
      )
    case 'basis_lost':
      return naming({ cites: explained.cites, more }, said.lost, andMore)
    case 'countered':
      return concluded(
        naming({ cites: explained.cites, more }, said.countered, andMore),
        said.noAnswer,
      )
    case 'denied':
      return concluded(
        namingBySpeaker(
          { cites: explained.cites, more },
          (attacks) => said.denied(attacks, speaker),
          andMore,
        ),
        // A claim without a named speaker cannot be withdrawn.
        speaker.isUnnamed ? said.unresolved.nothing : said.noWithdrawal(speaker),
      )
    case 'disputed':
      return disputed({ cites: explained.cites, more }, speaker, said)
    case 'admitted':
      return naming({ cites: explained.cites, more }, said.admitted, andMore)
    case 'answered': {
      const isAlone = explained.cites.length + more === 1
      return naming(
        { cites: explained.cites, more },
        (cite) => said.answered(cite, speaker, isAlone),
        andMore,
      )
    }
    case 'unchallenged':
    default:
      return isRuling ? said.contested(explained.contestedBy) : []
  }
}

function disputed(
  { cites, more }: Cites<Attack | OpenBasis | StepAttack>,
  author: Speaker,
  said: Clauses,
): readonly string[] {
  const attacks = cites.filter((cite) => cite.as === 'attack')
  if (attacks.length === 0) {
    const bases = cites.filter((cite) => cite.as !== 'attack')
    return naming({ cites: bases, more }, said.open, said.andMore)
  }
  return concluded(
    namingBySpeaker(
      { cites: attacks, more },
      (group) => said.disputed(group, author),
      said.andMore,
    ),
    said.unresolved[unresolved({ cites: attacks, more }, author)],
  )
}

function unresolved({ cites, more }: Cites<Attack>, author: Speaker): Unresolved {
  const isOwn = cites.every((attack) => attack.speaker.id === author.id)
  // Attacks that are not listed may come from either side.
  if (cites.some((attack) => attack.isRuling) || (isOwn && more > 0)) return 'nothing'
  if (!isOwn) return 'two sides'
  return cites.length > 1 ? 'several statements' : 'one statement'
}

/** Without cites, no conclusion is drawn. */
function concluded(clauses: readonly string[], conclusion: string): readonly string[] {
  return clauses.length > 0 ? [...clauses, conclusion] : clauses
}
