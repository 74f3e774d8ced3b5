import { paper } from './tokens.ts'

/** The sign of the service: two halves, what was said and what was answered. */
const halves = {
  said: 'M10.6 1.5A6.6 6.6 0 0 0 10.6 14.5Z',
  answered: 'M13.4 1.5A6.6 6.6 0 0 1 13.4 14.5Z',
}

export function Sign() {
  return (
    <svg viewBox="0 0 24 16" aria-hidden="true" focusable="false">
      <path d={halves.said} fill="var(--said)" />
      <path d={halves.answered} fill="var(--answered)" />
    </svg>
  )
}

export const faviconAddress = '/favicon.svg'

export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 0 16 16"><style>.s{fill:${paper.said.light}}.a{fill:${paper.answered.light}}@media(prefers-color-scheme:dark){.s{fill:${paper.said.dark}}.a{fill:${paper.answered.dark}}}</style><path class="s" d="${halves.said}"/><path class="a" d="${halves.answered}"/></svg>`
