import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Addresses, JsonLd } from '../../formats/claim-json-ld.ts'
import type { CitedPage } from '../../formats/claim-citation.ts'
import { claimAddress, sourceAddress } from '../../html/addresses.ts'
import { oembedAddresses, type Discovery } from './discovery.tsx'
import type { RecordLook } from '../../html/look.ts'
import type { Preview } from '../../html/preview.tsx'
import { canonicalOf, type Place } from '../../html/page/place.tsx'
import { RecordPage } from './record-page.tsx'

/** Something on record, in every form in which its address is served. */
export interface RecordDocument {
  readonly preview: Preview
  readonly jsonLd: JsonLd
  readonly json: object
  /** It in plain text, if it has that form. */
  readonly text?: string
  /** What is cited of it, if it can be cited. */
  readonly cited?: CitedPage
  /** Its address in the API. */
  readonly jsonAddress: string
  readonly article: Child
  /** Whether it uses the whole width of the page. */
  readonly isWide?: boolean
  /** More style, if its page needs what others do not. */
  readonly style?: string
  readonly asOf: Date
  readonly keys: readonly string[]
}

/** @param chosen the address with the choices for its card */
export function discoveryOf(
  { preview, jsonAddress }: RecordDocument,
  chosen: string,
  place: Place,
  { publicUrl }: RecordLook,
): Discovery {
  const { address, title } = preview
  return {
    canonical: canonicalOf(place),
    title,
    json: new URL(jsonAddress, publicUrl).href,
    jsonLd: `${address}.jsonld`,
    oembed: oembedAddresses(publicUrl, chosen),
  }
}

export async function renderPage(
  document: RecordDocument,
  discovery: Discovery,
  place: Place,
  look: RecordLook,
): Promise<string> {
  const { preview, jsonLd, asOf, article, isWide = false, style } = document
  return String(
    await html`<!doctype html>${(
        <RecordPage
          {...{ preview, place, discovery, jsonLd, asOf, isWide, style }}
          license={look.dataLicense}
        >
          {article}
        </RecordPage>
      )}`,
  )
}

/** Adds the terms on which the data may be used, if stated. */
export function licensed(jsonLd: JsonLd, { dataLicense }: RecordLook): JsonLd {
  return dataLicense ? { ...jsonLd, license: dataLicense.url } : jsonLd
}

export function addressesIn({ publicUrl }: RecordLook): Addresses {
  return {
    claim: (id) => claimAddress(publicUrl, id),
    source: (id) => sourceAddress(publicUrl, id),
  }
}
