/** Progress and findings, kept apart from the results. */
export const terminal = {
  note: (line: string): void => void process.stderr.write(`${line}\n`),
  progress: (line: string): void => {
    const { stderr } = process
    stderr.write(stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`)
  },
}
