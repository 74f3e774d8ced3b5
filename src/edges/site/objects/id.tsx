import type { Noun } from '../../../domain/nouns.ts'
import { claimAddress, linkTo, objectAddress, storyAddress } from '../../../html/addresses.ts'
import type { RecordLook } from '../../../html/look.ts'
import { objectWords } from './words.ts'

interface IdProps {
  readonly id: string
  /** What it is of; undefined if nothing on record has it. */
  readonly noun: Noun | undefined
  readonly look: RecordLook
}

/** An id, which leads to the page of what has it. */
export function Id({ id, noun, look }: IdProps) {
  if (noun === undefined) return <code>{id}</code>
  return (
    <>
      {objectWords[look.language].nouns[noun]}{' '}
      <a href={pageOf(id, noun, look)}>
        <code>{id}</code>
      </a>
    </>
  )
}

function pageOf(id: string, noun: Noun, look: RecordLook): string {
  const { publicUrl } = look
  if (noun === 'citation') return `/v1/citations/${id}`
  if (noun === 'claim') return linkTo(claimAddress(publicUrl, id), look)
  if (noun === 'story') return linkTo(storyAddress(publicUrl, id), look)
  return linkTo(objectAddress(publicUrl, `${noun}s`, id), look)
}
