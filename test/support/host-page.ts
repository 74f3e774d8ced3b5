import { onTestFinished } from 'vitest'
import { startHost } from './host-server.ts'

/** A page of another site, until the end of the test. */
export async function serveHostPage(
  html: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const { address, close } = await startHost(html, headers)
  onTestFinished(close)
  return address
}
