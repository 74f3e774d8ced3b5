/** What a command tells its user: results on standard output, everything else on standard error. */
export const terminal = {
  say: (line: string): void => void process.stdout.write(`${line}\n`),
  note: (line: string): void => void process.stderr.write(`${line}\n`),
}

const plainEveryMs = 5_000

/** Shows progress: in place on a terminal, otherwise as a line every few seconds. */
export function showProgress(now = () => performance.now()) {
  const { stderr } = process
  let shownAt = now()
  return {
    at(line: string): void {
      if (stderr.isTTY) stderr.write(`\r\u001B[K${line}`)
      else if (now() - shownAt >= plainEveryMs) {
        shownAt = now()
        terminal.note(line)
      }
    },
    /** Called before anything else is written. */
    clear(): void {
      if (stderr.isTTY) stderr.write('\r\u001B[K')
    },
  }
}
