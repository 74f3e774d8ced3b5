/** Exit codes of the process, for scripts. */
export const exitCodes = { well: 0, refused: 1, usage: 2, database: 3, incomplete: 4 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodesHelp = `
Exit codes: 0 all is well, 1 something was refused or differs, 2 wrong usage or configuration,
3 the database cannot be used, 4 the check of a draft is not complete.`
