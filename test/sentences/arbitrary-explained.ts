import * as fc from '../support/fast-check.ts'
import { aspects } from '../../src/domain/kinds.ts'
import type {
  Admission,
  Attack,
  Explained,
  QuotedClaim,
  Replacement,
} from '../../src/sentences/explanation.ts'
import type { Party, Speaker } from '../../src/sentences/told/speakers.ts'
import type { ChallengeOutcome, ClaimOutcome } from '../../src/sentences/told/outcome.ts'

/** Anything that a sentence may have to tell. */

const name = fc.constantFrom('할덴', 'Nord', '오스트', 'Reuters', 'FTC', 'MIT')
const named: fc.Arbitrary<Speaker> = name.map((name) => ({ id: name, name }))
const nobody: Speaker = { id: 'nobody-1', name: null, isUnnamed: true }
const removed: Speaker = { id: 'removed', name: null }
const speaker: fc.Arbitrary<Speaker> = fc.oneof(
  { weight: 4, arbitrary: named },
  fc.constantFrom(nobody, removed),
)
const date = fc.constantFrom(null, '2025', '2025-12', '2025-12-03', '2014/2015')
const since = fc.constantFrom(null, 'withdrawn' as const, 'corrected' as const)
const words = fc.constantFrom(null, '목표를 낮췄다', 'We took part', 'The sum is 25%', '“그렇다”')

const claim: fc.Arbitrary<QuotedClaim> = fc.record({
  speaker,
  words,
  translated: fc.constantFrom(null, { from: 'fr', by: 'human' as const }),
  assertedAt: date,
  wasReworded: fc.boolean(),
  isRuling: fc.boolean(),
})

const party: fc.Arbitrary<Party> = fc.record({
  subjects: fc.record({
    named: fc.uniqueArray(named, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
    more: fc.nat(2),
  }),
  isSpeakerOne: fc.boolean(),
  of: fc.nat(8),
  kind: fc.constantFrom('companies', 'people', 'parties'),
  isBesideOwn: fc.boolean(),
})

const point = fc.record({
  text: fc.constantFrom('some units', '하향 조정했다'),
  isMachine: fc.boolean(),
})
/** Points by ids and, unless they were removed, in words. */
function points({ minLength }: { readonly minLength: number }) {
  return fc
    .tuple(fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength }), fc.boolean(), point)
    .map(([metIds, isRemoved, words]) => ({
      met: isRemoved ? [] : metIds.map(() => words),
      metIds,
    }))
}
/** What is known of the answer of a party, besides its aspect. */
const touched = fc.oneof(
  fc.constant({}),
  fc.constantFrom({ fit: null }, { fit: 'other_point' as const }),
  fc
    .constantFrom('meets' as const, 'partly' as const)
    .chain((fit) => points({ minLength: 1 }).map((met) => ({ fit, ...met }))),
)

/** How the explained claim answers, if it is that which does. */
const answering = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constant({ isElsewhere: true }),
  fc
    .record({
      touching: fc.constantFrom('meets' as const, 'partly' as const, 'other_point' as const),
      aspect: fc.constantFrom(null, 'scope' as const),
      isItself: fc.boolean(),
    })
    .map((answered) => ({ answered })),
)

/** If the speaker is one of the subjects, it is the first of them. */
const attack: fc.Arbitrary<Attack> = fc
  .tuple(
    claim,
    fc.option(party),
    fc.constantFrom('rebuts', 'undercuts'),
    fc.constantFrom(...aspects),
  )
  .chain(([claim, party, relation, aspect]) =>
    fc
      .tuple(fc.constantFrom(null, party && aspect), touched, answering)
      .map(([otherPoint, touched, answering]) => ({
        ...claim,
        ...(party && touched),
        ...answering,
        speaker: speaking(claim, party),
        as: 'attack' as const,
        relation,
        party,
        otherPoint,
      })),
  )

const admission: fc.Arbitrary<Admission> = fc
  .tuple(claim, party)
  .map(([claim, party]) => ({ ...claim, speaker: speaking(claim, party), party }))

/** Every subject. */
function allOf(party: Party): Party {
  const { named, more } = party.subjects
  return { ...party, isSpeakerOne: false, of: named.length + more }
}

function speaking({ speaker }: QuotedClaim, party: Party | null): Speaker {
  const [first = speaker] = party?.isSpeakerOne ? party.subjects.named : []
  return party && first.isUnnamed ? removed : first
}

const speakers = fc.record({ named: fc.array(named, { maxLength: 3 }), more: fc.nat(2) })
const done = { by: named, at: date }
const outcome: fc.Arbitrary<ClaimOutcome> = fc.oneof(
  fc.record({ kind: fc.constantFrom('withdrawn' as const, 'corrected' as const), ...done }),
  fc.record({ kind: fc.constant('given_up' as const), ...done, since }),
  fc.record({
    kind: fc.constantFrom('ruled_against' as const, 'countered' as const),
    by: speakers,
  }),
  fc.record({ kind: fc.constant('set_aside' as const), by: speakers, at: date }),
  fc.constantFrom({ kind: 'basis_lost' as const }, { kind: 'fallen' as const }),
)
const side = fc.constantFrom('challenger' as const, 'author' as const)
const challengeOutcome: fc.Arbitrary<ChallengeOutcome> = fc.oneof(
  outcome,
  fc.record({ kind: fc.constant('dropped' as const), ...done, side }),
  fc.record({
    kind: fc.constant('conceded' as const),
    ...done,
    side,
    as: fc.constantFrom('concedes', 'restates'),
    isThis: fc.boolean(),
    since,
  }),
  fc.record({ kind: fc.constant('not_addressed' as const), by: speakers }),
)

const replacement: fc.Arbitrary<Replacement> = fc.oneof(
  fc
    .tuple(claim, fc.boolean())
    .map(([claim, isReworded]) => ({ ...claim, relation: 'supersedes' as const, isReworded })),
  fc
    .tuple(
      claim,
      fc.record({
        relation: fc.constantFrom('concedes' as const, 'restates' as const),
        accepted: fc.option(claim),
        since,
      }),
    )
    .map(([claim, more]) => ({ ...claim, ...more })),
)

const finding = fc
  .tuple(claim, answering)
  .map(([claim, answering]) => ({ ...claim, ...answering, reference: 'Report' }))
const basis = fc.tuple(claim, outcome).map(([claim, outcome]) => ({
  ...claim,
  as: 'basis' as const,
  outcome,
}))
const openBasis = claim.map((claim) => ({
  ...claim,
  as: 'basis' as const,
  status: 'denied' as const,
}))
const step = fc
  .tuple(claim, claim)
  .map(([claim, basis]) => ({ ...claim, as: 'step' as const, basis }))
const answered = fc
  .tuple(attack, challengeOutcome)
  .map(([attack, outcome]) => ({ ...attack, outcome }))
const retracted = fc
  .tuple(admission, outcome)
  .map(([admission, outcome]) => ({ ...admission, outcome }))
const remark = fc
  .tuple(
    fc.constantFrom(null, 'elsewhere' as const, 'confirms' as const, 'neither' as const),
    points({ minLength: 0 }),
    fc.boolean(),
  )
  .map(([response, met, hasPoints]) => ({
    response,
    ...met,
    namesNoPoint: hasPoints && met.metIds.length === 0,
  }))
const context = fc
  .tuple(claim, since, remark)
  .map(([claim, since, remark]) => ({ ...claim, since, ...remark }))
const remarkByParty = fc
  .tuple(context, fc.option(party))
  .map(([context, party]) => ({ ...context, words: null, party }))
const setAside = fc.record({
  body: named,
  found: fc.constantFrom('so' as const, 'otherwise' as const),
  by: named,
  at: date,
  isByThis: fc.boolean(),
})

function cites<Cite>(cite: fc.Arbitrary<Cite>): fc.Arbitrary<readonly Cite[]> {
  return fc.array(cite, { minLength: 1, maxLength: 3 })
}

function some<Named>(each: fc.Arbitrary<Named>) {
  return fc.record({ named: fc.array(each, { maxLength: 3 }), more: fc.constant(0) })
}

const standing = fc.oneof(
  fc.record({ status: fc.constant('withdrawn' as const), withdrawnAt: date }),
  fc.record({ status: fc.constant('corrected' as const), cites: cites(replacement) }),
  fc.record({
    status: fc.constantFrom('ruled_against' as const, 'ruled_for' as const),
    cites: cites(finding),
  }),
  fc.record({ status: fc.constant('basis_lost' as const), cites: cites(fc.oneof(basis, step)) }),
  fc.record({
    status: fc.constantFrom('countered' as const, 'denied' as const),
    cites: cites(attack),
  }),
  fc.record({
    status: fc.constant('disputed' as const),
    cites: fc.oneof(cites(attack), cites(fc.oneof(openBasis, step))),
  }),
  fc.record({
    status: fc.constant('admitted' as const),
    cites: cites(admission),
    all: party.map(allOf),
  }),
  fc.record({ status: fc.constant('answered' as const), cites: cites(answered) }),
  fc.record({
    status: fc.constant('unchallenged' as const),
    contestedBy: speakers,
    context: some(context),
  }),
)

/** What answers leave open, of points whose words may be gone. */
const open = fc
  .tuple(fc.nat(2), fc.nat(2), fc.boolean(), point)
  .map(([openCount, met, isRemoved, words]) => ({
    openPoints: isRemoved ? [] : Array.from({ length: openCount }, () => words),
    openCount,
    pointCount: openCount + met,
    leftOpen: met === 0 ? ('whole' as const) : ('part' as const),
  }))

export const explained: fc.Arbitrary<Explained> = fc
  .tuple(
    standing,
    fc.record({
      speaker,
      isRuling: fc.boolean(),
      moreCites: fc.nat(3),
      open,
      silent: fc.record({ named: fc.array(named, { maxLength: 2 }), more: fc.constant(0) }),
      partly: some(admission),
      retracted: some(retracted),
      setAside: some(setAside),
      upheld: some(finding),
      remarks: some(remarkByParty),
      gaveUp: some(replacement.filter(({ relation }) => relation !== 'supersedes')),
    }),
  )
  .map(([standing, { open, ...rest }]) => ({ ...standing, ...open, ...rest }))
