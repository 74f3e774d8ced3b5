import { addCitation } from '../actions/add-citation.ts'
import { addObject } from '../actions/add-object.ts'
import { amendObject } from '../actions/amend-object.ts'
import { createKey } from '../actions/create-key.ts'
import { endLife } from '../actions/end-life.ts'
import { fileCounterpoint } from '../actions/file-counterpoint.ts'
import { accountOf } from '../domain/actor.ts'
import { nobodyWaits } from '../actions/bundle/attempts.ts'
import { importBundle, type ImportBundle } from '../actions/import-bundle.ts'
import { mergeObject, unmergeObject } from '../actions/merge-object.ts'
import type { Deps } from '../actions/record/deps.ts'
import { redactObject } from '../actions/redact-object.ts'
import { revokeKey } from '../actions/revoke-key.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Noun } from '../domain/nouns.ts'
import { jsonText } from '../formats/json-text.ts'
import { runInSlices } from '../formats/in-slices.ts'
import { readingBundle, requireSound } from '../formats/read-bundle.ts'
import type { Db } from '../store/database/db.ts'
import { viewImported } from '../views/written/imported.ts'
import { presentCounterpoint } from '../views/present-counterpoints.ts'
import { showMerge, showOf } from '../views/show.ts'
import type { VerbDeps } from './writing-deps.ts'

/** A write as data: the answer shows its object in a language. */
type Plain<W> = Omit<W, 'show'> & { readonly language: DisplayLanguage }

type Of<Action extends (deps: Deps, write: never) => unknown> = Plain<Parameters<Action>[1]>

/** A bundle as it was sent. */
type SentBundle = Pick<ImportBundle, 'actor' | 'idempotent' | 'preview' | 'onError'> & {
  readonly bytes: Uint8Array
}

/** Every write that a service carries out: what goes in and what comes out is data that can be copied. */
export const verbs = {
  addObject: (deps: Deps, { language, ...write }: Of<typeof addObject>) =>
    addObject(deps, { ...write, show: showing(write.object.type, language) }),

  amendObject: (deps: Deps, { language, ...write }: Of<typeof amendObject>) =>
    amendObject(deps, { ...write, show: showing(write.type, language) }),

  addCitation: (deps: Deps, { language, ...write }: Of<typeof addCitation>) =>
    addCitation(deps, { ...write, show: showing('citation', language) }),

  fileCounterpoint: (deps: Deps, { language, ...write }: Of<typeof fileCounterpoint>) =>
    fileCounterpoint(deps, {
      ...write,
      show: (tx, claim, record) =>
        presentCounterpoint(tx, { answered: write.answered, claim }, language, record),
    }),

  endLife: (deps: Deps, { language, ...write }: Of<typeof endLife> & { readonly type: Noun }) =>
    endLife(deps, { ...write, show: showing(write.type, language) }),

  redactObject: (deps: Deps, { language, ...write }: Of<typeof redactObject>) =>
    redactObject(deps, { ...write, show: showing(write.type, language) }),

  mergeObject: (deps: Deps, { language: _, ...write }: Of<typeof mergeObject>) =>
    mergeObject(deps, { ...write, show: showingMerge }),

  unmergeObject: (deps: Deps, { language: _, ...write }: Of<typeof unmergeObject>) =>
    unmergeObject(deps, { ...write, show: showingMerge }),

  /** Its answer may name tens of thousands of refs, so it comes serialised. */
  importBundle: (deps: VerbDeps, { bytes, ...write }: SentBundle) =>
    deps.bundleQueue.take(accountOf(write.actor), async () => {
      const { signal } = deps
      if (signal?.aborted) throw nobodyWaits()
      const bundle = await runInSlices(readingBundle(bytes))
      if (bundle.isMalformed && write.onError === 'refuse') requireSound(bundle)
      const { lines, faults } = bundle
      const imported = await importBundle(deps, { ...write, lines, faults, signal })
      return { json: jsonText(viewImported(imported)), lastSeq: imported.events?.last }
    }),

  createKey,
  revokeKey,
}

function showing<N extends Noun>(noun: N, language: DisplayLanguage) {
  return async (tx: Db, id: string) => (await showOf[noun](tx, id, language)).body
}

async function showingMerge(tx: Db, id: string) {
  return (await showMerge(tx, id)).body
}
