import { createHash } from 'node:crypto'
import { insertApiKey } from '../../../src/store/api-keys.ts'
import type { Actor } from '../../../src/domain/actor.ts'
import type { Db } from '../../../src/store/database/db.ts'
import { importLines } from '../../support/import.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../../support/lines.ts'

/** Ids that are the same in every run of a seed. */
export type Ids = () => string

export function idsFrom(seed: number): Ids {
  let count = 0
  return () => {
    const bytes = createHash('sha256').update(`${seed} ${count++}`).digest('hex')
    const time = count.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${bytes.slice(0, 3)}-8${bytes.slice(3, 6)}-${bytes.slice(6, 18)}`
  }
}

/** Ids that writes may name. */
interface Known {
  readonly source: string[]
  readonly report: string[]
  readonly claim: string[]
  readonly link: string[]
}

export interface Ground {
  readonly actors: readonly (Actor & { id: string })[]
  readonly known: Known
}

/** The first of some claims that rely on each other. */
const chainStart = 40

const names = ['paper', 'firm', 'lab', 'wire', 'court']

/** The same small record, with the same ids, in each database. */
export async function layGround(dbs: readonly Db[], newId: Ids): Promise<Ground> {
  const actors = (['edit', 'edit', 'admin', 'admin'] as const).map((role) => ({
    role,
    id: newId(),
  }))
  const sources = names.map(() => newId())
  const reports = names.map(() => newId())
  const claims = Array.from({ length: 64 }, () => newId())
  const links = [newId(), newId(), newId()]
  const [paper = '', firm = '', lab = '', wire = '', court = ''] = sources
  const chain = Array.from({ length: 15 }, () => newId())
  const speakers = Array.from({ length: 64 }, (_, index) => {
    return [paper, firm, lab, wire, court, paper, firm, lab][index % 8] ?? paper
  })
  const lines = [
    ...names.map((name, index) =>
      sourceLine(name, { id: sources[index], kind: name === 'court' ? 'body' : 'company' }),
    ),
    ...names.map((name, index) =>
      reportLine(`of-${name}`, name, { id: reports[index], length: 1000 }),
    ),
    ...claims.map((id, index) =>
      claimLine(`c${index}`, speakers[index] ?? '', {
        id,
        about: [speakers[(index + 1) % speakers.length]],
      }),
    ),
    linkLine('l0', 'rebuts', 'c1', 'c0', { id: links[0] }),
    linkLine('l1', 'relies_on', 'c2', 'c3', { id: links[1] }),
    linkLine('l2', 'supersedes', 'c8', 'c16', { id: links[2] }),
    // An answer to the last of them moves them all, however far they are from another answer.
    ...chain.map((id, index) =>
      linkLine(`r${index}`, 'relies_on', `c${chainStart + index}`, `c${chainStart + index + 1}`, {
        id,
      }),
    ),
  ]
  for (const db of dbs) {
    for (const { id, role } of actors) await addKey(db, id, role)
    await importLines(db, lines)
  }
  return { actors, known: { source: sources, report: reports, claim: claims, link: links } }
}

async function addKey(db: Db, id: string, scope: 'edit' | 'admin'): Promise<void> {
  const hash = createHash('sha256').update(id).digest()
  const unused = { expiresAt: null, isBootstrap: false }
  await insertApiKey(db, { id, scope, hash, name: id, prefix: 'test', ...unused })
}
