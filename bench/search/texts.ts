import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** Sentences that people wrote, and which of them say the same. */
export interface Texts {
  readonly sentences: readonly Sentence[]
  /** What entails or contradicts a sentence. */
  readonly pairs: readonly Pair[]
}

export interface Sentence {
  readonly id: string
  readonly text: string
  readonly lang: string
}

export interface Pair {
  readonly kind: 'supports' | 'rebuts'
  readonly hypothesis: Sentence
  readonly premise: Sentence
}

const claimLine = z.object({
  t: z.literal('claim'),
  id: z.string(),
  text: z.string(),
  lang: z.string(),
})
const linkLine = z.object({
  t: z.literal('link'),
  from: z.string(),
  to: z.string(),
  kind: z.enum(['supports', 'rebuts']),
})

/** Reads files of sentences and links, in the form that bench/README.md describes. */
export async function readTexts(folder: string, files: readonly string[]): Promise<Texts> {
  const sentences = new Map<string, Sentence>()
  const links: z.output<typeof linkLine>[] = []
  for (const file of files) {
    const content = await readFile(path.join(folder, file), 'utf8')
    for (const json of content.split('\n')) {
      if (json.trim() === '') continue
      const read: unknown = JSON.parse(json)
      const { data: claim } = claimLine.safeParse(read)
      if (claim) {
        const { id, lang } = claim
        sentences.set(id, { id, text: claim.text.replaceAll(/\s+/g, ' ').trim(), lang })
      }
      const { data: link } = linkLine.safeParse(read)
      if (link) links.push(link)
    }
  }
  const pairs = links.flatMap(({ from, to, kind }): Pair[] => {
    const [hypothesis, premise] = [sentences.get(from), sentences.get(to)]
    return hypothesis?.lang === 'ko' && premise ? [{ kind, hypothesis, premise }] : []
  })
  return { sentences: [...sentences.values()].filter(({ text }) => text !== ''), pairs }
}
