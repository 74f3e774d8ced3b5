/** `npm run db:new <name>`: an empty migration with the next number. */
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, 'migrations')
const [name = ''] = process.argv.slice(2)

if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
  const numbers = readdirSync(folder).map((file) => Number.parseInt(file, 10) || 0)
  const number = String(Math.max(0, ...numbers) + 1).padStart(4, '0')
  const file = path.join(folder, `${number}-${name}.sql`)
  writeFileSync(file, '-- What is here, and why.\n', { flag: 'wx' })
  console.log(path.relative(process.cwd(), file))
} else {
  console.error('Say what it does, in small letters and hyphens: npm run db:new searchable-texts')
  process.exitCode = 1
}
