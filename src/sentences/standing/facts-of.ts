import type { Attack, Context, Explained, Finding } from '../explanation.ts'
import type { Speaker, Speakers } from '../told/speakers.ts'
import { nobody, remarkings, type Remarking, type StandingFacts } from './facts.ts'
import { strongestAnswer } from './fit.ts'

/** What a sentence does not tell, and a standing does. */
export interface Beside {
  /** The bodies whose ruling decides the status. */
  readonly bodies: Speakers
  readonly partly: StandingFacts['partly']
  /** What a party says of a claim that nobody contradicts. */
  readonly remark: StandingFacts['answer']
  readonly isRated: boolean
}

/** Where a claim stands, by what its sentence tells. */
export function factsOf(
  explained: Explained,
  { bodies, partly, remark, isRated }: Beside,
): StandingFacts {
  const { status, isRuling, speaker, moreCites = 0 } = explained
  const isUnchallenged = status === 'unchallenged'
  return {
    status,
    isRuling,
    speaker,
    endedAt: endOf(explained),
    by: whoOf(explained, bodies),
    answer: status === 'denied' ? strongestAnswer(explained, moreCites) : remark,
    ...contextIn(explained),
    contestedBy: isUnchallenged && isRuling ? explained.contestedBy : nobody,
    partly,
    retracted: {
      by: speakersOf({ named: explained.retracted?.named ?? [], more: 0 }),
      of: explained.retracted?.named[0]?.party?.of,
    },
    setAsideBy: each(explained.setAside?.named.map(({ by }) => by) ?? []),
    isRated,
    isElsewhere: moreCites === 0 && isOnAnotherPoint(explained),
    asked: null,
  }
}

function contextIn(
  explained: Explained,
): Pick<StandingFacts, 'context' | 'contestedContext' | 'takenBack'> {
  const named = explained.status === 'unchallenged' ? explained.context.named : []
  const held = named.filter(({ since }) => since === null)
  const accepted = held.filter(({ isContested }) => !isContested)
  const as = remarkings.find((each) => accepted.some((one) => remarkingOf(one) === each))
  const alike = accepted.filter((one) => remarkingOf(one) === as)
  return {
    context: { by: speakersOf({ named: alike, more: 0 }), as: as ?? 'context' },
    contestedContext: speakersOf({ named: held.filter(({ isContested }) => isContested), more: 0 }),
    takenBack: speakersOf({ named: named.filter(({ since }) => since !== null), more: 0 }),
  }
}

function remarkingOf({ response = null }: Context): Remarking {
  return response === null || response === 'denies' ? 'context' : response
}

/** Whether every ruling or challenge that decides its status is on another point than it is. */
function isOnAnotherPoint(explained: Explained): boolean {
  if (explained.status !== 'ruled_against' && explained.status !== 'countered') return false
  const cites: readonly (Attack | Finding)[] = explained.cites
  return (
    cites.length > 0 &&
    cites.every(
      ({ isElsewhere = false, answered }) => isElsewhere || answered?.touching === 'other_point',
    )
  )
}

function endOf(explained: Explained): StandingFacts['endedAt'] {
  if (explained.status === 'withdrawn') return explained.withdrawnAt
  return explained.status === 'corrected' ? (explained.cites[0]?.assertedAt ?? null) : null
}

function whoOf(explained: Explained, bodies: Speakers): Speakers {
  switch (explained.status) {
    case 'ruled_for':
    case 'ruled_against':
      return bodies
    case 'countered':
      return speakersOf({ named: explained.cites, more: 0 })
    case 'admitted':
      return explained.all?.subjects ?? speakersOf({ named: explained.cites, more: 0 })
    case 'withdrawn':
    case 'corrected':
    case 'basis_lost':
    case 'denied':
    case 'disputed':
    case 'answered':
    case 'unchallenged':
    default:
      return nobody
  }
}

/** Who speaks some claims, each once. Of those that are only counted, nobody knows who speaks. */
function speakersOf({
  named,
}: {
  readonly named: readonly { readonly speaker: Speaker }[]
  readonly more: number
}): Speakers {
  return each(named.map(({ speaker }) => speaker))
}

function each(speakers: readonly Speaker[]): Speakers {
  return { named: [...new Map(speakers.map((one) => [one.id, one])).values()], more: 0 }
}
