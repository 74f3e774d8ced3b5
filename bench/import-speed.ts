import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { enterFiles, startNew, writeBundles } from './data.ts'

/**
 * Claims per second when a synthetic record is imported into an empty one, with everything
 * connected to them.
 */
export async function measureImport(claims: number): Promise<number> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'counterpoint-bench-'))
  // Otherwise the server's user could not reach it, and the files would be elsewhere.
  await chmod(dataDir, 0o755)
  try {
    // Not counting the time to create the database and the bundles.
    const embedded = await startNew(dataDir)
    const files = await writeBundles(dataDir, claims)
    const begun = performance.now()
    await enterFiles(dataDir, files)
    const seconds = (performance.now() - begun) / 1000
    await embedded.stop()
    return claims / seconds
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
