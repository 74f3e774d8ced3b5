/** `npm run openapi` writes the OpenAPI document of the service to a file, to be linted. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'
import { createApp } from '../../src/app.ts'
import { openDb, openPool, servingLimits } from '../../src/store/pool.ts'

const [file = ''] = process.argv.slice(2)

// Nobody connects to it: a document asks no database.
const pool = openPool({
  url: 'postgres://nobody@localhost/nothing',
  applicationName: 'counterpoint openapi',
  connectionsMax: 1,
  limits: servingLimits,
})
const app = createApp({
  db: openDb(pool),
  log: pino({ level: 'silent' }),
  publicUrl: new URL('https://counterpoint.example'),
  isServing: () => true,
})
const answer = await app.request('/openapi.json')
mkdirSync(path.dirname(file), { recursive: true })
writeFileSync(file, await answer.text())
await pool.end()
