import { Argument, Command } from 'commander'
import { mergeObject } from '../actions/merge-object.ts'
import { system } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { mergeable, type Mergeable } from '../domain/merge.ts'
import type { Db } from '../store/db.ts'
import { findLives } from '../store/lives.ts'
import { findReferences } from '../store/references.ts'
import { terminal } from './terminal.ts'
import { withDatabase } from './with-database.ts'

export function mergeCommand(): Command {
  return new Command('merge')
    .description('merge one entry into another, however many objects name it')
    .addArgument(new Argument('<noun>', 'what both are').choices(mergeable))
    .argument('<from>', 'the entry that will lead to the other: an id, or the slug of a source')
    .argument('<into>', 'the entry that remains')
    .requiredOption('--reason <text>', 'why they are one and the same')
    .addHelpText(
      'after',
      '\nExample:\n  counterpoint merge source haldenverk halden-steel --reason "One and the same."',
    )
    .action((noun: Mergeable, from: string, into: string, { reason }: { reason: string }) =>
      withDatabase(async (deps) => {
        const id = await idOf(deps.db, noun, from)
        const version = (await findLives(deps.db, [id])).get(id)?.version ?? 0
        await mergeObject(deps, {
          actor: system,
          noun,
          id,
          versions: [version],
          merge: { into, reason },
          isUnbounded: true,
          show: async () => null,
        })
        terminal.note(`${from} is merged into ${into}.`)
      }),
    )
}

async function idOf(db: Db, noun: Mergeable, asked: string): Promise<string> {
  const id = (await findReferences(db, noun, [asked])).get(asked)
  if (id === undefined) throw new DomainError('not-found', `There is no ${noun} "${asked}".`)
  return id
}
