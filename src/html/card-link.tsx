import type { Child } from 'hono/jsx'

interface LinkProps {
  readonly href: string
  readonly children: Child
}

/** A link out of a card, which leaves the article where it is. */
export function CardLink({ href, children }: LinkProps) {
  return (
    <a href={href} target="_blank" rel="nofollow ugc noopener">
      {children}
    </a>
  )
}
