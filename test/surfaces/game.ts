import { displayLanguages, type DisplayLanguage } from '../../src/domain/display-language.ts'
import type { Db } from '../../src/store/database/db.ts'
import { bareFaults, standingFaults } from './check.ts'
import { enterRandom, type KnownClaim, type KnownStory } from './claims.ts'
import { pointFaults } from './points.ts'
import { readPreview } from './preview.ts'
import type { Told } from './read-html.ts'
import { readRecordPage, recordPages } from './record-pages.ts'
import { storySurfaces, surfaces, type Surface } from './surfaces.ts'

interface SurfacesGame {
  readonly db: Db
  readonly origin: string
  readonly seed: number
  /** How many surfaces are read, each of one claim in one language. */
  readonly count: number
  readonly fault: (words: string) => void
  readonly progress?: (done: number) => void
}

/**
 * Reads random records on every surface: none says more than an independent reading of the rules,
 * and none shows the bare words of a claim that is closed, contested, entered wrongly or removed.
 */
export async function surfacesGame(game: SurfacesGame): Promise<{
  /** How often claims of each status were read. */
  readonly seen: ReadonlyMap<string, number>
  /** The kinds of pages that showed a claim. */
  readonly shownOn: ReadonlySet<string>
}> {
  const seen = new Map<string, number>()
  const shownOn = new Set<string>()
  let done = 0
  for (let seed = game.seed; done < game.count; seed++) {
    const story = await enterRandom(game.db, seed)
    for (const lang of displayLanguages) {
      for (const claim of story.claims) {
        for (const surface of surfaces) {
          if (done >= game.count) return { seen, shownOn }
          await readOne(game, { surface, claim, story, lang, seed })
          count(claim)
        }
        await readPicture(game, { claim, story, lang, seed })
        count(claim)
      }
      for (const surface of storySurfaces) {
        await readStory(game, { surface, story, lang, seed })
        done += story.claims.length
        game.progress?.(Math.min(done, game.count))
      }
      for (const page of recordPages(story, lang)) {
        const where = `record ${seed}, ${page.name} (${lang})`
        const { faults, places } = await readRecordPage(game.origin, page, story, lang)
        if (places > 0) shownOn.add(page.kind)
        for (const each of faults) game.fault(`${where}: ${each}`)
        done += 1
      }
    }
  }
  return { seen, shownOn }

  function count({ status }: KnownClaim): void {
    done += 1
    seen.set(status, (seen.get(status) ?? 0) + 1)
    game.progress?.(done)
  }
}

interface Reading {
  readonly surface: Surface
  readonly story: KnownStory
  readonly lang: DisplayLanguage
  readonly seed: number
}

/** What remains of a redacted claim, or that it was a merged one. */
const gone: ReadonlySet<number> = new Set([410, 451])

async function readOne(
  { origin, fault }: SurfacesGame,
  { surface, claim, story, lang, seed }: Reading & { readonly claim: KnownClaim },
): Promise<void> {
  const { status, text } = await get(origin, surface, claim.id, lang)
  const where = `record ${seed}, ${surface.name} of ${claim.id} (${lang})`
  if (claim.status === 'removed') {
    if (!gone.has(status)) fault(`${where}: answers ${status}`)
    if (claim.words.test(text)) fault(`${where}: shows removed words`)
    return
  }
  if (status !== 200) return fault(`${where}: answers ${status}`)
  for (const each of faultsIn(surface.read(text), claim, story, lang)) fault(`${where}: ${each}`)
}

function faultsIn(
  told: Told,
  claim: KnownClaim,
  story: KnownStory,
  lang: DisplayLanguage,
): readonly string[] {
  const [first] = told.standings
  return [
    ...(first ? standingFaults(claim, first, lang) : []),
    ...bareIn(story, told, lang),
    ...pointFaults(told.text, lang),
  ]
}

async function readPicture(
  { db, fault }: SurfacesGame,
  { claim, story, lang, seed }: Omit<Reading, 'surface'> & { readonly claim: KnownClaim },
): Promise<void> {
  const where = `record ${seed}, preview of ${claim.id} (${lang})`
  const told = await readPreview(db, claim.id, lang)
  if ((told === undefined) !== (claim.status === 'removed'))
    return fault(`${where}: ${told ? 'shows what was removed' : 'shows nothing'}`)
  for (const each of told ? faultsIn(told, claim, story, lang) : []) fault(`${where}: ${each}`)
}

async function readStory(
  { origin, fault }: SurfacesGame,
  { surface, story, lang, seed }: Reading,
): Promise<void> {
  const { status, text } = await get(origin, surface, story.slug, lang)
  const where = `record ${seed}, ${surface.name} (${lang})`
  if (status !== 200) return fault(`${where}: answers ${status}`)
  const told = surface.read(text)
  const entered = story.claims.filter((claim) => claim.status !== 'voided')
  const ordered = surface.isInOrder ? told.standings : []
  const faults = [
    ...ordered.flatMap((standing, index) => {
      const claim = entered[index]
      return claim && claim.status !== 'removed' ? standingFaults(claim, standing, lang) : []
    }),
    ...bareIn(story, told, lang),
    ...pointFaults(told.text, lang),
  ]
  for (const each of faults) fault(`${where}: ${each}`)
}

function bareIn(story: KnownStory, { alone }: Told, lang: DisplayLanguage): readonly string[] {
  return story.claims.flatMap((claim) => bareFaults(claim, alone, lang))
}

async function get(origin: string, { path, accept }: Surface, id: string, lang: DisplayLanguage) {
  const answer = await fetch(origin + path(id, lang), { headers: { accept } })
  return { status: answer.status, text: await answer.text() }
}
