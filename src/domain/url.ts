import { domainToUnicode } from 'node:url'
import { z } from 'zod'
import { refuse, textFault, textMax } from './text.ts'

/** A web address, stored as sent. */
export const webAddress = z
  .string()
  .superRefine((value, context) => {
    const found = textFault(value, textMax.url)
    if (found) refuse(context, found)
    else if (!isWebAddress(value))
      refuse(context, {
        code: 'bad-url',
        message:
          'Send a whole http or https address, such as "https://example.org/report": two slashes, then the host as it is written, no user or password, no backslash, no space.',
      })
  })
  .meta({
    id: 'WebAddress',
    format: 'uri',
    maxLength: textMax.url,
    example: 'https://example.org/report',
  })

const shape = /^https?:\/\/(?<host>\[[0-9a-f:.]+\]|[^/?#:@[\]%\\]+)(?::\d*)?(?:[/?#][^\\]*)?$/iu
const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/**
 * Whether every program reads the same address from a text. Browsers repair malformed addresses,
 * and may then lead to another page than the text says.
 */
export function isWebAddress(value: string): boolean {
  const host = shape.exec(value)?.groups?.['host']?.toLowerCase()
  if (host === undefined || /\s/.test(value) || !URL.canParse(value)) return false
  const { hostname } = new URL(value)
  return host.startsWith('[') || isHost(hostname, host)
}

/** Whether a host is in normal form, unlike 127.1, full-width letters or invisible characters. */
function isHost(hostname: string, written: string): boolean {
  const labels = hostname.replace(/\.$/, '').split('.')
  const writtenLabels = written.normalize('NFC').replace(/\.$/, '').split('.')
  return (
    hostname.length <= 254 &&
    labels.length === writtenLabels.length &&
    labels.every((each, index) => {
      const text = writtenLabels[index] ?? ''
      return label.test(each) && (text === each || text === domainToUnicode(each))
    })
  )
}
