/**
 * How many characters of a text a card shows. It is not meant for reading pages; the link leads to
 * the rest.
 */
export const cardTextMax = { original: 1500, translation: 600, item: 280 }
