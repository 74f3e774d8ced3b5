/**
 * `npm run fonts` measures the characters of cards in Chromium, with the fonts of this
 * machine, into the table from which the heights of cards are computed.
 */
import { writeFileSync } from 'node:fs'
import { launchBrowser } from './chromium.ts'
import { charactersOfCards, measureFonts } from './measured-fonts.ts'

const file = 'src/edges/embed/height/font-widths.json'

const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  const faces = Object.entries(await measureFonts(page, charactersOfCards))
  const lines = faces.map(([name, face]) => `${JSON.stringify(name)}: ${JSON.stringify(face)}`)
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`)
} finally {
  await browser.close()
}
