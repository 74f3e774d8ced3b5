/** The address cannot be listened on; the message says why and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Puts the system's error into words. */
export function listenError(error: Error, host: string, port: number): ListenError {
  const code = 'code' in error ? String(error.code) : error.message
  return new ListenError(wordsFor(code, host, port), { cause: error })
}

function wordsFor(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is taken by another program. Stop that one, or set PORT to another port.`
  if (code === 'EACCES')
    return `Port ${port} is reserved for the administrator of this machine. Set PORT to 1024 or above.`
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code))
    return `HOST ${host} is not an address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 to listen on all addresses.`
  return `Port ${port} of ${host} cannot be listened on (${code}). Set PORT or HOST to something else.`
}
