import type { countering } from '../../domain/counterpoint.ts'
import type { Phrase } from '../../domain/display-language.ts'
import type { Relation } from '../../domain/kinds.ts'

/** What a claim is to another one that it does not answer. */
export const otherRelations: Readonly<
  Record<Exclude<Relation, (typeof countering)[number]>, Phrase>
> = {
  relies_on: { en: 'rests on this', ko: '이를 근거로 삼음' },
  restates: { en: 'says the same', ko: '같은 내용' },
  supersedes: { en: 'replaces this', ko: '이를 대체' },
  concedes: { en: 'accepts this', ko: '이를 인정' },
  supports: { en: 'gives a reason for this', ko: '이를 뒷받침' },
}
