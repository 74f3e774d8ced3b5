import { createHash } from 'node:crypto'
import newsreader from '@fontsource-variable/newsreader/package.json' with { type: 'json' }
import newsreaderRanges from '@fontsource-variable/newsreader/unicode.json' with { type: 'json' }
import notoSerif from '@fontsource/noto-serif-kr/package.json' with { type: 'json' }
import notoSerifRanges from '@fontsource/noto-serif-kr/unicode.json' with { type: 'json' }

/** A font package, cut into slices of which a browser loads those with characters of the page. */
interface Family {
  readonly name: string
  readonly package: { readonly name: string; readonly version: string }
  readonly weight: string
  /** The characters of each slice that we serve. */
  readonly ranges: Readonly<Record<string, string>>
  readonly fileOf: (slice: string) => string
}

const families: readonly Family[] = [
  {
    name: 'Newsreader',
    package: newsreader,
    weight: '200 800',
    ranges: newsreaderRanges,
    fileOf: (slice) => `newsreader-${slice}-wght-normal.woff2`,
  },
  {
    name: 'Noto Serif KR',
    package: notoSerif,
    weight: '500',
    // Newsreader has the Latin letters; the numbered slices have everything else.
    ranges: Object.fromEntries(
      Object.entries(notoSerifRanges).filter(([slice]) => slice.startsWith('[')),
    ),
    fileOf: (slice) => `noto-serif-kr-${slice.replace(/[[\]]/g, '')}-500-normal.woff2`,
  },
]

/** A file that the style sheet of the fonts names, and the package that has it. */
export interface FontFile {
  readonly package: string
  readonly file: string
}

/** Every file by its name in our addresses. */
export const fontFiles: ReadonlyMap<string, FontFile> = new Map(
  families.flatMap((family) => {
    const inPackage = (name: string, file: string) =>
      [name, { package: family.package.name, file }] as const
    return [
      ...Object.keys(family.ranges).map((slice) =>
        inPackage(family.fileOf(slice), `files/${family.fileOf(slice)}`),
      ),
      inPackage(licenseOf(family), 'LICENSE'),
    ]
  }),
)

function licenseOf({ name }: Family): string {
  return `${name.toLowerCase().replaceAll(' ', '-')}-license.txt`
}

/** The style sheet of the fonts. It is far larger than a page, and the same for all. */
export const fontSheet = families
  .flatMap((family) => [
    `/* ${family.name} ${family.package.version}, SIL Open Font License: ${licenseOf(family)} */`,
    ...Object.entries(family.ranges).map(
      ([slice, range]) =>
        `@font-face{font-family:'${family.name}';font-weight:${family.weight};font-display:swap;src:url(${family.fileOf(slice)}) format('woff2');unicode-range:${range}}`,
    ),
  ])
  .join('\n')

export const fontSheetName = 'words.css'

/** Names this version of the fonts: a file of a published package version never changes. */
export const fontsDigest = createHash('sha256').update(fontSheet).digest('hex').slice(0, 16)

export const fontSheetAddress = `/fonts/${fontsDigest}/${fontSheetName}`

const capitals = 'U+41-5A'

interface StandIn {
  readonly name: string
  readonly local: readonly string[]
  readonly percent: number
}

interface LatinStandIn extends StandIn {
  /** Letters that differ from ours more than the rest. Among Korean words, most Latin ones are acronyms. */
  readonly apart?: { readonly letters: string; readonly percent: number }
}

/**
 * Fonts of readers' machines, stretched to the widths of ours, so that lines break alike before ours
 * are there. Georgia and Times New Roman are measured by Gelasio and Tinos, which have their widths.
 * Of the last two, the first breaks fewer lines differently.
 */
const latinStandIns: readonly LatinStandIn[] = [
  { name: 'Words Georgia', local: ['Georgia', 'Gelasio'], percent: 95.9 },
  { name: 'Words Times', local: ['Times New Roman', 'Liberation Serif', 'Tinos'], percent: 105.4 },
  { name: 'Words Noto', local: ['Noto Serif'], percent: 88.7 },
  {
    name: 'Words Noto CJK',
    local: ['Noto Serif CJK KR'],
    percent: 86.7,
    apart: { letters: `${capitals}, U+5B, U+5D, U+2018-201D`, percent: 97.9 },
  },
  {
    name: 'Words DejaVu',
    local: ['DejaVu Serif'],
    percent: 82.3,
    apart: { letters: capitals, percent: 94.2 },
  },
]

/** The same Korean letters, and those of the sans that most machines have. */
const koreanStandIns = [
  { name: 'Words Korean Serif', local: ['Noto Serif CJK KR', 'Noto Serif KR'], percent: 100 },
  { name: 'Words Korean', local: ['Noto Sans CJK KR', 'Noto Sans KR'], percent: 105 },
] as const

/** The families for words of the record: ours, and until then one of the reader's. */
export const wordsFamily = [
  'Newsreader',
  ...latinStandIns.map(({ name }) => name),
  'Noto Serif KR',
  ...koreanStandIns.map(({ name }) => name),
]
  .map((name) => `'${name}'`)
  .concat('serif')
  .join(', ')

/** How far Newsreader reaches above and below its baseline, in hundredths of its size. */
const reach = { ascent: 73.5, descent: 26.5 }

/**
 * A stand-in takes as much room above and below its baseline as our font will, so that words beside
 * our own stay on their line. The browser stretches this room together with the letters.
 */
function roomLike(percent: number): string {
  const part = (length: number) => ((length / percent) * 100).toFixed(1)
  return `ascent-override: ${part(reach.ascent)}%; descent-override: ${part(reach.descent)}%; line-gap-override: 0%;`
}

function faceOf({ name, local, percent }: StandIn, more: string): string {
  const sources = local.map((each) => `local('${each}')`).join(', ')
  return `@font-face { font-family: '${name}'; src: ${sources}; size-adjust: ${percent.toFixed(1)}%;${more} }`
}

/** The letters of Newsreader that stand among Korean ones are heavier, and that much wider. */
const weights = [
  { range: '100 459', wider: 1 },
  { range: '460 900', wider: 1.02 },
] as const

/** Which letters of a stand-in are stretched by how much. */
function lettersOf({ percent, apart }: Pick<LatinStandIn, 'percent' | 'apart'>) {
  const all = [['U+0-2FF, U+2000-206F, U+20AC', percent]] as const
  return apart === undefined ? all : [...all, [apart.letters, apart.percent] as const]
}

export const standInFaces = [
  ...latinStandIns.flatMap(({ name, local, ...measured }) =>
    weights.flatMap(({ range, wider }) =>
      lettersOf(measured).map(([letters, lighter]) => {
        const percent = lighter * wider
        const more = ` font-weight: ${range}; ${roomLike(percent)} unicode-range: ${letters};`
        return faceOf({ name, local, percent }, more)
      }),
    ),
  ),
  ...koreanStandIns.map((each) => faceOf(each, '')),
].join('\n')
