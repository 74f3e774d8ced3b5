import type { Colour } from '../sentences/table/marks.ts'

export const ink = {
  page: { light: '#ffffff', dark: '#15171b' },
  text: { light: '#15171b', dark: '#eceef1' },
  muted: { light: '#565c66', dark: '#aab0ba' },
  rule: { light: '#d8dbe0', dark: '#3b4049' },
  link: { light: '#1a4f9c', dark: '#8ab8ff' },
} as const satisfies Record<string, Colour>
