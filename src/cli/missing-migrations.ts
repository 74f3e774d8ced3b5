/** What to do about migrations that the process's role may not run. */
export function missingMigrations(pending: readonly string[]): string {
  return `The database lacks ${pending.join(', ')}, and this role may not migrate. Run \`counterpoint migrate\` with MIGRATION_DATABASE_URL, as the owner of the schema.`
}
