import { Command, Option } from 'commander'
import { createKey } from '../actions/create-key.ts'
import { revokeKey } from '../actions/revoke-key.ts'
import { scopes, system, type Scope } from '../domain/actor.ts'
import { newKey } from '../domain/api-key.ts'
import { DomainError } from '../domain/errors.ts'
import { isId } from '../domain/references.ts'
import { listApiKeys, type ApiKey } from '../store/api-keys.ts'
import { parse } from '../formats/faults.ts'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

const pageSize = 200

export function keysCommand(): Command {
  return new Command('keys')
    .description('create, list and revoke keys')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand())
}

function createCommand(): Command {
  return new Command('create')
    .description('create a key and print it, this once')
    .argument('<name>', 'what it is for, or whose')
    .addOption(
      new Option('--scope <scope>', 'what it may do').choices(scopes).makeOptionMandatory(),
    )
    .option('--expires <instant>', 'when it ends, as 2027-01-31T00:00:00Z')
    .addHelpText('after', '\nExample:\n  counterpoint keys create "City desk" --scope edit')
    .action(async (name: string, { scope, expires }: { scope: Scope; expires?: string }) => {
      const parsed = parse(newKey, { name, scope, expiresAt: expires ?? null })
      if (parsed.faults)
        throw new DomainError('invalid', 'The key cannot be created.', parsed.faults)
      const key = parsed.value
      await withDatabase(async (deps) => {
        const created = await createKey(deps, { actor: system, key })
        terminal.note(`Key ${created.key.id}. It is shown only now:`)
        terminal.say(created.secret ?? '')
      })
    })
}

function listCommand(): Command {
  return new Command('list')
    .description('list all keys ever created, newest first')
    .addHelpText('after', '\nExample:\n  counterpoint keys list')
    .action(() =>
      withDatabase(async ({ db }) => {
        for (let rows: ApiKey[] = [], isFirst = true; isFirst || rows.length === pageSize;) {
          const last = rows.at(-1)
          const after = last && { at: last.createdAt.toISOString(), id: last.id }
          rows = await listApiKeys(db, { after, limit: pageSize })
          isFirst = false
          for (const row of rows) terminal.say(lineOf(row))
        }
      }),
    )
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('revoke a key permanently')
    .argument('<id>', 'as `counterpoint keys list` shows it')
    .addHelpText(
      'after',
      '\nExample:\n  counterpoint keys revoke 019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10',
    )
    .action(async (id: string) => {
      if (!isId(id)) throw new DomainError('not-found', 'That is not the id of a key.')
      await withDatabase(async (deps) => {
        const { name } = await revokeKey(deps, { actor: system, id })
        terminal.note(`The key "${name}" is revoked.`)
      })
    })
}

function lineOf({ id, prefix, scope, name, ...key }: ApiKey): string {
  const state = key.revokedAt
    ? `revoked ${key.revokedAt.toISOString()}`
    : key.expiresAt && key.expiresAt <= new Date()
      ? `expired ${key.expiresAt.toISOString()}`
      : key.expiresAt
        ? `until ${key.expiresAt.toISOString()}`
        : 'in force'
  const used = key.lastUsedAt ? `used ${key.lastUsedAt.toISOString()}` : 'never used'
  return [id, `${prefix}…`, scope, state, used, name].join('\t')
}
