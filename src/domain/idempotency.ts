/** How long the answer to a write is kept for its retries, at least. */
export const answersKeptDays = 7
