import { open } from 'node:fs/promises'
import { batchesOf } from '../../src/cli/bundle-file/batches.ts'
import { survey } from '../../src/cli/bundle-file/survey.ts'

/** Prints how many lines the batches of a bundle hold. */
const [, , name = ''] = process.argv
await using file = await open(name)
using surveyed = await survey(file)
let lines = 0
for await (const batch of batchesOf(file, surveyed)) lines += batch.length
console.log(lines)
