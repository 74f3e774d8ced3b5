import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import type { Extent } from './lines.ts'

/** A line that must come after what it needs. */
export interface Needing {
  /** The names by which other lines refer to it. */
  readonly names: readonly string[]
  readonly needs: readonly string[]
}

/** The claim or link that a line ends, as the line names it. */
export interface Ending {
  readonly type: 'claim' | 'link'
  readonly name: string
  /** Whether it was an entry error; otherwise it was withdrawn or ended, or that was undone. */
  readonly isVoid: boolean
}

/** A group of lines that are entered together. */
export type Group = readonly Extent[]

/**
 * Stores the location of every line of a bundle, and what the line needs, in a temporary SQLite
 * database on disk, because a file may have more lines than fit into memory. The database
 * disappears with the process.
 */
export class Spool implements Disposable {
  readonly #db = new DatabaseSync('')
  readonly #statements = new Map<string, StatementSync>()

  constructor() {
    this.#db.exec(`
      pragma journal_mode = off;
      pragma synchronous = off;
      pragma cache_size = -8192;
      create table item (
        stage integer, line integer, offset integer, length integer, primary key (stage, line)
      ) without rowid;
      create table name (
        stage integer, name text, line integer, primary key (stage, name)
      ) without rowid;
      create table need (stage integer, line integer, name text);
      create table ending (
        type text, name text, is_void integer, line integer, offset integer, length integer,
        item integer
      );
      create table digest (digest text primary key, occurrences integer) without rowid;
      begin;
    `)
  }

  /** Stores a line in a stage of the import. If two lines share a name, the later one gets it. */
  add(stage: number, { line, offset, length }: Extent, { names, needs }: Needing): void {
    this.#run('insert into item values (?, ?, ?, ?)', stage, line, offset, length)
    for (const name of names)
      this.#run('insert or replace into name values (?, ?, ?)', stage, name, line)
    for (const name of needs) this.#run('insert into need values (?, ?, ?)', stage, line, name)
  }

  /** Whether the stage has a line of that name. */
  has(stage: number, name: string): boolean {
    const found = this.#prepare('select 1 from name where stage = ? and name = ?').get(stage, name)
    return found !== undefined
  }

  /** Stores a line that ends something: it is entered with what it ends. */
  addEnding({ type, name, isVoid }: Ending, { line, offset, length }: Extent): void {
    const text = 'insert into ending values (?, ?, ?, ?, ?, ?, null)'
    this.#run(text, type, name, Number(isVoid), line, offset, length)
  }

  /** Whether a line voids something of that name. Call it when all lines have been added. */
  voids(name: string): boolean {
    const found = this.#prepare(
      "select 1 from ending where type in ('claim', 'link') and name = ? and is_void",
    ).get(name)
    return found !== undefined
  }

  /** Counts the occurrences of a line: 1 the first time. */
  countOccurrence(digest: string): number {
    const row = this.#prepare(
      `insert into digest values (?, 1)
       on conflict (digest) do update set occurrences = occurrences + 1 returning occurrences`,
    ).get(digest)
    return Number(row?.['occurrences'])
  }

  get lines(): number {
    const row = this.#prepare(
      'select (select count(*) from item) + (select count(*) from ending) as lines',
    ).get()
    return Number(row?.['lines'])
  }

  /**
   * Call it once, after adding all lines and before asking for groups.
   *
   * @param lives the stage of lines that endings may end
   */
  seal(lives: number): void {
    this.#db.exec(`
      create table edge as
        select distinct need.stage, need.line as user, name.line as needed
        from need join name using (stage, name) where need.line <> name.line;
      create index edge_needed on edge (stage, needed, user);
      create table waiting (stage integer, line integer, missing integer, primary key (stage, line))
        without rowid;
      insert into waiting select stage, user, count(*) from edge group by stage, user;
      create table starter as
        select stage, line from item where not exists (
          select 1 from waiting where (waiting.stage, waiting.line) = (item.stage, item.line)
        );
      create index starter_order on starter (stage, line);
      update ending set item = (
        select name.line from name where (stage, name.name) = (${lives}, ending.name)
      );
      create index ending_item on ending (item);
      create index ending_name on ending (type, name, line);
    `)
  }

  /**
   * The lines of a stage, each as early as possible after the lines it needs in the same stage,
   * with the lines that end it. Lines in a dependency circle form the last group, together with the
   * lines that need them.
   */
  *groups(stage: number): Generator<Group> {
    const starters = this.#prepare('select line from starter where stage = ? order by line')
    for (const starter of starters.iterate(stage)) {
      const ready = [Number(starter['line'])]
      for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
        yield this.#groupOf(stage, next)
        ready.push(...this.#released(stage, next))
      }
    }
    const circle = this.#prepare(
      'select line from waiting where stage = ? and missing > 0 order by line',
    ).all(stage)
    if (circle.length > 0) yield circle.flatMap(({ line }) => this.#groupOf(stage, Number(line)))
  }

  /** Lines that end something outside the file, one group per thing that is ended. */
  *endingsElsewhere(type: 'claim' | 'link'): Generator<Group> {
    const rows = this.#prepare(
      'select * from ending where type = ? and item is null order by name, line',
    ).iterate(type)
    let group: Extent[] = []
    let name: SQLOutputValue = null
    for (const row of rows) {
      if (row['name'] !== name && group.length > 0) {
        yield group
        group = []
      }
      name = row['name'] ?? null
      group.push(extentFrom(row))
    }
    if (group.length > 0) yield group
  }

  [Symbol.dispose](): void {
    this.#db.close()
  }

  /** The lines that need nothing else once this one has been returned, in reverse order. */
  #released(stage: number, line: number): number[] {
    const users = this.#prepare(
      'select user from edge where stage = ? and needed = ? order by user desc',
    )
    const countDown = this.#prepare(
      'update waiting set missing = missing - 1 where stage = ? and line = ? returning missing',
    )
    return users.all(stage, line).flatMap(({ user }) => {
      const left = countDown.get(stage, Number(user))
      return left?.['missing'] === 0 ? [Number(user)] : []
    })
  }

  #groupOf(stage: number, line: number): Extent[] {
    const item = this.#prepare('select * from item where stage = ? and line = ?').get(stage, line)
    const endings = this.#prepare('select * from ending where item = ? order by type, line').all(
      line,
    )
    return [...(item ? [item] : []), ...endings].map(extentFrom)
  }

  #run(text: string, ...values: readonly (string | number)[]): void {
    this.#prepare(text).run(...values)
  }

  #prepare(text: string): StatementSync {
    const known = this.#statements.get(text)
    if (known) return known
    const prepared = this.#db.prepare(text)
    this.#statements.set(text, prepared)
    return prepared
  }
}

function extentFrom(row: Record<string, SQLOutputValue>): Extent {
  return {
    line: Number(row['line']),
    offset: Number(row['offset']),
    length: Number(row['length']),
  }
}
