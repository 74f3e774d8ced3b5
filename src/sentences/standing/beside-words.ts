import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { RememberedStatus } from '../../domain/badges.ts'
import { withParticle } from '../sounds/korean-particles.ts'

/** What badges say that name parties. */
interface BesideWords {
  /** Beside a status that says something else. */
  readonly admitted: (names: string) => string
  readonly setAside: (bodies: string) => string
  /** By its last status; without names if those who answered are not named. */
  readonly earlierVersion: Readonly<Record<RememberedStatus, (names: string | undefined) => string>>
}

export const besideWords: Readonly<Record<DisplayLanguage, BesideWords>> = {
  en: {
    admitted: (names) => `A confirmation by ${names} is on record`,
    setAside: (bodies) => `A ruling once stood here: ${bodies} set it aside or suspended it`,
    earlierVersion: {
      denied: (names = 'the party it is about') =>
        `An earlier version was answered or contested by ${names}`,
      disputed: (names) =>
        names === undefined
          ? 'An earlier version was disputed'
          : `An earlier version was answered or contested by ${names}`,
      countered: (names) => `An earlier version was countered${names ? ` by ${names}` : ''}`,
      ruled_against: (names = 'a body') => `An earlier version was ruled against by ${names}`,
      basis_lost: () => 'What an earlier version rests on has fallen',
    },
  },
  ko: {
    admitted: (names) => `${names}의 인정 기록 있음`,
    setAside: (bodies) =>
      `이 주장에 관한 종전 판단은 ${withParticle(bodies, '이/가')} 취소하거나 정지함`,
    earlierVersion: {
      denied: (names = '당사자') => `이전 주장에 ${names}의 답변이나 이의가 있었음`,
      disputed: (names) =>
        names === undefined
          ? '이전 주장을 두고 주장이 엇갈렸음'
          : `이전 주장에 ${names}의 답변이나 이의가 있었음`,
      countered: (names) =>
        names === undefined
          ? '이전 주장은 반박되었고 유효한 재반박이 없음'
          : `이전 주장은 ${withParticle(names, '이/가')} 반박했고 유효한 재반박이 없음`,
      ruled_against: (names = '기관') => `이전 주장은 ${names} 판단과 어긋남`,
      basis_lost: () => '이전 주장은 근거를 잃음',
    },
  },
}
