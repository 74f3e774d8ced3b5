import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { randomFrom } from '../oracle/random.ts'
import { scenes, type MarkFamily } from './scenes.ts'

/** The questions about each picture, by the field of the answer. */
const questions = {
  said: {
    en: 'Who said it?',
    ko: '누가 한 말인가요?',
  },
  answered: {
    en: 'Who answered it? Name them. "Nobody" and "cannot tell" are answers too.',
    ko: '누가 답했나요? 이름을 적어 주세요. "아무도 없음", "알 수 없음"도 됩니다.',
  },
  open: {
    en: 'What is left open: to what is there no answer?',
    ko: '무엇이 아직 답변 없이 남아 있나요?',
  },
  checked: {
    en: 'Has anyone checked whether it is true? Begin with "yes", "no" or "cannot tell", and say who or why.',
    ko: '사실인지 확인한 사람이 있나요? "예", "아니요", "알 수 없음" 중 하나로 시작하고, 누구인지 또는 왜인지 적어 주세요.',
  },
  judges: {
    en: 'Does the service that shows this judge whether it is true? Begin with "yes", "no" or "cannot tell", and say how or why.',
    ko: '이것을 보여 주는 서비스가 사실 여부를 판정하나요? "예", "아니요", "알 수 없음" 중 하나로 시작하고, 이유를 적어 주세요.',
  },
} as const

/**
 * Writes all that one reader gets: the pictures of one family, a sheet with their order and the
 * questions, and a file for the answers.
 */
export function writeSheet(
  { reader, marks }: { readonly reader: string; readonly marks: MarkFamily },
  { pictures, folder }: { readonly pictures: string; readonly folder: string },
): void {
  mkdirSync(folder, { recursive: true })
  for (const { picture } of scenes)
    copyFileSync(path.join(pictures, marks, `${picture}.png`), path.join(folder, `${picture}.png`))
  writeFileSync(path.join(folder, 'sheet.txt'), sheetFor(reader))
  const blank = Object.fromEntries(Object.keys(questions).map((field) => [field, '']))
  const answers = Object.fromEntries(scenes.map(({ picture }) => [picture, blank]))
  const file = { reader, marks, about: '', answers }
  writeFileSync(path.join(folder, 'answers.json'), `${JSON.stringify(file, null, 2)}\n`)
}

/** Each reader sees the pictures in another order, the same whenever the sheet is written. */
export function orderFor(reader: string): string[] {
  const seed = createHash('sha256').update(reader).digest().readUInt32BE(0)
  return randomFrom(seed).shuffled(scenes.map(({ picture }) => picture))
}

function sheetFor(reader: string): string {
  const order = orderFor(reader).map((picture, index) => `${index + 1}. ${picture}.png`)
  const asked = Object.entries(questions).map(
    ([field, { en, ko }]) => `- \`${field}\`: ${en}\n  ${ko}`,
  )
  return `# Twelve pictures

Each picture shows how a website or a chat program presents something that somebody said about somebody. Some are in English, some in Korean. Look at one picture at a time, in this order, and answer before you open the next. Do not go back, and use nothing but what the picture shows.

${order.join('\n')}

For each picture, write into \`answers.json\`, in a few words, in English or Korean:

${asked.join('\n')}

Under \`about\`, say in a few words who reads (a person, a language model, its languages), without a name.
`
}
