import type {
  Attack,
  Context,
  Explained,
  LostBasis,
  OpenBasis,
  QuotedClaim,
  Replacement,
  Some,
  Standing,
  StepAttack,
} from './explanation.ts'

/**
 * The same without quotations, for places that show the words beside the sentence: they list the
 * answers, and in a line of their own the points that are left open.
 */
export function brief(told: Explained): Explained {
  return {
    ...told,
    ...briefStanding(told),
    openPoints: [],
    ...(told.partly && { partly: each(told.partly, unquoted) }),
    ...(told.retracted && { retracted: each(told.retracted, unquoted) }),
    ...(told.remarks && { remarks: each(told.remarks, counted) }),
    ...(told.upheld && { upheld: each(told.upheld, unquoted) }),
    ...(told.gaveUp && { gaveUp: each(told.gaveUp, replacement) }),
  }
}

function briefStanding(told: Standing): Standing {
  switch (told.status) {
    case 'withdrawn':
      return told
    case 'corrected':
      return { ...told, cites: told.cites.map(replacement) }
    case 'ruled_against':
    case 'ruled_for':
      return { ...told, cites: told.cites.map(unquoted) }
    case 'basis_lost':
      return { ...told, cites: told.cites.map(basis) }
    case 'countered':
    case 'denied':
      return { ...told, cites: joined(told.cites).map(counted) }
    case 'disputed':
      return {
        ...told,
        cites: joined(told.cites).map((cite) =>
          cite.as === 'attack' ? counted(cite) : basis(cite),
        ),
      }
    case 'admitted':
      return { ...told, cites: told.cites.map(unquoted) }
    case 'answered':
      return { ...told, cites: told.cites.map(counted) }
    case 'unchallenged':
      return { ...told, context: each(told.context, counted) }
  }
  return told satisfies never
}

function each<Named>({ named, more }: Some<Named>, say: (one: Named) => Named): Some<Named> {
  return { named: named.map(say), more }
}

function unquoted<Claim extends QuotedClaim>(claim: Claim): Claim {
  return { ...claim, words: null, translated: null }
}

/** One answer for consecutive ones of a speaker that meet some points each, on the same day. */
function joined<Cite extends Attack | OpenBasis | StepAttack>(
  cites: readonly Cite[],
): readonly Cite[] {
  const all: Cite[] = []
  for (const cite of cites) {
    const last = all.at(-1)
    if (last?.as === 'attack' && cite.as === 'attack' && isAlike(last, cite))
      all[all.length - 1] = {
        ...last,
        metIds: [...new Set([...(last.metIds ?? []), ...(cite.metIds ?? [])])],
      }
    else all.push(cite)
  }
  return all
}

function isAlike(one: Attack, other: Attack): boolean {
  return (
    one.fit === 'partly' &&
    other.fit === 'partly' &&
    one.relation === other.relation &&
    one.speaker.id === other.speaker.id &&
    one.assertedAt === other.assertedAt &&
    !one.isRuling &&
    !other.isRuling
  )
}

/** Says how many points it meets, in place of which. */
function counted<Answer extends Attack | Context>(answer: Answer): Answer {
  return { ...unquoted(answer), met: [] }
}

function basis<Cite extends LostBasis | OpenBasis | StepAttack>(cite: Cite): Cite {
  return cite.as === 'step' ? { ...unquoted(cite), basis: unquoted(cite.basis) } : unquoted(cite)
}

function replacement(cite: Replacement): Replacement {
  const told = unquoted(cite)
  if (told.relation === 'supersedes' || told.accepted === null) return told
  return { ...told, accepted: unquoted(told.accepted) }
}
