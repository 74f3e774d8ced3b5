import { execFileSync } from 'node:child_process'

/** Pages load scripts that are compiled before the service starts. */
export function setup(): void {
  execFileSync('npm', ['run', '-s', 'build:browser'])
}
