/** Who runs the service, as they name themselves. */
export interface Operator {
  readonly name: string
  /** Where readers write to, if that is stated. */
  readonly contact?: Contact | undefined
  /** The address of their legal notice, if that is stated. */
  readonly legalNotice?: string | undefined
}

/** An e-mail address or a page. */
export interface Contact {
  readonly text: string
  readonly href: string
}

/** Reads `OPERATOR_CONTACT`: an e-mail address, or the address of a page; undefined if it is neither. */
export function contactOf(text: string): Contact | undefined {
  if (/^[^\s@<>"]{1,64}@[^\s@<>"/?#]{1,255}$/.test(text))
    return { text, href: `mailto:${encodeURI(text)}` }
  const page = pageOf(text)
  return page === undefined ? undefined : { text, href: page }
}

/** The address of a page of the public web; undefined if it is none. */
export function pageOf(text: string): string | undefined {
  const url = URL.parse(text)
  const isPage =
    url !== null &&
    /^https?:\/\/[^\s<>"]{1,500}$/.test(text) &&
    url.username === '' &&
    url.password === ''
  return isPage ? url.href : undefined
}
