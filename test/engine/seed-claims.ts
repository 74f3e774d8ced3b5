import { readFileSync } from 'node:fs'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import type {
  Attack,
  QuotedClaim,
  QuotedPoint,
  StepAttack,
} from '../../src/sentences/explanation.ts'
import type { Party, Speaker } from '../../src/sentences/told/speakers.ts'
import { bundleLine } from '../../src/formats/bundle.ts'

const path = new URL('../../db/seed/newsletter.ndjson', import.meta.url)
const lines = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => bundleLine.parse(JSON.parse(line)))

/** A party of the seed story, or one of that name that the story does not know. */
export function speaker(ref: string, lang: DisplayLanguage): Speaker {
  const source = lines.find((line) => line.type === 'source' && line.ref === ref)
  if (source?.type !== 'source') return { id: ref, name: ref }
  const translated = source.names.find((name) => name.lang === lang)
  return { id: ref, name: translated?.name ?? source.name }
}

/** A claim of the seed story, as a sentence in that language quotes it. */
export function seedClaim(ref: string, lang: DisplayLanguage): QuotedClaim {
  const claim = lines.find((line) => line.type === 'claim' && line.ref === ref)
  if (claim?.type !== 'claim') throw new Error(`The seed story has no claim ${ref}`)
  const translated = claim.texts.find((text) => text.lang === lang)
  return {
    speaker: speaker(claim.speaker ?? '', lang),
    words: translated?.text ?? claim.text,
    translated: translated ? { from: claim.lang, by: translated.by } : null,
    assertedAt: claim.assertedAt,
    isRuling: claim.kind === 'ruling',
  }
}

/** Points as sentences quote them, which no machine translated. */
export function quotedPoints(...texts: readonly string[]): QuotedPoint[] {
  return texts.map((text) => ({ text, isMachine: false }))
}

/** A claim that the seed story does not hold. */
export function said(
  by: string,
  words: string | null,
  lang: DisplayLanguage,
  assertedAt = '2025-12-05',
): QuotedClaim {
  const speaking = speaker(by, lang)
  return { speaker: speaking, words, translated: null, assertedAt, isRuling: false }
}

export function rebuttal(claim: QuotedClaim, details: Partial<Attack> = {}): Attack {
  const plain = { as: 'attack', relation: 'rebuts', party: null, otherPoint: null } as const
  return { ...claim, ...plain, ...details }
}

export function undercut(claim: QuotedClaim, details: Partial<Attack> = {}): Attack {
  return rebuttal(claim, { relation: 'undercuts', ...details })
}

export function stepAttack(claim: QuotedClaim, basis: QuotedClaim): StepAttack {
  return { ...claim, as: 'step', basis }
}

/** For whom somebody speaks: for itself alone, unless it is said otherwise. */
export function partyOf(subjects: readonly Speaker[], details: Partial<Party> = {}): Party {
  const [named, more] = [subjects.slice(0, 3), Math.max(0, subjects.length - 3)]
  const alone = { isSpeakerOne: true, of: subjects.length, isBesideOwn: false } as const
  return { subjects: { named, more }, kind: 'companies', ...alone, ...details }
}
