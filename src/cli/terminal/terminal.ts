/** What a verb says to whoever started it: results to standard output, all else beside it. */
export const terminal = {
  say: (line: string): void => void process.stdout.write(`${line}\n`),
  note: (line: string): void => void process.stderr.write(`${line}\n`),
}

const plainEveryMs = 5_000

/** Shows how far something is: in place on a terminal, else as a line every few seconds. */
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
    /** Before anything else is written. */
    clear(): void {
      if (stderr.isTTY) stderr.write('\r\u001B[K')
    },
  }
}
