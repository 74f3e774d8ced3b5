import { setTimeout } from 'node:timers/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { displayLanguages, type DisplayLanguage } from '../domain/display-language.ts'
import { DomainError } from '../domain/errors.ts'
import { checkDraft } from '../drafts/check.ts'
import { draftFormats, type DraftFormat, type SentDraft } from '../drafts/reading/draft.ts'
import type { DraftCheckView } from '../drafts/view.ts'
import type { Db } from '../store/database/db.ts'
import { CheckMemory } from './drafts/changes.ts'
import { readDraftFile } from './drafts/draft-file.ts'
import { itemLines, reportLines } from './drafts/report-lines.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { terminal } from './terminal/terminal.ts'
import { UsageError } from './terminal/usage-error.ts'
import { withDatabase } from './with-database.ts'

interface Options {
  readonly format?: DraftFormat
  readonly lang: DisplayLanguage
  readonly json: boolean
  readonly watch: boolean
  readonly every?: number
}

export function checkCommand(): Command {
  return new Command('check')
    .description('check a draft against the record before it is printed')
    .argument('<draft>', 'the file; - is standard input')
    .addOption(
      new Option(
        '--format <format>',
        'what it is written in; by default, its name says so (.md, .html, .bib), or it is plain text',
      ).choices(draftFormats),
    )
    .addOption(
      new Option('--lang <language>', 'the language of what is said')
        .choices(displayLanguages)
        .default('en'),
    )
    .option('--json', 'print what POST /v1/check answers', false)
    .option(
      '--watch',
      'stay, and say when something changes on record that the draft cites; between checks, only hashes are kept',
      false,
    )
    .option('--every <seconds>', 'how often to look, with --watch (default: 60)', seconds)
    .addHelpText(
      'after',
      `
Nothing of the draft is stored, and no address in it is fetched. Sentences are compared with claims by
their words, so what is said in other words is not found. Findings name what is on record, not what
is true.

Exit codes: 0 nothing was found, 1 there are findings, 2 wrong usage, or the draft cannot be read,
3 the database cannot be used, 4 nothing was found, but the check is not complete.

Examples:
  counterpoint check draft.md
  counterpoint check --lang ko --json draft.html | jq '.items[].findings[]'
  pbpaste | counterpoint check -
  counterpoint check --format addresses sources.txt
  counterpoint check --watch --every 300 draft.md`,
    )
    .action((name: string, options: Options) => {
      if (options.watch && name === '-')
        throw new UsageError('--watch reads the draft again and again; name a file.')
      if (options.every !== undefined && !options.watch)
        throw new UsageError('--every says how often --watch looks; add --watch.')
      return withDatabase(({ db }) => (options.watch ? watch : checkOnce)(db, name, options))
    })
}

async function checkOnce(db: Db, name: string, options: Options): Promise<void> {
  const { draft, checked } = await check(db, name, options)
  if (options.json) terminal.say(JSON.stringify(checked))
  else for (const line of reportLines(name, draft, checked)) terminal.say(line)
  if (checked.counts.findings > 0) process.exitCode = exitCodes.refused
  else if (!checked.complete || checked.unread.length > 0) process.exitCode = exitCodes.incomplete
}

/** @throws {UsageError} if the draft cannot be read */
async function check(db: Db, name: string, { format, lang }: Options) {
  const draft = await readDraftFile(name, format)
  try {
    return { draft, checked: await checkDraft(db, draft, lang) }
  } catch (cause) {
    if (!(cause instanceof DomainError) || cause.code !== 'invalid') throw cause
    const reasons = cause.faults.map(({ message }) => message)
    throw new UsageError([`${name}: ${cause.message}`, ...reasons].join(' '), { cause })
  }
}

/** Until somebody stops it. */
async function watch(db: Db, name: string, options: Options): Promise<void> {
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const memory = new CheckMemory()
  for (let isFirst = true; !stopped.signal.aborted; isFirst = false) {
    const { draft, checked } = await check(db, name, options)
    const { changed, gone } = memory.update(draft, checked)
    if (isFirst) {
      for (const line of reportLines(name, draft, checked)) terminal.note(line)
      terminal.note(`Watching ${name}. Stop it with Ctrl-C.`)
    } else {
      sayChanged(name, draft, { ...checked, items: [...changed] }, options)
      if (gone > 0)
        terminal.note(
          `${gone} ${gone === 1 ? 'claim' : 'claims'} that it repeated or cited is no longer on record: merged, or entered by mistake.`,
        )
    }
    const wait = (options.every ?? everyDefault) * 1000
    await setTimeout(wait, undefined, { signal: stopped.signal }).catch(() => {})
  }
}

const everyDefault = 60

/** Each sentence or address of which something is said otherwise than before, with all that is said. */
function sayChanged(
  name: string,
  draft: SentDraft,
  checked: DraftCheckView,
  { json }: Options,
): void {
  if (checked.items.length === 0) return
  if (json) {
    for (const item of checked.items) {
      const ids = new Set(item.claims.map(({ claim }) => claim))
      const claims = checked.claims.filter(({ claim }) => ids.has(claim.id))
      terminal.say(JSON.stringify({ item, claims }))
    }
    return
  }
  terminal.say(new Date().toISOString())
  for (const line of itemLines(name, draft, checked, checked.items)) terminal.say(line)
}

function seconds(written: string): number {
  const value = Number(written)
  if (!/^\d+$/.test(written) || value < 1 || value > 86_400)
    throw new InvalidArgumentError('Give whole seconds, from 1 to 86400.')
  return value
}
