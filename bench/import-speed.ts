import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { enterFiles, startNew, writeBundles } from './data.ts'

/** Claims a second of one import of a synthetic record into an empty one, with all that hangs on it. */
export async function measureImport(claims: number): Promise<number> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'counterpoint-bench-'))
  // Else the server's user could not get there, and its files would be kept elsewhere.
  await chmod(dataDir, 0o755)
  try {
    // Making the database and the bundles is not part of it.
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
