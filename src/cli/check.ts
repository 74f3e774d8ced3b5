import { setTimeout } from 'node:timers/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { displayLanguages, type DisplayLanguage } from '../domain/display-language.ts'
import { checkDraft } from '../drafts/check.ts'
import { draftFormats, type DraftFormat } from '../drafts/reading/draft.ts'
import type { Db } from '../store/database/db.ts'
import { CheckMemory } from './drafts/changes.ts'
import { readDraftFile } from './drafts/draft-file.ts'
import { claimLines, reportLines } from './drafts/report-lines.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { terminal } from './terminal/terminal.ts'
import { UsageError } from './terminal/usage-error.ts'
import { withDatabase } from './with-database.ts'

interface Options {
  readonly format?: DraftFormat
  readonly lang: DisplayLanguage
  readonly json: boolean
  readonly watch: boolean
  readonly every: number
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
    .option('--every <seconds>', 'how often to look, with --watch', seconds, 60)
    .addHelpText(
      'after',
      `
Nothing of the draft is stored, and no address in it is fetched. Sentences are compared with claims by
their words, so what is said in other words is not found. Findings name what is on record, not what
is true.

Exit codes: 0 nothing was found, 1 there are findings, or the draft cannot be read, 2 wrong usage,
3 the database cannot be used.

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
      return withDatabase(({ db }) => (options.watch ? watch : checkOnce)(db, name, options))
    })
}

async function checkOnce(db: Db, name: string, options: Options): Promise<void> {
  const draft = await readDraftFile(name, options.format)
  const checked = await checkDraft(db, draft, options.lang)
  if (options.json) terminal.say(JSON.stringify(checked))
  else for (const line of reportLines(name, draft, checked)) terminal.say(line)
  if (checked.counts.findings > 0) process.exitCode = exitCodes.refused
}

/** Until somebody stops it. */
async function watch(db: Db, name: string, options: Options): Promise<void> {
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const memory = new CheckMemory()
  for (let isFirst = true; !stopped.signal.aborted; isFirst = false) {
    const draft = await readDraftFile(name, options.format)
    const checked = await checkDraft(db, draft, options.lang)
    const { changed, gone } = memory.update(draft, checked)
    if (isFirst) {
      for (const line of reportLines(name, draft, checked)) terminal.note(line)
      terminal.note(`Watching ${name}. Stop it with Ctrl-C.`)
    } else {
      for (const each of changed) {
        if (options.json) terminal.say(JSON.stringify(each))
        else for (const line of [new Date().toISOString(), ...claimLines(each)]) terminal.say(line)
      }
      if (gone > 0)
        terminal.note(
          `${gone} ${gone === 1 ? 'claim' : 'claims'} that it repeated or cited is no longer on record: merged, or entered by mistake.`,
        )
    }
    await setTimeout(options.every * 1000, undefined, { signal: stopped.signal }).catch(() => {})
  }
}

function seconds(written: string): number {
  const value = Number(written)
  if (!/^\d+$/.test(written) || value < 1 || value > 86_400)
    throw new InvalidArgumentError('Give whole seconds, from 1 to 86400.')
  return value
}
