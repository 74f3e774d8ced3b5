import { qualityOf } from './accept.ts'

/** In the order of preference where a client gives several the same quality. */
const mediaTypes = {
  html: 'text/html',
  jsonLd: 'application/ld+json',
  json: 'application/json',
} as const
export type Form = keyof typeof mediaTypes

const forms: readonly Form[] = ['html', 'jsonLd', 'json']

/**
 * In which form an address for people and machines alike is answered. A client that accepts none of
 * them gets the page: a bare link is given to every kind of program, and few say what they can read.
 */
export function formFor(accept: string | undefined): Form {
  const quality = (form: Form) => qualityOf(accept, mediaTypes[form])
  const [best = 'html'] = forms.toSorted((a, b) => quality(b) - quality(a))
  return best
}

/** Whether a request wants a page rather than data, as browsers say and programs do not. */
export function prefersHtml(accept: string | undefined): boolean {
  return qualityOf(accept, mediaTypes.html) > qualityOf(accept, mediaTypes.json)
}
