import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import type { KnownClaim } from './claims.ts'
import { expectedOf } from './expected.ts'
import type { Told } from './read-html.ts'

/** What a surface says of a claim beyond the record; empty if nothing. */
export function standingFaults(
  claim: KnownClaim,
  { label, mark }: Told['standings'][number],
  lang: DisplayLanguage,
): readonly string[] {
  const { words, marks, names } = expectedOf[claim.status]
  const found = words[lang].exec(label)
  if (!found) return [`says “${label}” of what is ${claim.status}`]
  const who = Object.values(found.groups ?? {}).flatMap((group) => group ?? [])
  const allowed = names === 'anyone' ? undefined : claim.names[names][lang]
  const strangers = who
    .flatMap((group) => namesIn(group, lang))
    .filter((name) => allowed && !allowed.has(name.replace(/^A /, 'a ')))
  return [
    ...strangers.map((name) => `names ${name} in “${label}”`),
    ...(mark === '' || marks.includes(mark) ? [] : [`draws ${mark} for ${claim.status}`]),
    ...(saysDenied[lang].test(label) && claim.status === 'denied' && !claim.mayBe.denied
      ? [`says “${label}” where every answer is on another point`]
      : []),
    ...(saysOpen[lang].test(label) && !claim.mayBe.open
      ? [`says “${label}” where somebody answered this very point`]
      : []),
    ...(saysRestOpen[lang].test(label) && !claim.mayBe.partlyOpen
      ? [`says “${label}” where nobody answered a part of it, or somebody all of it`]
      : []),
    ...(saysCountered[lang].test(label) && !claim.mayBe.countered
      ? [`says “${label}” where every answer is to something else`]
      : []),
    ...remarked
      .filter(({ words }) => words[lang].test(label))
      .filter(({ response }) => claim.remarks?.has(response) === false)
      .map(({ response }) => `says “${label}” where nobody ${response}`),
  ]
}

const saysCountered = { en: /^Countered|found otherwise$/, ko: /의 반박 ·|판단과 배치$/ }
const remarked = [
  { response: 'context', words: { en: /^Context added/, ko: /의 보충 있음 · 반박/ } },
  { response: 'declines', words: { en: /declined to comment/, ko: / 논평 거부/ } },
  { response: 'elsewhere', words: { en: /point · not contra/, ko: /다른 점 · 반박 기록/ } },
] as const
const saysDenied = { en: /says? this is not so$/, ko: / 반박$/ }
const saysRestOpen = { en: /the rest is open$/, ko: /나머지는 답변 없음$/ }
const saysOpen = { en: /this one is open$/, ko: /이 점은 답변 없음$/ }

/** "A, B and C", "A, B, C and 2 more"; "A, B, C 외 2곳". */
function namesIn(group: string, lang: DisplayLanguage): readonly string[] {
  const row = lang === 'en' ? group : group.replace(/ 외 \d+곳$/, '')
  return row.split(/, | and /).filter((name) => !/^\d+ more$/.test(name))
}

/** Whether the words of a claim stand alone where something must be said first. */
export function bareFaults(
  claim: KnownClaim,
  alone: readonly string[],
  lang: DisplayLanguage,
): readonly string[] {
  const { prefix } = expectedOf[claim.status]
  if (prefix === null) return []
  return alone.flatMap((text) => {
    const found = claim.words.exec(text)
    if (!found) return []
    if (claim.status === 'removed') return [`shows removed words: “${text}”`]
    // The last bracket before the words: texts may hold brackets of their own.
    const before = text.slice(0, found.index)
    const brackets = /^\[.*?\](?= |$)/.exec(before)?.[0] ?? ''
    return prefix[lang].test(brackets) ? [] : [`shows bare words: “${text}”`]
  })
}
