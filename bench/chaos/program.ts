import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Program } from '../../test/chaos/service-process.ts'
import { copyProgram } from '../../test/chaos/program-copy.ts'
import { mutants, type Mutant } from './mutants.ts'

export const project = path.resolve(import.meta.dirname, '../..')

/** The built program, or a copy of it with one thing removed, in a new folder. */
export function build(mutant?: Mutant, folder = ''): Program {
  if (!mutant) return compile(project)
  copyTo(folder, mutant)
  return compile(folder)
}

export function compile(folder: string): Program {
  const compiler = path.join(folder, 'node_modules/.bin/tsc')
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: folder,
    stdio: 'inherit',
  })
  return { folder, entry: ['dist/main.js'] }
}

function copyTo(folder: string, mutant: Mutant): void {
  copyProgram(folder)
  for (const { file, from, to } of mutants[mutant].changes) {
    const text = readFileSync(path.join(folder, file), 'utf8')
    if (text.split(from).length !== 2)
      throw new Error(
        `${file} does not have what ${mutant} takes out: correct bench/chaos/mutants.ts.`,
      )
    writeFileSync(
      path.join(folder, file),
      text.replace(from, () => to),
    )
  }
}
