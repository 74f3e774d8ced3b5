/** What a key may do; each includes the one before it. */
export const scopes = ['contribute', 'edit', 'admin'] as const
export type Scope = (typeof scopes)[number]

/**
 * Who acts, as the public may see it: a role, and the opaque id of the key, if there is one. Jobs
 * and the command line act as `system`.
 */
export interface Actor {
  readonly role: Scope | 'system'
  readonly id: string | null
}

/** The service itself: migrations, the demo record, the command line on its own database. */
export const system: Actor = { role: 'system', id: null }

/** As whom the writes of an actor are counted. */
export function accountOf({ id, role }: Actor): string {
  return id ?? role
}

/** Why an actor lacks permission, and what a key with its scope is for. */
export function needsScope({ role }: Actor, needed: Scope): string {
  const takes = `This takes a key with the scope ${needed}.`
  return role === 'contribute'
    ? `${takes} What a key with the scope contribute sends will be a submission, which somebody else decides on; there is no review yet, so it writes nothing. It may preview what it would write: add preview=true to the query.`
    : takes
}

/**
 * Whether an actor may preview a write. What `contribute` submits is decided on by somebody else,
 * who sees the same preview.
 */
export function mayPreview(actor: Actor, needed: Scope): boolean {
  return mayWrite(actor, needed) || (actor.role === 'contribute' && needed === 'edit')
}

export function mayWrite(actor: Actor, needed: Scope): boolean {
  return actor.role === 'system' || scopes.indexOf(actor.role) >= scopes.indexOf(needed)
}
