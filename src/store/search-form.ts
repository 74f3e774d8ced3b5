/**
 * The form in which words are indexed. Rows of an earlier form, or without one, are indexed again
 * (`src/actions/index-past-forms.ts`).
 */
export const searchForm = 3
