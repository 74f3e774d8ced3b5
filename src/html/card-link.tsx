import type { Child } from 'hono/jsx'

interface LinkProps {
  readonly href: string
  readonly children: Child
}

/** A link out of a card; it opens elsewhere, so that the article stays. */
export function CardLink({ href, children }: LinkProps) {
  return (
    <a href={href} target="_blank" rel="nofollow ugc noopener">
      {children}
    </a>
  )
}
