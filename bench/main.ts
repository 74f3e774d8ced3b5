import { Command, InvalidArgumentError } from 'commander'
import { besideWrites } from './beside-writes.ts'
import { burstRow } from './bursts.ts'
import { compare, type Compared, type Row } from './compare.ts'
import { openDataset, type Dataset } from './data.ts'
import { checkDrafts } from './drafts.ts'
import { measureImport } from './import-speed.ts'
import { planEverything } from './plans/explain.ts'
import { measureRegions } from './region.ts'
import { writeResults } from './results.ts'
import { cardRows, coldRows, copyRows, rowsOf } from './rows.ts'
import {
  serveConstant,
  serveCounterpoint,
  serveHandWritten,
  servePostGraphile,
  type Served,
} from './servers.ts'
import { untilSettled } from './settled.ts'
import { terminal } from './terminal.ts'
import { searchWorst } from './worst/measure.ts'
import { measureWrites } from './write-cost.ts'

interface Options {
  readonly data: string
  readonly small: number
  readonly large: number
  readonly import: number
  readonly rounds: number
  readonly only?: string
}

const parts = [
  'reads',
  'cold',
  'sizes',
  'writes',
  'cards',
  'copies',
  'bursts',
  'regions',
  'worst',
  'drafts',
  'import',
  'plans',
] as const

await new Command('bench')
  .description(
    'Compare the service with others and with larger records, and write bench/RESULTS.md.',
  )
  .requiredOption('--data <folder>', 'where to keep the test records; missing ones are created')
  .option('--small <claims>', 'size of the small record', wholeNumber, 10_000)
  .option('--large <claims>', 'size of the large record', wholeNumber, 1_000_000)
  .option('--import <claims>', 'size of the record that is imported', wholeNumber, 30_000)
  .option('--rounds <number>', 'rounds of each comparison', wholeNumber, 21)
  .option(
    '--only <parts>',
    `which parts to measure, separated by commas: ${parts.join(', ')} (RESULTS.md keeps the others)`,
  )
  .addHelpText(
    'after',
    `
Creating the large record takes a quarter of an hour and 15 GB; later runs reuse it. A run takes about
ten more minutes. Use the machine for nothing else meanwhile, because other work widens the spread.

Examples:
  npm run bench -- --data /var/tmp/bench
  npm run bench -- --data /var/tmp/bench --only reads --rounds 51
  npm run bench -- --data /tmp/bench --small 500 --large 5000 --import 1000 --rounds 3`,
  )
  .action((options: Options) => bench(options))
  .parseAsync()

async function bench({
  data,
  small,
  large,
  import: imported,
  rounds,
  only,
}: Options): Promise<void> {
  const wanted = (part: (typeof parts)[number]) => !only || only.split(',').includes(part)
  const datasets: Dataset[] = []
  const open = async (claims: number) => {
    const dataset = await openDataset(data, claims)
    datasets.push(dataset)
    return dataset
  }
  try {
    const importRate = wanted('import') ? await measureImport(imported) : undefined
    const smallRecord = await open(small)
    const largeRecord = await open(large)
    const compared = await comparisons(smallRecord, largeRecord, rounds, wanted)
    const writes = wanted('writes') ? await measureWrites(smallRecord, rounds) : undefined
    const regions = wanted('regions') ? await measureRegions(smallRecord, rounds) : undefined
    const worst = wanted('worst') ? await searchWorst(smallRecord) : undefined
    const drafts = wanted('drafts')
      ? [await checkDrafts(smallRecord, rounds), await checkDrafts(largeRecord, rounds)]
      : undefined
    if (wanted('plans')) await planEverything(largeRecord)
    await writeResults({
      small: smallRecord,
      large: largeRecord,
      rounds,
      ...compared,
      writes,
      regions,
      worst,
      drafts,
      importRate,
    })
  } finally {
    for (const { embedded } of datasets) await embedded.stop()
  }
}

type ComparedPart = 'reads' | 'cold' | 'sizes' | 'cards' | 'copies' | 'bursts'

async function comparisons(
  small: Dataset,
  large: Dataset,
  rounds: number,
  wanted: (part: ComparedPart) => boolean,
): Promise<Record<ComparedPart, Compared[]>> {
  const running: Served[] = []
  const run = async (served: Promise<Served>) => {
    const server = await served
    running.push(server)
    return server
  }
  try {
    const ours = {
      small: await run(serveCounterpoint(small)),
      large: await run(serveCounterpoint(large)),
    }
    await Promise.all([small, large].map(untilSettled))
    const all = await rowsOf({
      small,
      large,
      ours,
      peers: wanted('reads')
        ? {
            handWritten: await run(serveHandWritten(small)),
            postGraphile: await run(servePostGraphile(small)),
            handWrittenLarge: await run(serveHandWritten(large)),
          }
        : undefined,
    })
    return {
      reads: await compareAll(all.reads, rounds),
      cold: wanted('cold')
        ? await compareAll(
            await coldRows(small, ours.small, await run(serveHandWritten(small))),
            rounds,
          )
        : [],
      sizes: wanted('sizes') ? await compareAll(all.sizes, rounds) : [],
      cards: wanted('cards')
        ? await compareAll(
            await cardRows(small, ours.small, (bytes) => run(serveConstant(bytes))),
            rounds,
          )
        : [],
      copies: wanted('copies') ? await copies() : [],
      bursts: wanted('bursts') ? await compareAll([await burstRow(small, ours.small)], rounds) : [],
    }

    async function copies(): Promise<Compared[]> {
      const rows = await copyRows(small, ours.small, (bytes) => run(serveConstant(bytes)))
      const reader = { record: small, process: ours.small }
      const same = { record: small, process: await run(serveCounterpoint(small)) }
      const other = { record: large, process: ours.large }
      return [
        ...(await compareAll(rows, rounds)),
        ...(await besideWrites({ reader, same, other }, rounds)),
      ]
    }
  } finally {
    await Promise.all(running.map((server) => server.stop()))
    terminal.note('')
  }
}

async function compareAll(rows: readonly Row[], rounds: number): Promise<Compared[]> {
  const compared: Compared[] = []
  for (const row of rows) compared.push(await compare(row, rounds))
  return compared
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.')
  return Number(text)
}
