import type { Child } from 'hono/jsx'

interface SectionProps {
  readonly id?: string
  readonly title: string
  /** What the section is, in a sentence beside it. */
  readonly about?: Child
  /** Whether it takes the whole width. */
  readonly isWide?: boolean
  readonly children: Child
}

/** A part of the page: its title beside it, or above it where there is no room. */
export function Section({ id, title, about, isWide = false, children }: SectionProps) {
  return (
    <section class={isWide ? 'sec wide' : 'sec'} id={id}>
      <div class="side">
        <h2>{title}</h2>
        {about !== undefined && <p class="note">{about}</p>}
      </div>
      <div class="body">{children}</div>
    </section>
  )
}
