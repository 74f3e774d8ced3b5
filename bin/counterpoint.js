#!/usr/bin/env node
// What `npx counterpoint` runs. It is here before anything is built.
import { existsSync } from 'node:fs'
import process from 'node:process'

const built = new URL('../dist/main.js', import.meta.url)

if (existsSync(built)) await import(built.href)
else {
  process.stderr.write('Counterpoint is not built yet. Run `npm run build`, or `npm start`.\n')
  process.exitCode = 2
}
