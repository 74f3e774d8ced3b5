import { finalSound, type FinalSound } from './korean-sounds.ts'

/** The form after each sound; `unknown` is the spelling that leaves the choice to the reader. */
const forms = {
  '은/는': { consonant: '은', rieul: '은', vowel: '는', unknown: '은(는)' },
  '이/가': { consonant: '이', rieul: '이', vowel: '가', unknown: '이(가)' },
  '을/를': { consonant: '을', rieul: '을', vowel: '를', unknown: '을(를)' },
  '와/과': { consonant: '과', rieul: '과', vowel: '와', unknown: '와(과)' },
  '(으)로': { consonant: '으로', rieul: '로', vowel: '로', unknown: '(으)로' },
  '(이)라며': {
    consonant: '이라며',
    rieul: '이라며',
    vowel: '라며',
    unknown: '(이)라며',
  },
  '(이)라는': { consonant: '이라는', rieul: '이라는', vowel: '라는', unknown: '(이)라는' },
  '(이)라고': { consonant: '이라고', rieul: '이라고', vowel: '라고', unknown: '(이)라고' },
} as const satisfies Record<string, Record<FinalSound, string>>

export type Particle = keyof typeof forms

/** A word or quotation followed by the particle in the form that its last sound requires. */
export function withParticle(words: string, particle: Particle): string {
  return words + forms[particle][finalSound(words)]
}
