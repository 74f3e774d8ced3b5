import type { Child } from 'hono/jsx'
import { Locales } from '../preview.tsx'
import { canonicalOf, type Place } from './place.tsx'

interface ServiceTagsProps {
  readonly place: Place
  readonly title: string
  readonly description: string
  readonly children?: Child
}

/** What search engines and previews say of a page that shows nothing of its own from the record. */
export function ServiceTags({ place, title, description, children }: ServiceTagsProps) {
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Counterpoint" />
      <meta property="og:url" content={canonicalOf(place)} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <Locales language={place.language} />
      {children}
    </>
  )
}
