import { statusMeaning } from '../domain/status-labels.ts'
import type { Attack, Explained, OpenBasis, Speaker, StepAttack } from './explanation.ts'
import {
  answered,
  attackedBy,
  contested,
  found,
  lost,
  open,
  replaced,
  unresolved,
} from './korean-clauses.ts'
import { bySaying, dated, joined, nameOf, subject } from './korean-phrases.ts'
import { naming, namingBySpeaker, type Cites } from './named-cites.ts'

export function explainInKorean(explained: Explained): string {
  const clauses = clausesOf(explained)
  return clauses.length > 0 ? `${joined(clauses, '으며,')}.` : statusMeaning(explained.status, 'ko')
}

function clausesOf(explained: Explained): readonly string[] {
  const { speaker, isRuling, moreCites: more = 0 } = explained
  switch (explained.status) {
    case 'withdrawn':
      return [`${subject(speaker)} ${dated(explained.withdrawnAt)}이를 철회했습니다`]
    case 'corrected':
      return naming({ cites: explained.cites, more }, replaced, andMore)
    case 'ruled_for':
      return naming(
        { cites: explained.cites, more },
        (finding) => found(finding, '이를 인정했습니다'),
        andMore,
      )
    case 'ruled_against': {
      const verb = isRuling ? '이를 취소하거나 정지했습니다' : '이와 다른 결론을 냈습니다'
      return naming({ cites: explained.cites, more }, (finding) => found(finding, verb), andMore)
    }
    case 'basis_lost':
      return naming({ cites: explained.cites, more }, lost, andMore)
    case 'countered':
      return concluded(
        naming(
          { cites: explained.cites, more },
          (cite) =>
            `${subject(cite.speaker)} ${dated(cite.assertedAt)}${bySaying(cite)}반론을 제기했습니다`,
          andMore,
        ),
        '유효한 재반박은 기록에 없습니다',
      )
    case 'denied':
      return concluded(
        namingBySpeaker(
          { cites: explained.cites, more },
          (cites) => attackedBy(cites, speaker),
          andMore,
        ),
        `${nameOf(speaker)}의 철회 기록은 없습니다`,
      )
    case 'disputed':
      return disputed({ cites: explained.cites, more }, speaker)
    case 'admitted':
      return naming(
        { cites: explained.cites, more },
        (cite) =>
          `당사자인 ${subject(cite.speaker)} ${dated(cite.assertedAt)}${bySaying(cite)}이를 인정했습니다`,
        andMore,
      )
    case 'answered':
      return naming({ cites: explained.cites, more }, (cite) => answered(cite, speaker), andMore)
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
    namingBySpeaker({ cites: attacks, more }, (group) => attackedBy(group, speaker), andMore),
    unresolved({ cites: attacks, more }, speaker),
  )
}

/** Nothing is concluded from cites that are not there. */
function concluded(clauses: readonly string[], conclusion: string): readonly string[] {
  return clauses.length > 0 ? [...clauses, conclusion] : clauses
}

function andMore(more: number): string {
  return `그 밖에 ${more}건이 더 있습니다`
}
