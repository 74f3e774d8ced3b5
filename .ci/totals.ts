/** Prints `N passed, N failed` from what the test runner reported; fails unless all of some passed. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const [file = ''] = process.argv.slice(2)
const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
// A file that cannot be loaded has no tests to fail, and is one failure.
const unloaded = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
const failed = report.numFailedTests + unloaded.length
console.log(`${report.numPassedTests} passed, ${failed} failed`)
if (report.numPassedTests === 0 || failed > 0) process.exitCode = 1
