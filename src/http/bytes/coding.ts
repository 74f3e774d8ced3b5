/** The codings in which answers are sent; the first is preferred. */
export const codings = ['br', 'gzip'] as const
export type Coding = (typeof codings)[number]
