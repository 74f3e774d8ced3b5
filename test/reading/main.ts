/** `npm run reading-test` takes the pictures of the reading test, writes sheets and scores answers. */
import path from 'node:path'
import { Command, Option } from 'commander'
import { readAnswers, readExpected } from './answers.ts'
import { markFamilies, type MarkFamily } from './scenes.ts'
import { score, tableOf } from './score.ts'
import { writeSheet } from './sheet.ts'
import { takePictures } from './take.ts'

const pictures = 'docs/reading-test/pictures'

const marksOption = () =>
  new Option('--marks <family>', 'by which family of marks').choices(markFamilies)

const program = new Command('npm run reading-test --')
  .description(
    'asks readers who know neither the code nor its pages what they take from pictures of its surfaces',
  )
  .addHelpText(
    'after',
    `
A whole run:
  npm run reading-test -- pictures
  npm run reading-test -- sheet --reader r01 --marks discs --to /tmp/r01
  (the reader fills in /tmp/r01/answers.json; keep it as docs/reading-test/answers/r01.json)
  npm run reading-test -- score docs/reading-test/answers/*.json`,
  )

program
  .command('pictures')
  .description(`takes the twelve pictures with each family of marks, into ${pictures}`)
  .addOption(marksOption())
  .action(async ({ marks }: { marks?: MarkFamily }) => {
    for (const family of marks === undefined ? markFamilies : [marks]) {
      const folder = path.join(pictures, family)
      await takePictures(family, folder)
      process.stdout.write(`${folder}\n`)
    }
  })

program
  .command('sheet')
  .description('writes what one reader gets: pictures, questions, and a file for the answers')
  .requiredOption('--reader <id>', 'an id that is not a name, such as r01')
  .addOption(marksOption().makeOptionMandatory())
  .requiredOption('--to <folder>', 'a folder outside of the repository')
  .action(({ reader, marks, to }: { reader: string; marks: MarkFamily; to: string }) => {
    writeSheet({ reader, marks }, { pictures, folder: to })
    process.stdout.write(`${path.join(to, 'sheet.txt')}\n`)
  })

program
  .command('score')
  .description('compares answers with what the pictures show, and prints the table and each miss')
  .argument('<files...>', 'the answers of readers')
  .action((files: readonly string[]) => {
    const result = score(readExpected(), files.map(readAnswers))
    process.stdout.write(`${tableOf(result)}\n`)
    for (const { marks, reader, picture, question, answer } of result.misses)
      process.stdout.write(`${marks} ${reader} ${picture} ${question}: ${JSON.stringify(answer)}\n`)
  })

await program.parseAsync()
