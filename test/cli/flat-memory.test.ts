import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { expect, it } from 'vitest'
import { aPath } from '../support/folder.ts'

/** At 48 MB of heap, one that kept a kilobyte of each line would run out of memory. */
const lines = 120_000

it('a bundle is read through and cut into batches in memory that does not grow with it', () => {
  const file = aPath('long.ndjson')
  const descriptor = openSync(file, 'w')
  for (let line = 0; line < lines; line += 1)
    writeSync(descriptor, `${JSON.stringify(line % 2 ? linkAt(line) : claimAt(line))}\n`)
  closeSync(descriptor)

  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=48', 'test/support/count-batches.ts', file],
    { encoding: 'utf8' },
  )

  expect(stderr).toBe('')
  expect(Number(stdout)).toBe(lines)
})

function claimAt(line: number) {
  const text = `Statement ${line}`
  const words = { text, lang: 'en', assertedAt: '2026-01-01' }
  return { type: 'claim', ref: `c${line}`, kind: 'fact', speaker: 'desk', about: [], ...words }
}

/** Each needs a claim that comes after it. */
function linkAt(line: number) {
  const [from, to] = [`c${line + 1}`, { claim: `c${line - 1}` }]
  return { type: 'link', relation: 'supports', from, to }
}
