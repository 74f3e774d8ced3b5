import type { ReadDraft } from './draft.ts'

/** What the thread answers: the draft, or why it cannot be read. Faults of ours end the thread. */
export type FromReader = { readonly draft: ReadDraft } | { readonly fault: string }
