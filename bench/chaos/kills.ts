/**
 * Kills the service and its database under eight writers, so many times each:
 *
 *   node --import tsx bench/chaos/kills.ts --count 200 --dir /var/tmp/kills
 *
 * The same command goes on where it was stopped. With `--mutant` a copy of the program is run that
 * lacks what keeps the record right, and what is found is the wanted outcome.
 */
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
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runKills, victims, type Victim } from '../../test/chaos/kills.ts'
import { mutants, type Mutant } from './mutants.ts'
import { build } from './program.ts'

const mutantNames = Object.keys(mutants)

const { values } = parseArgs({
  options: {
    victim: { type: 'string', multiple: true, default: [...victims] },
    count: { type: 'string', default: '20' },
    'check-every': { type: 'string', default: '10' },
    dir: { type: 'string' },
    mutant: { type: 'string' },
  },
})
const options = z
  .object({
    victim: z.array(z.enum(victims)),
    count: z.coerce.number().int().positive(),
    'check-every': z.coerce.number().int().positive(),
    dir: z.string().optional(),
    mutant: z
      .string()
      .refine((name): name is Mutant => mutantNames.includes(name), mutantNames.join(', '))
      .optional(),
  })
  .parse(values)

const folder = options.dir ?? mkdtempSync(path.join(os.tmpdir(), 'counterpoint-kills-'))
mkdirSync(folder, { recursive: true })
// The database's own user has to get through.
chmodSync(folder, 0o755)
const killsFile = path.join(folder, 'kills')
const done = existsSync(killsFile) ? readFileSync(killsFile, 'utf8').split('\n').slice(0, -1) : []
const left = options.victim.flatMap((victim): Victim[] => {
  const already = done.filter((name) => name === victim).length
  return Array.from({ length: Math.max(0, options.count - already) }, () => victim)
})

say(`${new Date().toISOString()}: ${left.length} kills to go, ${done.length} done, in ${folder}.`)
if (options.mutant) say(`A program in which ${mutants[options.mutant].what}.`)
const program = build(options.mutant, path.join(folder, `program-${done.length}`))
const begun = Date.now()
const result = await runKills({
  dataDir: path.join(folder, 'data'),
  ledgerFile: path.join(folder, 'ledger.ndjson'),
  program,
  victims: left,
  seed: done.length + 1,
  checkEvery: options['check-every'],
  onKill: (victim) => appendFileSync(killsFile, `${victim}\n`),
  onProgress: ({ kills, acknowledged, retries, faults }) => {
    const seconds = Math.round((Date.now() - begun) / 1000)
    say(
      `${kills} of ${left.length} kills, ${acknowledged} writes acknowledged, ${retries} tries again, ${faults.length} faults, ${seconds} s`,
    )
  },
})
for (const fault of result.faults.slice(0, 20)) say(`  ${fault}`)
const { kills, offered, acknowledged, refused, retries, faults } = result
say(
  `${kills} kills; ${offered} writes offered, ${acknowledged} acknowledged, ${refused} refused, ${retries} tries again; ${faults.length} faults.`,
)
process.exitCode = faults.length > 0 === (options.mutant !== undefined) ? 0 : 1

function say(line: string): void {
  console.log(line)
}
