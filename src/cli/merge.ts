import { Argument, Command } from 'commander'
import { mergeObject } from '../actions/merge-object.ts'
import { isSubmitted } from '../actions/record/submissions.ts'
import { system } from '../domain/actor.ts'
import { mergeable, type Mergeable } from '../domain/merge.ts'
import { findLives } from '../store/lives.ts'
import { mergeableId } from './mergeable-id.ts'
import { readReason } from './read-reason.ts'
import { AdviceTally } from './terminal/advice-tally.ts'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

export function mergeCommand(): Command {
  return new Command('merge')
    .description('merge one entry into another, however many objects name it')
    .addArgument(new Argument('<noun>', 'what both are').choices(mergeable))
    .argument('<from>', 'the entry that will redirect to the other: an id, or the slug of a source')
    .argument('<into>', 'the entry that remains')
    .requiredOption('--reason <text>', 'why they are the same', readReason)
    .addHelpText(
      'after',
      '\nExample:\n  counterpoint merge source haldenverk halden-steel --reason "One and the same."',
    )
    .action((noun: Mergeable, from: string, into: string, { reason }: { reason: string }) =>
      withDatabase(async (deps) => {
        const id = await mergeableId(deps.db, noun, from)
        const version = (await findLives(deps.db, [id])).get(id)?.version ?? 0
        const merged = await mergeObject(deps, {
          actor: system,
          noun,
          id,
          versions: [version],
          merge: { into, reason },
          show: async () => null,
        })
        terminal.note(`${from} is merged into ${into}.`)
        if (isSubmitted(merged)) return
        const advice = new AdviceTally(terminal.note)
        advice.add(merged.advice)
        advice.close()
      }),
    )
}
