import { choiceOf, type Asked } from '../../html/choice.ts'
import type { OwnAddress } from './own-address.ts'

/**
 * A card as it was asked for, and then in ever smaller forms: with fewer counterpoints, and in three
 * lines.
 */
export function formsOf(own: OwnAddress): readonly OwnAddress[] {
  const { asked, noun } = own
  if (asked('size') === 'compact') return [own]
  const most = noun === 'claims' ? choiceOf(asked).counterpoints : 0
  const fewer = Array.from({ length: most }, (_, index) => ({
    counterpoints: String(most - 1 - index),
  }))
  return [{}, ...fewer, { size: 'compact' }].map((chosen) => ({
    ...own,
    asked: askedWith(asked, chosen),
  }))
}

function askedWith(
  asked: Asked,
  chosen: Readonly<Partial<Record<Parameters<Asked>[0], string>>>,
): Asked {
  return (name) => chosen[name] ?? asked(name)
}
