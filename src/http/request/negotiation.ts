import { qualityOf } from './accept.ts'

/** In order of preference, for clients that give several the same quality value. */
const mediaTypes = {
  html: 'text/html',
  jsonLd: 'application/ld+json',
  json: 'application/json',
  text: 'text/plain',
} as const
export type Form = keyof typeof mediaTypes

const forms: readonly Form[] = ['html', 'jsonLd', 'json', 'text']

/**
 * The form in which to answer at an address for people and programs alike. A client that accepts
 * none of them gets the page: bare links reach programs of every kind, and few say what they can
 * read.
 */
export function formFor(accept: string | undefined): Form {
  const quality = (form: Form) => qualityOf(accept, mediaTypes[form])
  const [best = 'html'] = forms.toSorted((a, b) => quality(b) - quality(a))
  return best
}

/** Whether a request prefers a page to data. Browsers do; programs do not. */
export function prefersHtml(accept: string | undefined): boolean {
  const data = [mediaTypes.json, 'application/problem+json']
  return data.every((type) => qualityOf(accept, mediaTypes.html) > qualityOf(accept, type))
}
