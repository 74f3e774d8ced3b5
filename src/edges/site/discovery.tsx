/** Other forms of an address, for programs that have only the address. */
export interface Discovery {
  /** In the language that was asked for. */
  readonly canonical: string
  readonly title: string
  /** The address in the API. */
  readonly json: string
  readonly jsonLd: string
  readonly oembed: { readonly json: string; readonly xml: string }
}

interface Alternate {
  readonly type: string
  readonly href: string
}

/** @param asked the address with the reader's choices, which the embedder gets too */
export function oembedAddresses(publicUrl: URL, asked: string): Discovery['oembed'] {
  const at = (format: string) => {
    const address = new URL('/oembed', publicUrl)
    address.search = new URLSearchParams({ url: asked, format }).toString()
    return address.href
  }
  return { json: at('json'), xml: at('xml') }
}

function alternatesOf({ json, jsonLd, oembed }: Discovery): readonly Alternate[] {
  return [
    { type: 'application/json+oembed', href: oembed.json },
    { type: 'text/xml+oembed', href: oembed.xml },
    { type: 'application/ld+json', href: jsonLd },
    { type: 'application/json', href: json },
  ]
}

/** For the head of a page, early, because consumers stop reading as soon as they can. */
export function DiscoveryLinks({ discovery }: { readonly discovery: Discovery }) {
  return (
    <>
      {alternatesOf(discovery).map(({ type, href }) => (
        <link rel="alternate" type={type} href={href} title={discovery.title} />
      ))}
    </>
  )
}

/** The same as an HTTP header. Addresses are ASCII, but titles might not be, so there are none. */
export function linkHeader(discovery: Discovery): string {
  return [
    `<${discovery.canonical}>; rel="canonical"`,
    ...alternatesOf(discovery).map(
      ({ type, href }) => `<${href}>; rel="alternate"; type="${type}"`,
    ),
  ].join(', ')
}
