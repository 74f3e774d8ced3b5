#!/usr/bin/env node
import process from 'node:process'

const oldestNode = 24

const [running = 0] = process.versions.node.split('.').map(Number)
if (running < oldestNode) {
  const start = 'Start it with `npm start`.'
  process.stderr.write(
    `Counterpoint needs Node ${oldestNode}; this is ${process.version}. ${start}\n`,
  )
  process.exitCode = 2
} else {
  // Not before the check: an older Node cannot even load it.
  const { run } = await import('./cli/run.ts')
  const [, , ...args] = process.argv
  await run(args.length > 0 ? args : ['serve'])
}
