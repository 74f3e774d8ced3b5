import type { StatusGroup } from '../domain/status.ts'

/** A colour in light and dark mode. */
export interface Colour {
  readonly light: string
  readonly dark: string
}

export const ink = {
  page: { light: '#ffffff', dark: '#15171b' },
  text: { light: '#15171b', dark: '#eceef1' },
  muted: { light: '#565c66', dark: '#aab0ba' },
  rule: { light: '#d8dbe0', dark: '#3b4049' },
  link: { light: '#1a4f9c', dark: '#8ab8ff' },
} as const satisfies Record<string, Colour>

/** No colour suggests right or wrong, and each has enough contrast for text. */
export const groupColours: Readonly<Record<StatusGroup, Colour>> = {
  stands: { light: '#0a5a51', dark: '#6fd3c3' },
  untested: { light: '#565c66', dark: '#aab0ba' },
  open: { light: '#824700', dark: '#f0b45c' },
  does_not_stand: { light: '#961a48', dark: '#ff9dbd' },
  closed: { light: '#4a4f58', dark: '#b6bcc6' },
}
