import type { DisputeName } from './record.ts'

export const surfaces = ['card', 'preview', 'badge', 'list', 'chat'] as const
type Surface = (typeof surfaces)[number]

/** One picture: a claim as it is shown on a surface. */
export interface Scene {
  readonly picture: string
  readonly dispute: DisputeName
  readonly surface: Surface
  readonly lang: 'en' | 'ko'
}

/** The twelve pictures of the test; each claim stands in another way, or is on another surface. */
export const scenes: readonly Scene[] = [
  { picture: 'p01', dispute: 'closure', surface: 'card', lang: 'en' },
  { picture: 'p02', dispute: 'payments', surface: 'card', lang: 'ko' },
  { picture: 'p03', dispute: 'crew', surface: 'card', lang: 'en' },
  { picture: 'p04', dispute: 'willows', surface: 'card', lang: 'ko' },
  { picture: 'p05', dispute: 'tram', surface: 'preview', lang: 'en' },
  { picture: 'p06', dispute: 'tariff', surface: 'preview', lang: 'ko' },
  { picture: 'p07', dispute: 'outage', surface: 'badge', lang: 'en' },
  { picture: 'p08', dispute: 'merger', surface: 'badge', lang: 'ko' },
  { picture: 'p09', dispute: 'inhaler', surface: 'list', lang: 'en' },
  { picture: 'p10', dispute: 'trial', surface: 'list', lang: 'ko' },
  { picture: 'p11', dispute: 'brakes', surface: 'chat', lang: 'en' },
  { picture: 'p12', dispute: 'training', surface: 'chat', lang: 'ko' },
]

export const markFamilies = ['discs', 'halves'] as const
export type MarkFamily = (typeof markFamilies)[number]
