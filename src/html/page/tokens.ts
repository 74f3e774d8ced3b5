import type { Colour } from '../../sentences/table/marks.ts'

/**
 * Paper and ink. `said` and `answered` are the two sides of an exchange; neither means right or
 * wrong. The colours of marks are in the table of standings.
 */
export const paper = {
  page: { light: '#faf8f3', dark: '#14130f' },
  leaf: { light: '#fffefb', dark: '#1b1a15' },
  text: { light: '#1c1a16', dark: '#ece7db' },
  muted: { light: '#5d584d', dark: '#aaa394' },
  rule: { light: '#dcd6c8', dark: '#38352c' },
  line: { light: '#1c1a16', dark: '#857e6e' },
  link: { light: '#1c1a16', dark: '#ece7db' },
  said: { light: '#2c3f7c', dark: '#aab8f5' },
  answered: { light: '#95480f', dark: '#f0b27d' },
  quoted: { light: '#f3e7b8', dark: '#4b4119' },
} as const satisfies Record<string, Colour>

/** The largest size is for the words that a page is about. */
export const type = {
  small: '0.875rem',
  plain: '1rem',
  item: '1.0625rem',
  turn: '1.25rem',
  standing: 'clamp(1.125rem, 1rem + 0.55vw, 1.375rem)',
  words: 'clamp(1.625rem, 1.1rem + 2.3vw, 2.75rem)',
}

export const space = {
  hair: '0.25rem',
  near: '0.5rem',
  part: '1rem',
  turn: '1.25rem',
  section: '2.25rem',
  margin: '7.5rem',
}

/** The widest a page gets, and the widest that running text gets. */
export const width = { page: '72rem', text: '42rem' }
