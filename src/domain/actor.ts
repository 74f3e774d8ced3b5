/** What a key may do; each includes the one before it. */
export const scopes = ['contribute', 'edit', 'admin'] as const
export type Scope = (typeof scopes)[number]

/**
 * Who acts, as the public may see it: a role, and an opaque id of the key where there is one. Jobs
 * and the command line act as `system`.
 */
export interface Actor {
  readonly role: Scope | 'system'
  readonly id: string | null
}

/** The service itself: migrations, the demo record, the command line on its own database. */
export const system: Actor = { role: 'system', id: null }

export function mayWrite(actor: Actor, needed: Scope): boolean {
  return actor.role === 'system' || scopes.indexOf(actor.role) >= scopes.indexOf(needed)
}
