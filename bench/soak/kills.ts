import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { Option, type Command } from 'commander'
import { runKills, victims, type KillsOptions, type Victim } from '../../test/chaos/kills.ts'
import { mutants, type Mutant } from '../chaos/mutants.ts'
import { build } from '../chaos/program.ts'
import type { Soak, SoakRun } from './soak.ts'

const mutantNames = Object.keys(mutants)

const Options = z.object({
  victim: z.array(z.enum(victims)),
  checkEvery: z.coerce.number().int().positive(),
  dir: z.string().optional(),
  mutant: z
    .string()
    .refine((name): name is Mutant => mutantNames.includes(name))
    .optional(),
})

export const kills: Soak = {
  name: 'kills',
  summary:
    'Kill the service, its database or one backend with -9, --count times each, under eight writers that retry: no acknowledged write is lost, doubled or wrong.',
  unit: 'kills',
  count: 20,
  examples: [
    '--count 200 --dir /var/tmp/kills   # run it again to continue where it stopped',
    '--victim database --victim backend',
    '--mutant no-record-lock            # run a broken copy: the check must find faults',
  ],
  addOptions: (command) => addOptions(command, ['service', 'database', 'backend']),
  run: (run) => killAll(run),
}

/** Enough for groups of a dozen. */
const groupWriting = { writers: 24, isSingle: true }

export const groupKills: Soak = {
  name: 'group-kills',
  summary:
    'Kill the service, or a session of the database that writes, with -9, --count times in all, while 24 writers wait and their writes are entered together: none that was acknowledged is lost, none is doubled, and retries get the answers that were given.',
  unit: 'kills',
  count: 20,
  examples: [
    '--count 500 --dir /var/tmp/group-kills   # run it again to continue where it stopped',
  ],
  addOptions: (command) => addOptions(command, ['service', 'writer']),
  run: (run) => killAll(run, groupWriting),
}

function addOptions(command: Command, usual: readonly Victim[]): unknown {
  return command
    .addOption(
      new Option('--victim <kinds...>', 'what to kill').choices(victims).default([...usual]),
    )
    .option('--check-every <kills>', 'how many kills between two checks of the record', '10')
    .option('--dir <folder>', 'keep everything in this folder, and continue an earlier run from it')
    .addOption(
      new Option('--mutant <name>', 'run a copy of the service that lacks one safeguard').choices(
        mutantNames,
      ),
    )
}

/** @param writing what is written meanwhile, if it is to be entered together */
async function killAll(
  { count, seed, options, progress, note, fault }: SoakRun,
  writing?: KillsOptions['writing'],
): Promise<string> {
  const { victim: kinds, checkEvery, dir, mutant } = Options.parse(options)
  const folder = dir ?? mkdtempSync(path.join(os.tmpdir(), 'counterpoint-kills-'))
  mkdirSync(folder, { recursive: true })
  // The database's own user must be able to enter it.
  chmodSync(folder, 0o755)
  const killsFile = path.join(folder, 'kills')
  const done = existsSync(killsFile) ? readFileSync(killsFile, 'utf8').split('\n').slice(0, -1) : []
  const left = writing ? inTurn(kinds, count - done.length) : ofEach(kinds, count, done)
  note(`${left.length} kills to go, ${done.length} done, in ${folder}.`)
  if (mutant) note(`A program in which ${mutants[mutant].what}.`)
  const result = await runKills({
    dataDir: path.join(folder, 'data'),
    ledgerFile: path.join(folder, 'ledger.ndjson'),
    program: build(mutant, path.join(folder, `program-${done.length}`)),
    victims: left,
    seed: seed + done.length,
    checkEvery,
    ...(writing && { writing }),
    onKill: (name) => appendFileSync(killsFile, `${name}\n`),
    onProgress: ({ kills, acknowledged, retries }) =>
      progress(kills, {
        of: left.length,
        more: `${acknowledged} writes acknowledged, ${retries} tries again`,
      }),
  })
  // With something removed from the program, faults are expected.
  for (const found of result.faults) (mutant ? note : fault)(found)
  if (mutant && result.faults.length === 0) fault('Nothing was found.')
  const { offered, acknowledged, refused, retries, together } = result
  if (writing && result.kills > 0 && together === 0) fault('No writes were entered together.')
  return `${result.kills} kills; ${offered} writes offered, ${acknowledged} acknowledged, ${refused} refused, ${retries} tries again, ${together} entered together with others.`
}

function ofEach(kinds: readonly Victim[], count: number, done: readonly string[]): Victim[] {
  return kinds.flatMap((kind): Victim[] => {
    const already = done.filter((name) => name === kind).length
    return Array.from({ length: Math.max(0, count - already) }, () => kind)
  })
}

function inTurn(kinds: readonly Victim[], count: number): Victim[] {
  return Array.from(
    { length: Math.max(0, count) },
    (_, index) => kinds[index % kinds.length],
  ).filter((kind) => kind !== undefined)
}
