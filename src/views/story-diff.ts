import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { id } from '../domain/references.ts'
import { statuses } from '../domain/status.ts'
import { storyChanges } from '../domain/story-change.ts'
import { canonicalJson } from '../formats/event.ts'
import { storyChangeWords } from '../sentences/changes/story-changes.ts'
import { readAsOf } from '../store/as-of.ts'
import type { Db } from '../store/database/db.ts'
import { findStoryRow, type StoryRow } from '../store/story-rows.ts'
import { listStorySteps, type StepPosition, type StoryStep } from '../store/story-steps.ts'
import { found } from '../domain/errors.ts'
import { instant } from './common.ts'
import type { Moments } from './load-claim-diff.ts'
import { requireWords } from './require-words.ts'
import { showStory } from './show.ts'
import { viewStoryFields } from './story.ts'
import { loadTitles } from './titles.ts'
import { storyTombstone } from './tombstone.ts'

/** How many claims of a story are compared: each takes about ten pages of the database. */
export const comparedMax = 400

export const storyStepView = z
  .object({
    seq: z.int().meta({ description: 'The last event of the write that changed it.' }),
    at: instant,
    change: z.enum(storyChanges),
    claim: id.nullable().meta({ description: 'The claim that changed; null for the title.' }),
    before: z.enum(statuses).nullable().meta({ description: 'Of `statusChanged`.' }),
    after: z.enum(statuses).nullable(),
    link: id.nullable().meta({ description: 'Of `answerAdded`: the link.' }),
    answer: id.nullable().meta({ description: 'Of `answerAdded`: the claim that answers.' }),
    text: z.string(),
  })
  .meta({ id: 'StoryStep' })

type PlacedStep = StoryStep & StepPosition

/** A part of what changed in a story. */
export interface StoryDiff {
  readonly story: string
  /** Whether it was not on record at the earlier moment. */
  readonly isNew: boolean
  /** How many claims it has beyond those that are compared. */
  readonly moreClaims: number
  readonly steps: readonly {
    readonly step: PlacedStep
    readonly view: z.output<typeof storyStepView>
  }[]
}

/**
 * What changed in a story between two moments, in order of time.
 *
 * @throws {DomainError} `not-found` if it was not on record at the later one; `gone`,
 * `legally-withheld`
 */
export async function loadStoryDiff(
  db: Db,
  story: string,
  { from, to }: Moments,
  page: { readonly after: StepPosition | undefined; readonly limit: number },
  language: DisplayLanguage,
): Promise<StoryDiff> {
  const before = await readAsOf(db, from, (then) => findStoryRow(then, story))
  return readAsOf(db, to, async (then) => {
    const after = found(await findStoryRow(then, story))
    if (after.redaction) requireWords(await showStory(then, story, language), storyTombstone)
    const [had, has] = [new Set(before?.claims), new Set(after.claims)]
    const compared = new Set(after.claims.slice(0, comparedMax))
    const steps = await listStorySteps(then, {
      story,
      from,
      to,
      added: [...compared.difference(had)],
      removed: [...had.difference(has)].slice(0, comparedMax),
      kept: [...compared.intersection(had)],
      isRetitled: before !== undefined && areRetitled(before, after),
      ...page,
    })
    const titles = await loadTitles(then, claimsOf(steps), language)
    const storyTitles = { before: titleIn(before), after: titleIn(after) }
    const viewStep = (step: PlacedStep) => {
      const claim = step.change === 'titleChanged' ? null : step.object
      const { seq, at, change, before, after, link, answer } = step
      const told = {
        change,
        title: claim === null ? null : (titles.get(claim)?.title ?? ''),
        before,
        after,
        answer: titles.get(answer ?? '')?.title ?? null,
        titles: storyTitles,
      }
      const text = storyChangeWords(told, language)
      return { seq, at: at.toISOString(), change, claim, before, after, link, answer, text }
    }
    return {
      story,
      isNew: before === undefined,
      moreClaims: Math.max(0, after.claims.length - comparedMax),
      steps: steps.map((step) => ({ step, view: viewStep(step) })),
    }
  })
}

function claimsOf(steps: readonly PlacedStep[]): string[] {
  const named = steps.flatMap(({ change, object, answer }) => [
    ...(change === 'titleChanged' ? [] : [object]),
    ...(answer === null ? [] : [answer]),
  ])
  return [...new Set(named)]
}

function titleIn(story: StoryRow | undefined): string | null {
  return story === undefined ? null : viewStoryFields(story).title
}

function areRetitled(before: StoryRow, after: StoryRow): boolean {
  return titlesOf(before) !== titlesOf(after)
}

function titlesOf(story: StoryRow): string {
  const { title, titles } = viewStoryFields(story)
  return canonicalJson({ title, titles })
}
