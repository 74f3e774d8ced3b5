import { defineConfig } from 'vitest/config'

/** Pure tests need no database; the rest share one real PostgreSQL, started once. */
const pure = [
  'test/domain/**',
  'test/drafts/**',
  'test/engine/**',
  'test/formats/**',
  'test/html/**',
  'test/http/edge/**',
  'test/oracle/**',
  'test/rules-2/**',
  'test/sentences/**',
  'test/views/**',
  'test/*.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          globalSetup: ['test/support/browser-scripts.ts'],
          include: pure.map((path) => path.replace('**', '**/*.test.ts')),
          // Properties take seconds on a machine that is busy with the rest.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['test/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['test/support/browser-scripts.ts', 'test/support/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
