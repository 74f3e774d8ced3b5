import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A path in a temporary folder, which is deleted when the test ends. */
export function aPath(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, name)
}
