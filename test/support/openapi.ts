/** `npm run openapi` writes the OpenAPI document of the service to a file for linting. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { detachedApp } from './detached-app.ts'

const [file = ''] = process.argv.slice(2)

const answer = await detachedApp().request('/openapi.json')
mkdirSync(path.dirname(file), { recursive: true })
writeFileSync(file, await answer.text())
