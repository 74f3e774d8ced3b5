import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The process id of the server in the folder. */
export function serverPid(dataDir: string): number {
  return Number.parseInt(readFileSync(inCluster(dataDir, 'postmaster.pid'), 'utf8'), 10)
}

/** Kills it like a crash, and waits until nothing is left of it. */
export async function killServer(dataDir: string): Promise<void> {
  const pid = serverPid(dataDir)
  // Its guard may have been faster.
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await sleep(5)
}

/** Waits for a server that is being started, whatever an earlier one left behind. */
export async function serverIsThere(dataDir: string): Promise<void> {
  const file = inCluster(dataDir, 'postmaster.pid')
  while (!existsSync(file) || !isAlive(serverPid(dataDir))) await sleep(5)
}

export function inCluster(dataDir: string, name: string): string {
  return path.join(dataDir, 'postgres', 'cluster', name)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A zombie process accepts signals too.
    return process.platform !== 'linux' || existsSync(`/proc/${pid}/exe`)
  } catch {
    return false
  }
}
