import type { Random } from '../../test/oracle/random.ts'
import type { ClaimKind, Relation, SourceKind } from '../../src/domain/kinds.ts'
import { StoryLines, type Voice } from './story-lines.ts'
import type { Party } from './sources.ts'

/** The participants of stories. */
export interface Cast {
  readonly pick: (kind: SourceKind) => Party
  /** The spokesperson of a company. */
  readonly spokesOf: (company: Party) => Party
}

/** One in this many stories is about a claim that very many people answer. */
const hubEvery = 40

/**
 * A story of realistic shape: a report, restatements, denials, opinions, replies to replies, and
 * occasionally a ruling, a correction, a concession, a withdrawal or an entry error.
 */
export function storyLines(random: Random, cast: Cast, number: number): readonly object[] {
  const subject = cast.pick('company')
  const story = new StoryLines(random, subject, number)
  const outlet = cast.pick('outlet')
  const report = story.claim(outlet, 'report', random.chance(0.3) ? 'figure' : 'fact')
  if (random.chance(0.5)) story.relay(report, cast.pick('outlet'))

  const restatements = times(random.below(4), () => {
    const other = story.claim(cast.pick('outlet'), 'report', report.kind, 2)
    story.link('restates', other, report)
    return other
  })
  if (random.chance(0.75)) denials(story, random, cast, { subject, report, outlet })
  times(random.below(6), () => opinion(story, random, cast, random.pick([report, ...restatements])))
  if (random.chance(0.3)) followUp(story, cast, report)
  if (random.chance(0.1)) rating(story, random, cast, report)
  if (random.chance(0.04)) {
    const ruling = story.claim(cast.pick('body'), 'ruling', 'ruling', 200)
    story.link(random.chance(0.5) ? 'rebuts' : 'undercuts', ruling, report, { aspect: 'existence' })
  }
  if (random.chance(0.05)) {
    const correction = story.claim(outlet, 'report', report.kind, 30)
    story.link('supersedes', correction, report)
  }
  if (number % hubEvery === 0) hub(story, random, cast, report)
  if (random.chance(0.03)) story.withdraw(report)
  return story.whole()
}

interface Reported {
  readonly subject: Party
  readonly report: Voice
  readonly outlet: Party
}

function denials(
  story: StoryLines,
  random: Random,
  cast: Cast,
  { subject, report, outlet }: Reported,
): void {
  const denial = story.claim(subject, 'denial', 'fact', 3)
  const link = story.link('rebuts', denial, report, { aspect: 'existence' })
  if (random.chance(0.3)) {
    const spoken = story.claim(cast.spokesOf(subject), 'denial', 'fact', 4)
    story.link('rebuts', spoken, report, { aspect: 'scope' })
  }
  // Replies to replies: each answers the previous one.
  let answered = denial
  for (let depth = 0; depth < 4 && random.chance(0.5); depth++) {
    const speaker = depth % 2 === 0 ? outlet : subject
    const reply = story.claim(speaker, 'reply', 'fact', 5 + depth)
    story.link(random.chance(0.5) ? 'rebuts' : 'undercuts', reply, answered, {
      aspect: random.pick(['scope', 'timing', 'quantity']),
    })
    answered = reply
  }
  if (random.chance(0.2)) {
    const remark = story.claim(cast.pick('analyst'), 'remark', 'fact', 6)
    story.linkOnto(remark, link)
  }
  if (random.chance(0.06)) {
    const admission = story.claim(subject, 'remark', 'fact', 90)
    story.concede(admission, report)
  } else if (random.chance(0.03)) story.end(link)
}

function opinion(story: StoryLines, random: Random, cast: Cast, onto: Voice): void {
  const relation = random.weighted<Relation>(['qualifies', 'undercuts', 'supports', 'relies_on'], {
    ...none,
    qualifies: 5,
    undercuts: 2,
    supports: 2,
    relies_on: 3,
  })
  const speaker = cast.pick(random.chance(0.6) ? 'analyst' : 'group')
  const said = story.claim(speaker, 'opinion', 'opinion', 2 + random.below(9))
  story.link(relation, said, onto, relation === 'qualifies' ? { arguendo: random.chance(0.3) } : {})
  if (!random.chance(0.25)) return
  const answer = story.claim(cast.pick('analyst'), 'opinion', 'opinion', 12)
  if (answer.speaker !== said.speaker) story.link('rebuts', answer, said)
}

/** Something that relies on the report, so that it falls with it. */
function followUp(story: StoryLines, cast: Cast, report: Voice): void {
  const shares = story.claim(cast.pick('outlet'), 'figure', 'figure', 4)
  story.link('relies_on', shares, report)
  const remark = story.claim(cast.pick('analyst'), 'remark', 'fact', 5)
  story.link('undercuts', remark, shares)
}

function rating(story: StoryLines, random: Random, cast: Cast, report: Voice): void {
  const checker = cast.pick('fact_checker')
  const rated = story.claim(
    checker,
    'reply',
    'fact',
    20,
    random.pick(['Mostly false', '절반의 사실']),
  )
  story.link(random.chance(0.6) ? 'rebuts' : 'supports', rated, report)
}

function hub(story: StoryLines, random: Random, cast: Cast, report: Voice): void {
  times(60 + random.below(140), () => {
    const kind: ClaimKind = random.chance(0.5) ? 'opinion' : 'fact'
    const speaker = cast.pick(random.pick(['analyst', 'group', 'outlet', 'person']))
    const said = story.claim(
      speaker,
      kind === 'fact' ? 'remark' : 'opinion',
      kind,
      1 + random.below(60),
    )
    story.link(kind === 'fact' && random.chance(0.3) ? 'rebuts' : 'qualifies', said, report)
  })
  if (random.chance(0.5)) story.voidLast()
}

const none: Readonly<Record<Relation, number>> = {
  rebuts: 0,
  undercuts: 0,
  relies_on: 0,
  restates: 0,
  supersedes: 0,
  concedes: 0,
  supports: 0,
  qualifies: 0,
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}
