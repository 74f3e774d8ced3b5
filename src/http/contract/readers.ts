/**
 * `people` get a page unless they ask for data; a `frame` on somebody else's page always gets a
 * page.
 */
export type Readers = 'people' | 'frame'
