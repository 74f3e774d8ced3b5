import { drains } from './drains.ts'
import { fuzz } from './fuzz.ts'
import { histories } from './histories.ts'
import { groups } from './groups.ts'
import { groupKills, kills } from './kills.ts'
import { labels } from './labels.ts'
import { previews } from './previews.ts'
import { stops } from './stops.ts'
import { surfaces } from './surfaces.ts'
import type { Soak } from './soak.ts'

/** The checks of `npm run soak`. To add one, write a file beside these and a line here. */
export const soaks: readonly Soak[] = [
  kills,
  groupKills,
  drains,
  stops,
  fuzz,
  previews,
  histories,
  groups,
  labels,
  surfaces,
]
