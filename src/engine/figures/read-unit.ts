import { englishScales, koreanScales, units } from '../../domain/units.ts'

/** A unit on the common scale: a number in the unit that was read is ten to this power of them. */
export interface ReadUnit {
  readonly unit: string
  readonly power: number
}

const spelled: ReadonlyMap<string, ReadUnit> = new Map(
  units.flatMap(({ spellings, ...read }) => spellings.map((spelling) => [spelling, read] as const)),
)

const { small, large } = koreanScales
const korean = new RegExp(
  `^(?<small>[${Object.keys(small).join('')}])?(?<large>[${Object.keys(large).join('')}])? ?(?=.)`,
)
const english = new RegExp(`^(?<scale>${Object.keys(englishScales).join('|')}) (?:of )?(?=.)`)
const englishAfter = new RegExp(
  `(?:(?<=.) |(?<=[$€£₩]))(?<scale>${Object.keys(englishScales).join('|')})$`,
)
const number = /^1(?<zeros>0*(?:,000)*) ?(?=[^\d.,])/

/** Spellings that differ only in width, case or spacing are the same. */
export function foldSpelling(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** What a unit stands for, as it was entered. */
export function readWrittenUnit(unit: string): ReadUnit {
  return readUnit(foldSpelling(unit))
}

/**
 * What a folded unit stands for. Words that scale it are taken off: "million USD", "100 million KRW",
 * "USD bn", "천만 원", "만명". What is not in the table stays a unit of its own, since a guess would
 * compare what nobody said.
 */
function readUnit(folded: string): ReadUnit {
  const known = spelled.get(folded)
  if (known) return known
  for (const shorter of [withoutNumber, withoutEnglish, withoutEnglishAfter, withoutKorean]) {
    const found = shorter(folded)
    if (!found) continue
    const { unit, power } = readUnit(found.rest)
    return { unit, power: power + found.power }
  }
  return { unit: folded, power: 0 }
}

interface Shorter {
  readonly rest: string
  readonly power: number
}

function withoutNumber(unit: string): Shorter | undefined {
  const found = number.exec(unit)
  const zeros = found?.groups?.['zeros']
  if (!found || !zeros) return undefined
  return { rest: unit.slice(found[0].length), power: zeros.replaceAll(',', '').length }
}

function withoutEnglish(unit: string): Shorter | undefined {
  const found = english.exec(unit)
  const power = englishScales[found?.groups?.['scale'] ?? '']
  return found && power !== undefined ? { rest: unit.slice(found[0].length), power } : undefined
}

function withoutEnglishAfter(unit: string): Shorter | undefined {
  const found = englishAfter.exec(unit)
  const power = englishScales[found?.groups?.['scale'] ?? '']
  if (!found || power === undefined) return undefined
  return { rest: unit.slice(0, found.index), power }
}

/** Only before what the table knows, or Latin letters: 조각 is no trillion, and 만 세 is an age. */
function withoutKorean(unit: string): Shorter | undefined {
  const found = korean.exec(unit)
  if (!found?.[0].trim()) return undefined
  const rest = unit.slice(found[0].length)
  if (!spelled.has(rest) && !/^[a-z$€£₩]/.test(rest)) return undefined
  const { small: one, large: other } = found.groups ?? {}
  return { rest, power: powerOf(small, one) + powerOf(large, other) }
}

function powerOf(powers: Readonly<Record<string, number>>, syllable: string | undefined): number {
  return syllable === undefined ? 0 : (powers[syllable] ?? 0)
}
