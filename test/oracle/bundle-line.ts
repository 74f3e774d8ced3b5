/** One line of a bundle (design.md §4), before it is JSON. */
export interface BundleLine {
  type: string
  [field: string]: unknown
}
