import { DomainError } from '../domain/errors.ts'

/** The address of the survivor, in the form in which the merged object was requested. */
export function addressOfSurvivor(asked: string, error: unknown): string | undefined {
  if (!(error instanceof DomainError) || error.code !== 'merged') return undefined
  const { mergedInto } = error.facts
  if (typeof mergedInto !== 'string') return undefined
  const url = new URL(asked)
  url.pathname = led(url.pathname, mergedInto)
  const named = url.searchParams.get('url')
  if (url.pathname === '/oembed' && named !== null)
    url.searchParams.set('url', led(named, mergedInto))
  return url.pathname + url.search
}

function led(address: string, mergedInto: string): string {
  return address.replace(/\/(claims|links|reports|sources)\/[^/.?#]+/, `/$1/${mergedInto}`)
}
