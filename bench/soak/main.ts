import { Command, InvalidArgumentError } from 'commander'
import { soaks } from './all.ts'
import { runSoak, type SoakOptions } from './run.ts'
import type { Soak } from './soak.ts'

const program = new Command('soak')
  .description('Repeat one check many times; exit with 1 if it ever fails.')
  .addHelpText(
    'after',
    `
Each run prints its seed. Pass it with --seed to repeat the same inputs.

Examples:
${soaks.flatMap(examplesOf).join('\n')}`,
  )
for (const soak of soaks) program.addCommand(commandOf(soak))
await program.parseAsync()

function commandOf(soak: Soak): Command {
  const command = new Command(soak.name)
    .description(soak.summary)
    .option('--count <number>', `how many ${soak.unit}`, wholeNumber, soak.count)
    .option(
      '--seed <number>',
      'the seed of the random choices (default: a new one for each run)',
      seedOf,
    )
    .addHelpText('after', `\nExamples:\n${examplesOf(soak).join('\n')}`)
    .action(async ({ seed = Date.now() % 2 ** 31, ...options }: Partial<SoakOptions>) => {
      const faults = await runSoak(soak, { count: soak.count, ...options, seed })
      if (faults > 0) process.exitCode = 1
    })
  soak.addOptions?.(command)
  return command
}

function examplesOf({ name, examples }: Soak): string[] {
  return examples.map((args) => `  npm run soak -- ${name} ${args}`.trimEnd())
}

function seedOf(text: string): number {
  return text === '0' ? 0 : wholeNumber(text)
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}
