import { Command } from 'commander'
import { readProcessConfig } from '../config.ts'

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the record until SIGINT or SIGTERM')
    .addHelpText('after', '\nExamples:\n  counterpoint serve\n  PORT=9000 counterpoint serve')
    .action(async () => {
      const config = readProcessConfig()
      // Loading the whole service takes longer than most other verbs, which do without it.
      const { serve } = await import('./serve.ts')
      await serve(config)
    })
}
