/**
 * How many characters of a text a card shows: it is no place for pages, and whoever wants the rest
 * follows the link.
 */
export const cardTextMax = { original: 1500, translation: 600, item: 280 }
