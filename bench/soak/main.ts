import { Command, InvalidArgumentError } from 'commander'
import { soaks } from './all.ts'
import { runSoak, type SoakOptions } from './run.ts'
import type { Soak } from './soak.ts'

const program = new Command('soak')
  .description('Runs one check very many times, and ends with 1 when a promise was broken.')
  .addHelpText(
    'after',
    `
Each prints its seed; --seed with it makes the same inputs again.

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
      'of the random choices; another one every time when left out',
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
