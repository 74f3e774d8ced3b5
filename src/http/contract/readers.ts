/**
 * `people` get a page unless they ask for data; in a `frame` of somebody else's page there is always
 * a page.
 */
export type Readers = 'people' | 'frame'
