import { drains } from './drains.ts'
import { fuzz } from './fuzz.ts'
import { kills } from './kills.ts'
import { previews } from './previews.ts'
import { stops } from './stops.ts'
import type { Soak } from './soak.ts'

/** What `npm run soak` knows. A new one is a file beside these and a line here. */
export const soaks: readonly Soak[] = [kills, drains, stops, fuzz, previews]
