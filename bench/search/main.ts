import { Command } from 'commander'
import { randomFrom } from '../../test/oracle/random.ts'
import { replacePart } from '../results.ts'
import { terminal } from '../terminal.ts'
import { classesOf } from './classes.ts'
import { compareLookups, type Found, type LookupRow } from './lookups.ts'
import { measureRecall, measureTypos, type RecallRow } from './recall.ts'
import { withRecordOf } from './service.ts'
import { readTexts, type Sentence } from './texts.ts'

interface Options {
  readonly texts: string
  readonly files: readonly string[]
  readonly seed: string
}

/** Words that are misspelt, in each language. */
const typos = 30

await new Command('bench:search')
  .description(
    'Measure what searches and lookups find among sentences that people wrote, and write it into bench/RESULTS.md.',
  )
  .requiredOption('--texts <folder>', 'where the sentences are')
  .option('--files <names...>', 'their files', ['klue-nli-news-ko.jsonl', 'perspectrum.jsonl'])
  .option('--seed <number>', 'which searches are made of them', '1')
  .action((options: Options) => measure(options))
  .parseAsync()

async function measure({ texts, files, seed }: Options): Promise<void> {
  const { sentences, pairs } = await readTexts(texts, files)
  const classes = classesOf(sentences, Number(seed))
  terminal.note(`${sentences.length} sentences.`)
  const recall = await withRecordOf(sentences, async (ask) => [
    ...(await measureRecall(ask, sentences, classes)),
    await measureTypos(ask, 'K typo, English', longWords(sentences, 'en', /\b[a-z]{8,}\b/g)),
    await measureTypos(
      ask,
      'K typo, Korean',
      longWords(sentences, 'ko', /[가-힣]{4,}(?=[은는이가을를]\s)/g),
    ),
  ])
  await replacePart('search', recallTable(recall))
  for (const { name, misses } of recall)
    for (const miss of misses) terminal.note(`${name}: ${miss}`)

  const hypotheses = new Set(pairs.map(({ hypothesis }) => hypothesis.id))
  const held = sentences.filter(({ id }) => !hypotheses.has(id))
  const lookups = await withRecordOf(held, async (ask) => compareLookups(ask, held, pairs))
  await replacePart('lookups', lookupTable(lookups))
}

/** Words that several sentences have. */
function longWords(sentences: readonly Sentence[], lang: string, pattern: RegExp): string[] {
  const words = sentences
    .filter((sentence) => sentence.lang === lang)
    .flatMap(({ text }) => [...new Set(text.match(pattern))])
  const frequent = [...Map.groupBy(words, (word) => word)].flatMap(([word, all]) =>
    all.length >= 3 ? [word] : [],
  )
  return randomFrom(5).shuffled(frequent).slice(0, typos)
}

function recallTable(rows: readonly RecallRow[]): string {
  const lines = rows.map(
    ({ name, count, recall, precision, first }) =>
      `| ${name} | ${count} | ${[recall, precision, first].map(rounded).join(' | ')} |`,
  )
  return `| class | searches | recall | precision | best hit first |\n|---|---:|---:|---:|---:|\n${lines.join('\n')}`
}

function lookupTable(rows: readonly LookupRow[]): string {
  const lines = rows.map(
    ({ what, count, ours, bm25 }) => `| ${what} | ${count} | ${written(ours)} | ${written(bm25)} |`,
  )
  return `| what is looked up | texts | this service | BM25 |\n|---|---:|---|---|\n${lines.join('\n')}`
}

function written({ mrr, first, among }: Found): string {
  return [mrr, first, among].map(rounded).join(' / ')
}

/** A dash where nothing could be found. */
function rounded(share: number | undefined): string {
  return share === undefined ? '–' : share.toFixed(2)
}
