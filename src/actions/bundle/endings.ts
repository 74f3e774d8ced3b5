import type { Noun } from '../../domain/nouns.ts'
import type { FieldFault } from '../../domain/errors.ts'
import { citationsOfEnding, endedBy, voidTargets } from '../../formats/bundle.ts'
import type { EndingKind } from '../../formats/event-drafts.ts'
import type { Life } from '../../store/lives.ts'
import { cannotChange } from './check-voided.ts'
import type { NumberedLine } from './lines.ts'
import type { Names } from './names.ts'

/** A line that ends a life, or undoes such an end. */
export interface Ending {
  readonly line: number
  /** The object whose life it is. */
  readonly type: Noun
  readonly object: string
  readonly kind: EndingKind
  /** When it was withdrawn or ended. */
  readonly at?: string
  readonly reason: string | null
  readonly citations?: ReturnType<typeof citationsOfEnding>
}

/** The endings among some lines, in order: what was undone may be ended again. */
export function endingsOf(lines: readonly NumberedLine[], names: Names): Ending[] {
  const objectOf = (type: Noun, reference: string) => names.resolve(type, reference) ?? ''
  return lines.flatMap(({ line, value }): Ending[] => {
    if (value.type === 'withdrawal' || value.type === 'end') {
      const { at, reason } = value
      const type = endedBy[value.type]
      const object = objectOf(type, value.type === 'withdrawal' ? value.claim : value.link)
      const kind = value.type === 'withdrawal' ? 'claim.withdrawn' : 'link.ended'
      return [{ line, type, object, kind, at, reason, citations: citationsOfEnding(value) }]
    }
    if (value.type !== 'void') return []
    const { reason } = value
    return voidTargets.flatMap(({ field, type }) => {
      const reference = value[field]
      if (reference === undefined) return []
      const kind = `${field}.voided` as const
      return [{ line, type, object: objectOf(type, reference), kind, reason }]
    })
  })
}

/** Why an ending is not possible, given the life of its object; undefined if it is. */
export function refusalOf(life: Life, { object, kind }: Ending): FieldFault | undefined {
  const { type, closedAt, voidedAt, isVoid, mergedInto } = life
  if (mergedInto !== null) {
    const message = `${object} is merged into ${mergedInto}; name that one, or void the merge first.`
    return { pointer: '', code: 'merged', message }
  }
  switch (kind) {
    case 'claim.withdrawn':
    case 'link.ended': {
      const done = kind === 'claim.withdrawn' ? 'withdrawn' : 'ended'
      if (closedAt !== null) return already(object, done, closedAt)
      if (!isVoid) return undefined
      const voided = { type, id: object, into: null, since: voidedAt }
      return { pointer: '', code: 'voided', message: cannotChange(voided, done) }
    }
    case 'withdrawal.voided':
      return closedAt === null ? notSo(`${object} is not withdrawn.`) : undefined
    case 'end.voided':
      return closedAt === null ? notSo(`${object} is not ended by its author.`) : undefined
    case 'claim.voided':
    case 'link.voided':
    case 'source.voided':
    case 'report.voided':
    case 'citation.voided':
    case 'story.voided':
      return voidedAt === null ? undefined : already(object, 'voided', voidedAt.toISOString())
  }
  return kind satisfies never
}

function already(object: string, what: string, since: string): FieldFault {
  return {
    pointer: '',
    code: 'already-so',
    message: `${object} is ${what} already, since ${since}.`,
  }
}

function notSo(message: string): FieldFault {
  return { pointer: '', code: 'not-so', message }
}

/** The life of an object after an ending. */
export function lifeAfter(life: Life, { kind, at }: Ending, now: Date): Life {
  switch (kind) {
    case 'claim.withdrawn':
    case 'link.ended':
      return { ...life, closedAt: at ?? null }
    case 'withdrawal.voided':
    case 'end.voided':
      return { ...life, closedAt: null }
    case 'claim.voided':
    case 'link.voided':
    case 'source.voided':
    case 'report.voided':
    case 'citation.voided':
    case 'story.voided':
      return { ...life, voidedAt: now, isVoid: true }
  }
  return kind satisfies never
}
