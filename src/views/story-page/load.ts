import { found } from '../../domain/errors.ts'
import type { ClaimId } from '../../domain/ids.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { CounterpointRole } from '../../domain/kinds.ts'
import { loadRoles } from '../../store/counterpoint-roles.ts'
import type { Db } from '../../store/database/db.ts'
import { readSnapshot } from '../../store/database/transaction.ts'
import { idOf } from '../../store/references.ts'
import {
  loadStoryClaims,
  loadStoryLinks,
  type StoryClaimRow,
  type StoryLinkRow,
} from '../../store/story-graph.ts'
import { findStoryRow } from '../../store/story-rows.ts'
import { asOfHour } from '../as-of-hour.ts'
import type { ClaimView } from '../claim.ts'
import { presentInOrder } from '../present-claims.ts'
import { requireWords } from '../require-words.ts'
import type { StoryCard } from '../story-card.ts'
import { viewStoryFields } from '../story.ts'
import { storyTombstone } from '../tombstone.ts'
import { loadStoryAnswers, type StoryAnswers } from './answers.ts'
import {
  answersToSteps,
  conflictsAmong,
  linksAmong,
  mostAnswered,
  mostLinked,
  type StepAnswer,
} from './choose.ts'
import { outlineOf, type StoryOutline } from './outline.ts'
import { momentsOf, movesOf, type StoryMoment } from './timeline.ts'

/** A claim and what the story has in answer to it. */
interface StoryTurn extends StoryAnswers {
  readonly claim: ClaimView
  readonly steps: readonly StepTurn[]
}

/** An answer to a step that a claim takes from another one. */
interface StepTurn {
  readonly claim: ClaimView
  readonly role: CounterpointRole | 'own'
  readonly link: StoryLinkRow
  readonly step: ClaimView
}

/** The claims that the map draws, and their links. */
interface StoryMap {
  readonly claims: readonly ClaimView[]
  readonly links: readonly StoryLinkRow[]
  /** How many claims of the story are linked with each other, drawn or not. */
  readonly linked: number
}

/** What a story's page shows; its claims are the first of the story. */
export interface StoryPageData extends StoryCard {
  readonly outline: StoryOutline
  readonly turns: readonly StoryTurn[]
  /** Claims of which something is left open. */
  readonly open: readonly ClaimView[]
  readonly map: StoryMap
  /** Groups of figures that contradict each other. */
  readonly conflicts: readonly (readonly ClaimView[])[]
  /** What was said, in order of time, and the last changes of statuses. */
  readonly time: {
    readonly said: readonly (StoryMoment & { readonly claim: ClaimView })[]
    readonly moreSaid: number
    readonly moves: readonly { readonly claim: ClaimView; readonly at: Date }[]
  }
}

const storyPageMax = {
  /** Only the first claims of a longer story are looked at. */
  claims: 1_000,
  turns: 5,
  answers: 4,
  open: 6,
  listed: 40,
  time: 14,
  moves: 6,
  conflicts: { max: 3, size: 6 },
} as const

/** How many boxes the map has: at first, and if all are asked for. */
export const boxesMax = { first: 40, all: 200 } as const

/**
 * @param reference an id or a slug
 * @throws {DomainError} `not-found`; `gone` or `legally-withheld` if its words were removed
 */
export function loadStoryPage(
  db: Db,
  reference: string,
  language: DisplayLanguage,
  boxes: number,
): Promise<StoryPageData> {
  return readSnapshot(db, async (now) => {
    const readAt = new Date()
    const id = await idOf(now, 'story', reference)
    const row = found(await findStoryRow(now, id))
    const ids = row.claims.slice(0, storyPageMax.claims)
    const [claims, allLinks] = await Promise.all([
      loadStoryClaims(now, ids),
      loadStoryLinks(now, ids),
    ])
    const rows = inOrder(ids, claims)
    const entered = rows.filter(({ status }) => status !== null)
    const links = linksAmong(new Set(entered.map((claim) => claim.id)), allLinks)
    const { linked, ids: drawn } = mostLinked(entered, links, boxes)
    const heads = mostAnswered(entered, links, storyPageMax.turns)
    const answers = await loadStoryAnswers(
      now,
      heads,
      { story: new Set(ids), max: storyPageMax.answers },
      language,
    )
    const steps = await loadSteps(now, heads, links)
    const open = openOf(entered, heads)
    const conflicts = conflictsAmong(entered, links, storyPageMax.conflicts)
    const listed = ids.slice(0, storyPageMax.listed)
    const { moments, more: moreSaid } = momentsOf(entered, storyPageMax.time)
    const moves = movesOf(entered, storyPageMax.moves)
    const inTime = [...moments.map(({ first }) => first), ...moves.map(({ claim }) => claim)]
    const inSteps = steps.flatMap(({ claim, step }) => [claim, step])
    const wanted = [heads, open, conflicts, drawn, listed, inTime, inSteps].flat(2)
    const presented = await presentInOrder(now, [...new Set(wanted)], language)
    const views = new Map(presented.map(({ view }) => [view.id, view]))
    const shown = (each: readonly ClaimId[]) => each.flatMap((claim) => views.get(claim) ?? [])
    const story = {
      ...viewStoryFields(row),
      claims: shown(listed),
      counts: { claims: row.claims.length },
    }
    const changes = [...views.values()].map((view) => view.statusSince ?? view.recordedAt)
    requireWords({ body: story, revision: { version: row.version, seq: row.seq } }, storyTombstone)
    return {
      story,
      asOf: asOfHour(
        readAt,
        [story.recordedAt, ...changes].map((at) => new Date(at)),
      ),
      outline: outlineOf(row.claims.length, rows),
      turns: shown(heads).flatMap((claim): StoryTurn[] => {
        const { given = [], more = 0 } = answers.get(claim.id) ?? {}
        const own = steps.filter(({ head }) => head === claim.id)
        const onSteps = own.flatMap(({ claim: answer, step, role, link }): StepTurn[] => {
          const [one, other] = [views.get(answer), views.get(step)]
          return one && other ? [{ claim: one, step: other, role, link }] : []
        })
        return given.length + onSteps.length === 0 ? [] : [{ claim, given, more, steps: onSteps }]
      }),
      open: shown(open),
      map: {
        claims: shown(drawn),
        links: linksAmong(new Set(drawn.filter((claim) => views.has(claim))), links),
        linked,
      },
      conflicts: conflicts.map(shown).filter((group) => group.length > 1),
      time: {
        said: moments.flatMap((moment) =>
          shown([moment.first]).map((claim) => ({ ...moment, claim })),
        ),
        moreSaid,
        moves: moves.flatMap(({ claim, at }) =>
          shown([claim]).map((view) => ({ claim: view, at })),
        ),
      },
    }
  })
}

function inOrder(
  ids: readonly ClaimId[],
  rows: readonly StoryClaimRow[],
): readonly StoryClaimRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What is said against steps that some claims take, and who says it. */
async function loadSteps(
  db: Db,
  heads: readonly ClaimId[],
  links: readonly StoryLinkRow[],
): Promise<
  readonly (StepAnswer & { readonly head: ClaimId; readonly role: CounterpointRole | 'own' })[]
> {
  const found = await Promise.all(
    heads.map(async (head) => {
      const answers = answersToSteps(head, links).slice(0, storyPageMax.answers)
      const pairs = answers.map(({ claim }) => ({ claim, answered: head }))
      const roles = await loadRoles(db, pairs)
      return answers.flatMap((answer) => {
        const role = roles.get(answer.claim)
        return role === undefined ? [] : [{ ...answer, head, role }]
      })
    }),
  )
  return found.flat()
}

/** What is open of those who are answered elsewhere in the story comes first. */
function openOf(rows: readonly StoryClaimRow[], heads: readonly ClaimId[]): readonly ClaimId[] {
  const speakers = new Set(rows.filter(({ id }) => heads.includes(id)).map((row) => row.speaker))
  return rows
    .filter(({ isOpen, kind }) => isOpen && kind !== 'opinion')
    .toSorted((a, b) => Number(speakers.has(b.speaker)) - Number(speakers.has(a.speaker)))
    .slice(0, storyPageMax.open)
    .map(({ id }) => id)
}
