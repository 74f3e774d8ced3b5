import { quotedMax } from '../domain/enumerate.ts'
import type { Fit } from '../domain/kinds.ts'
import { fitOf } from './answered-points.ts'
import type { Admission, Attack, Explained, OpenBasis, StepAttack } from './explanation.ts'
import type { Party, Speaker, Speakers } from './told/speakers.ts'
import type { Clauses, Counted, Unresolved } from './language-clauses.ts'
import { naming, namingBySpeaker, type Cites } from './named-cites.ts'
import {
  contextOf,
  gaveUp,
  partlyAdmitted,
  remarksOf,
  retracted,
  setAside,
  upheld,
} from './remark-clauses.ts'

/**
 * The clauses of each sentence: first those that explain the status, then those that say what else
 * the record holds about who confirmed it and what was ruled. Without any, the meaning of the status
 * has to do.
 */
export function clausesOf(explained: Explained, said: Clauses): readonly (readonly string[])[] {
  const partly = partlyAdmitted(explained, said)
  const takenBack = retracted(explained, said)
  const lapsed = [setAside(explained, said)].filter(isSaid)
  const reasons = reasonsOf(explained, said)
  if (explained.status !== 'unchallenged' || reasons.length > 0)
    return [
      reasons,
      ...[partly, remarksOf(explained, said), gaveUp(explained, said), takenBack].filter(isSaid),
      ...lapsed,
    ]

  // That somebody spoke about it is said in place of "no counterpoint is on record".
  const [first = [], ...rest] = [contextOf(explained.context, said), partly, takenBack].filter(
    isSaid,
  )
  const isContested = explained.context.named.some((each) => each.isContested)
  const end = isContested ? said.nobodyContradictsThis : said.nobodyContradicts
  return [concluded(first, end), ...rest, ...lapsed]
}

function isSaid(clauses: readonly string[]): boolean {
  return clauses.length > 0
}

function reasonsOf(explained: Explained, said: Clauses): readonly string[] {
  const { speaker, isRuling, moreCites: more = 0 } = explained
  const and = (counted: Counted) => (count: number) => said.andMore(count, counted)
  switch (explained.status) {
    case 'withdrawn':
      return [said.withdrawn(speaker, explained.withdrawnAt)]
    case 'corrected':
      return naming({ cites: explained.cites, more }, said.replaced, and('statements'))
    case 'ruled_for':
      return naming({ cites: explained.cites, more }, said.foundSo, and('rulings'))
    case 'ruled_against':
      return naming(
        { cites: explained.cites, more },
        (finding) => said.foundOtherwise(finding, isRuling),
        and('rulings'),
      )
    case 'basis_lost':
      return naming({ cites: explained.cites, more }, said.lost, and('reasons'))
    case 'countered':
      return concluded(
        naming({ cites: explained.cites, more }, said.countered, and('answers')),
        said.noAnswer,
      )
    case 'denied':
      return [
        ...upheld(explained, said),
        ...denied({ cites: explained.cites, more }, explained, said),
      ]
    case 'disputed': {
      const hasConceded = (explained.gaveUp?.named.length ?? 0) > 0
      return [
        ...upheld(explained, said),
        ...disputed({ cites: explained.cites, more }, explained, said, hasConceded),
      ]
    }
    case 'admitted':
      return admitted({ cites: explained.cites, more }, explained.all, said)
    case 'answered': {
      const isAlone = explained.cites.length + more === 1
      return naming(
        { cites: explained.cites, more },
        (cite) => said.answered(cite, speaker, isAlone),
        and('answers'),
      )
    }
    case 'unchallenged':
    default:
      return isRuling ? said.contested(explained.contestedBy) : []
  }
}

function denied({ cites, more }: Cites<Attack>, told: Explained, said: Clauses): readonly string[] {
  const { speaker: author } = told
  const clauses = namingBySpeaker(
    { cites, more },
    (attacks) => said.denied(attacks, author),
    (count) => said.andMore(count, 'answers'),
  )
  // A claim without a named speaker cannot be withdrawn.
  const end = author.isUnnamed ? said.unresolved.nothing : said.noWithdrawal(author)
  return concluded(clauses, openIn({ cites, more }, told, said) ?? end)
}

/** What the answers to a denied claim leave open, if that can be said. */
function openIn(
  { cites, more }: Cites<Attack>,
  { openPoints = [], openCount = 0, pointCount = 0, silent = nobody, ...told }: Explained,
  said: Clauses,
): string | undefined {
  // What others say is an answer, too, so the sentence names those who gave none.
  const isByOthers = more > 0 || cites.some(({ party }) => party === null)
  if (isByOthers && openCount > 0 && silent.named.length === 0) return undefined
  const isPart = openCount > 0 && openCount < pointCount
  if (openPoints.length > 0 || isPart) {
    const points = { words: openPoints, count: openCount, of: pointCount }
    return said.noAnswerOn(points, isByOthers ? silent : nobody)
  }
  if (openCount > 0 && isByOthers) return said.noAnswerOnIt(silent)

  const { leftOpen = 'whole', remarks } = told
  const answers = cites.filter(({ party }) => party !== null)
  const [first] = answers
  const isSilent = leftOpen === 'whole' && (remarks?.named.length ?? 0) === 0
  const isOpen = more === 0 && isSilent && answers.every((cite) => isElsewhere(fitOf(cite)))
  const isOfOne = answers.every(({ speaker }) => speaker.id === first?.speaker.id)
  if (isOpen && silent.named.length > 0) return said.noAnswerOnIt(silent)
  if (isOpen && isOfOne && !isByOthers) return said.noAnswerOnIt(first?.party?.subjects ?? nobody)
  return openCount > 0 ? said.noAnswerOnIt(nobody) : undefined
}

function isElsewhere(fit: Fit | null): boolean {
  return fit !== null && fit !== 'meets'
}

function disputed(
  { cites, more }: Cites<Attack | OpenBasis | StepAttack>,
  {
    speaker: author,
    openPoints = [],
    openCount = 0,
    pointCount = 0,
    leftOpen = 'whole',
    silent = nobody,
  }: Explained,
  said: Clauses,
  hasConceded: boolean,
): readonly string[] {
  const attacks = cites.filter((cite) => cite.as === 'attack')
  if (attacks.length === 0) {
    const bases = cites.filter((cite) => cite.as !== 'attack')
    return naming({ cites: bases, more }, said.open, (count) => said.andMore(count, 'reasons'))
  }
  const clauses = concluded(
    namingBySpeaker(
      { cites: attacks, more },
      (group) => said.disputed(group, author),
      (count) => said.andMore(count, 'answers'),
    ),
    // Who conceded a part has given way, if not on all of it.
    said.unresolved[hasConceded ? 'nothing' : unresolved({ cites: attacks, more }, author)],
  )
  // Others dispute it; those whom it is about have still not answered.
  if (silent.named.length === 0) return clauses
  if (leftOpen === 'whole') return [...clauses, said.noAnswerOnIt(silent)]
  const points = { words: openPoints, count: openCount, of: pointCount }
  return openCount > 0 ? [...clauses, said.noAnswerOn(points, silent)] : clauses
}

const nobody: Speakers = { named: [], more: 0 }

function unresolved({ cites, more }: Cites<Attack>, author: Speaker): Unresolved {
  const isOwn = cites.every((attack) => attack.speaker.id === author.id)
  if (cites.every(isOnOtherPoint)) return 'nothing'
  // Attacks that are not listed may come from either side.
  if (cites.some((attack) => attack.isRuling) || (isOwn && more > 0)) return 'nothing'
  if (!isOwn) return 'two sides'
  return cites.length > 1 ? 'several statements' : 'one statement'
}

/** Who answers something else, or is so answered, has nothing to give way on. */
function isOnOtherPoint({ isElsewhere = false, answered }: Attack): boolean {
  return isElsewhere || answered?.touching === 'other_point'
}

function admitted(
  { cites, more }: Cites<Admission>,
  all: Party | null,
  said: Clauses,
): readonly string[] {
  const isBySeveral = all !== null && all.of > 1 && cites.length + more > 1
  if (!isBySeveral)
    return naming({ cites, more }, said.admitted, (count) => said.andMore(count, 'answers'))
  const named = cites.slice(0, quotedMax)
  return [said.admittedByAll({ named, more: cites.length - named.length + more }, all)]
}

/** Without cites, no conclusion is drawn. */
function concluded(clauses: readonly string[], conclusion: string): readonly string[] {
  return clauses.length > 0 ? [...clauses, conclusion] : clauses
}
