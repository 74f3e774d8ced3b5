/** Where the answer is stored, in the transaction of its write. */
const keeping = `  return { answer, kept: [{ ...idempotent, kept: retries.keep(answer), at }] }`

/** What is removed from a copy of the program, to check that the kills find it. */
export const mutants = {
  'no-record-lock': {
    what: 'writers neither take the record lock nor are held to it',
    changes: [
      {
        file: 'src/store/head.ts',
        from: `update record_head set seq = seq
    returning seq, \${rules} as rules,`,
        to: `select seq, set_config('counterpoint.batch_start', (seq + 1)::text, true),
      \${rules} as rules,`,
      },
      {
        file: 'src/store/head.ts',
        from: `update record_head set seq = seq returning seq, \${rules} as rules
  `,
        to: `select seq, set_config('counterpoint.batch_start', (seq + 1)::text, true),
      \${rules} as rules
    from record_head
  `,
      },
      {
        file: 'src/store/head.ts',
        from: `as limits
  `,
        to: `as limits
    from record_head
  `,
      },
      {
        file: 'db/migrations/0002-events.sql',
        from: `if not exists (select from record_head where xmin = pg_current_xact_id()::xid) then`,
        to: `if false then`,
      },
    ],
  },
  'answer-apart': {
    what: 'the answer is kept in a transaction of its own, after that of the write',
    changes: [
      {
        file: 'src/actions/record/write-record.ts',
        from: keeping,
        to: '  void at\n  return { answer, kept: [] }',
      },
      {
        file: 'src/actions/record/write-record.ts',
        from: `const enterNow = () => enterAlone(deps, enter, { isPreview, reach })`,
        to: `const enterNow = () => keptApart(deps, options, enterAlone(deps, enter, { isPreview, reach }))`,
      },
      {
        file: 'src/actions/record/write-record.ts',
        from: `? takeTogether(deps, writeQueue, waitsAs, { enter, reach, ...jointPartOf(reach, options) })`,
        to: `? keptApart(
          deps,
          options,
          takeTogether(deps, writeQueue, waitsAs, { enter, reach, ...jointPartOf(reach, options) }),
        )`,
      },
      {
        file: 'src/actions/record/write-record.ts',
        from: `async function writeOnce<T, A>(`,
        to: `async function keptApart<T, A>(
  { db }: Deps,
  { idempotent, retries }: WriteOptions<T, A>,
  work: Promise<A>,
) {
  const answer = await work
  if (idempotent && retries) {
    const kept = retries.keep(answer)
    await insertAnswers(db, [{ ...idempotent, kept, at: new Date() }]).catch(() => {})
  }
  return answer
}

async function writeOnce<T, A>(`,
      },
    ],
  },
  'no-answer-kept': {
    what: 'no answer is kept for retries',
    changes: [
      {
        file: 'src/actions/record/write-record.ts',
        from: keeping,
        to: '  void at\n  return { answer, kept: [] }',
      },
    ],
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly what: string
      readonly changes: readonly {
        readonly file: string
        readonly from: string
        readonly to: string
      }[]
    }
  >
>

export type Mutant = keyof typeof mutants
