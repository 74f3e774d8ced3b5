import { Argument, Command } from 'commander'
import { unmergeObject } from '../actions/merge-object.ts'
import { system } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { mergeable, type Mergeable } from '../domain/merge.ts'
import { findMergeOf } from '../store/merges.ts'
import { mergeableId } from './mergeable-id.ts'
import { readReason } from './read-reason.ts'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

export function unmergeCommand(): Command {
  return new Command('unmerge')
    .description('void the merge of an entry into another, however much that was merged')
    .addArgument(new Argument('<noun>', 'what both are').choices(mergeable))
    .argument('<from>', 'the entry that redirects to the other: an id, or the slug of a source')
    .requiredOption('--reason <text>', 'why they are different', readReason)
    .addHelpText(
      'after',
      '\nExample:\n  counterpoint unmerge source haldenverk --reason "They are two, after all."',
    )
    .action((noun: Mergeable, from: string, { reason }: { reason: string }) =>
      withDatabase(async (deps) => {
        const merge = await findMergeOf(deps.db, await mergeableId(deps.db, noun, from))
        if (!merge) throw new DomainError('conflict', `${from} is not merged into anything.`)
        const { id, version } = merge
        await unmergeObject(deps, {
          actor: system,
          id,
          versions: [version],
          reason,
          show: async () => null,
        })
        terminal.note(`${from} no longer redirects.`)
      }),
    )
}
