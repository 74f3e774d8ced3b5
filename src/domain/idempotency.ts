/** How long the answer to a write is stored for retries, at least. */
export const answersKeptDays = 7
