export const markColourNames = ['grey', 'ink', 'amber', 'teal', 'plum'] as const
export type MarkColour = (typeof markColourNames)[number]

export const markShapeNames = [
  'ring',
  'half',
  'half_gap',
  'disc',
  'crossed',
  'struck',
  'bar',
] as const
export type MarkShape = (typeof markShapeNames)[number]

/** A colour in light and dark mode. */
export interface Colour {
  readonly light: string
  readonly dark: string
}

/** The colours of marks. Each has enough contrast for text, and none means right or wrong. */
export const markColours: Readonly<Record<MarkColour, Colour>> = {
  grey: { light: '#565c66', dark: '#aab0ba' },
  ink: { light: '#15171b', dark: '#eceef1' },
  amber: { light: '#824700', dark: '#f0b45c' },
  teal: { light: '#0a5a51', dark: '#6fd3c3' },
  plum: { light: '#961a48', dark: '#ff9dbd' },
}

const circle = 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z'
const ring = `${circle}M6 2.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z`

/**
 * The shapes of marks, each as an SVG path with the fill rule `evenodd`, in a square of 12. They can
 * be told apart without colour.
 */
export const markShapes: Readonly<Record<MarkShape, string>> = {
  /** Nobody answered. */
  ring,
  /** Two accounts. */
  half: `${circle}M6 2.5v7a3.5 3.5 0 1 0 0-7z`,
  /** An answer that leaves the claim itself open. */
  half_gap:
    'M6 1a5 5 0 0 0 0 10zM6 1a5 5 0 0 1 4.1 2.13L8.87 3.99A3.5 3.5 0 0 0 6 2.5zM6 11a5 5 0 0 0 4.1-2.13L8.87 8.01A3.5 3.5 0 0 1 6 9.5z',
  disc: circle,
  crossed: `${circle}M3.7 4.7l1-1L6 5l1.3-1.3 1 1L7 6l1.3 1.3-1 1L6 7 4.7 8.3l-1-1L5 6z`,
  struck:
    'M1.09 5A5 5 0 0 1 10.91 5H9.36A3.5 3.5 0 0 0 2.64 5zM1.09 7A5 5 0 0 0 10.91 7H9.36A3.5 3.5 0 0 1 2.64 7zM0 5.4h12v1.2H0z',
  /** Not a claim of anybody. */
  bar: 'M1 5h10v2H1z',
}

/** How a standing is drawn. */
export interface Mark {
  readonly shape: MarkShape
  readonly colour: MarkColour
}
