/** One line of a bundle, before it is JSON. */
export interface BundleLine {
  type: string
  [field: string]: unknown
}
