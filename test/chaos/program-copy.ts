import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '../..')
const copied = [
  'src',
  'db',
  'docs/rules',
  'dist/browser',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

/** A copy of the program, to be changed, in a new folder. */
export function copyProgram(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const name of copied)
    cpSync(path.join(project, name), path.join(folder, name), { recursive: true })
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
}
