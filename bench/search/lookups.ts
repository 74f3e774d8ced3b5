import { z } from 'zod'
import { randomFrom } from '../../test/oracle/random.ts'
import { Bm25 } from './bm25.ts'
import type { Ask } from './service.ts'
import type { Pair, Sentence } from './texts.ts'

/** How well a way to look up texts finds what is meant. */
export interface LookupRow {
  readonly what: string
  readonly count: number
  readonly ours: Found
  readonly bm25: Found
}

export interface Found {
  /** Of the place of the right one, the mean of its reciprocal: 1 if it always comes first. */
  readonly mrr: number
  readonly first: number
  readonly among: number
}

const placesMax = 20
const drafts = 40
const sentencesEach = 9

interface Asked {
  readonly text: string
  readonly right: string
}

/**
 * Looks up texts with the service and with BM25 over the same tokens of the same sentences.
 *
 * @param held the sentences on record; no hypothesis is among them
 */
export async function compareLookups(
  ask: Ask,
  held: readonly Sentence[],
  pairs: readonly Pair[],
): Promise<LookupRow[]> {
  const peer = new Bm25(held)
  const texts = new Map(held.map((sentence) => [sentence.id, sentence.text]))
  const row = async (what: string, asked: readonly Asked[]): Promise<LookupRow> => {
    const [ours, theirs] = [new Tally(), new Tally()]
    for (const { text, right } of asked) {
      const { items } = found.parse(await ask.post('/v1/lookup', { text }))
      // Some sentences are there more than once.
      ours.add(items.findIndex(({ claim }) => claim.text === right))
      theirs.add(peer.find(text, placesMax).findIndex((id) => texts.get(id) === right))
    }
    return { what, count: asked.length, ours: ours.found, bm25: theirs.found }
  }
  const pairsOf = (kind: Pair['kind']) =>
    pairs
      .filter((pair) => pair.kind === kind)
      .map(({ hypothesis, premise }) => ({ text: hypothesis.text, right: premise.text }))
  const korean = held.filter(({ lang, text }) => lang === 'ko' && text.length > 25)
  const english = held.filter(({ lang, text }) => lang === 'en' && text.length > 40)
  const fillers = pairs.map(({ hypothesis }) => hypothesis.text)
  return [
    await row('Korean, entailed by a claim', pairsOf('supports')),
    await row('Korean, contradicting a claim', pairsOf('rebuts')),
    await row(
      'Korean, exact',
      planted(korean, (text) => text),
    ),
    await row(
      'English, exact',
      planted(english, (text) => text),
    ),
    await row(
      'Korean, last of ten sentences',
      planted(korean, (text, others) => `${others.join(' ')} ${text}`, fillers),
    ),
    await row(
      'Korean, fifth of ten sentences',
      planted(
        korean,
        (text, others) => [...others.slice(0, 4), text, ...others.slice(4)].join(' '),
        fillers,
      ),
    ),
    await row(
      'Korean, first half',
      planted(korean, (text) => text.slice(0, text.length / 2)),
    ),
    await row(
      'Korean, without spaces',
      planted(korean, (text) => text.replaceAll(' ', '')),
    ),
  ]
}

function planted(
  sentences: readonly Sentence[],
  write: (text: string, others: readonly string[]) => string,
  fillers: readonly string[] = [''],
): Asked[] {
  const random = randomFrom(7)
  return random
    .shuffled(sentences)
    .slice(0, drafts)
    .map(({ text }) => {
      const others = Array.from({ length: sentencesEach }, () => random.pick(fillers))
      return { text: write(text, others), right: text }
    })
}

const found = z.object({ items: z.array(z.object({ claim: z.object({ text: z.string() }) })) })

class Tally {
  readonly #places: number[] = []

  add(place: number): void {
    this.#places.push(place)
  }

  get found(): Found {
    const share = (is: (place: number) => number) =>
      this.#places.reduce((sum, place) => sum + is(place), 0) / Math.max(1, this.#places.length)
    return {
      mrr: share((place) => (place < 0 ? 0 : 1 / (place + 1))),
      first: share((place) => Number(place === 0)),
      among: share((place) => Number(place >= 0)),
    }
  }
}
