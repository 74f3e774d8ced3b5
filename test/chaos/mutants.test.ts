import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutants } from '../../bench/chaos/mutants.ts'

const changes = Object.entries(mutants).flatMap(([name, { changes }]) =>
  changes.map(({ file, from }) => ({ name, file, from })),
)

test.each(changes)('$name takes out of $file what is there once', ({ file, from }) => {
  expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2)
})
