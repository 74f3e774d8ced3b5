import type { SearchTerm } from '../../domain/search/terms.ts'
import { shortened } from '../../sentences/quotation.ts'
import { FoundWords } from './found-words.tsx'

export interface WordsProps {
  readonly words: { readonly text: string; readonly lang: string | undefined }
  /** By default, the words are shown in full. */
  readonly max?: number
  readonly isStruck?: boolean
  /** What was searched for, to be marked. */
  readonly terms?: readonly SearchTerm[] | undefined
}

/** Words of the record, in their own language and direction. */
export function Words({ words: { text, lang }, max, isStruck = false, terms = [] }: WordsProps) {
  const shown = terms.length > 0 ? <FoundWords {...{ text, terms, max }} /> : cut(text, max)
  return (
    <span class="words" lang={lang} dir="auto">
      {isStruck ? <s>{shown}</s> : shown}
    </span>
  )
}

function cut(text: string, max: number | undefined): string {
  return max === undefined ? text : shortened(text, max)
}
