import { z } from 'zod'
import { refuse, textFault, textMax } from './text.ts'

/** An address on the web, kept as it was sent. */
export const webAddress = z
  .string()
  .superRefine((value, context) => {
    const found = textFault(value, textMax.url)
    if (found) refuse(context, found)
    else if (/\s/.test(value) || !isWebAddress(value))
      refuse(context, {
        code: 'bad-url',
        message: 'Send an http or https address without a password.',
      })
  })
  .meta({
    id: 'WebAddress',
    format: 'uri',
    maxLength: textMax.url,
    example: 'https://example.org/report',
  })

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username, password } = new URL(value)
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' && password === ''
}
