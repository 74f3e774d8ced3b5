import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Renderer } from '@takumi-rs/core'
import type { Node } from '@takumi-rs/helpers'
import { z } from 'zod'

/** The only font; the names of its files say which characters they contain. */
const family = 'Noto Sans KR'
const fontPackage = '@fontsource-variable/noto-sans-kr'

interface Size {
  readonly width: number
  readonly height: number
}

/** Draws texts, mainly Korean, with a font that is the same on every machine. */
export interface Typesetter {
  readonly png: (node: Node, size: Size) => Promise<Uint8Array<ArrayBuffer>>
  /** Texts become outlines, so a viewer needs no font; the width follows from the content. */
  readonly svg: (node: Node, size: Pick<Size, 'height'>) => Promise<string>
  /** Whether the font has every character of a text. Missing ones would be drawn as boxes. */
  readonly covers: (text: string) => boolean
}

/** Reads the font (four megabytes in 124 files) on first use. */
export function lazyTypesetter(): () => Promise<Typesetter> {
  let opened: Promise<Typesetter> | undefined
  return () => (opened ??= openTypesetter())
}

async function openTypesetter(): Promise<Typesetter> {
  const manifest = createRequire(import.meta.url).resolve(`${fontPackage}/package.json`)
  const folder = path.dirname(manifest)
  const renderer = new Renderer()
  const subsets = await readSubsets(folder)
  for (const { name, ranges } of subsets) {
    const file = path.join(folder, 'files', `noto-sans-kr-${name}-wght-normal.woff2`)
    const data = await readFile(file)
    await renderer.registerFont({ name: family, data, unicodeRange: ranges })
  }
  const covered = subsets.flatMap(({ ranges }) => ranges)
  const isCovered = (point: number) => covered.some(([low, high]) => low <= point && point <= high)
  return {
    png: (node, size) => renderer.render(node, { ...size, format: 'png' }),
    svg: (node, size) => renderer.renderSvg(node, size),
    covers: (text) =>
      Array.from(text, (character) => character.codePointAt(0) ?? 0).every(isCovered),
  }
}

type Range = [number, number]

/** The characters of each font file, as listed in its package: `"[0]": "U+f9ca-fa0b,U+ff03"`. */
async function readSubsets(folder: string): Promise<readonly { name: string; ranges: Range[] }[]> {
  const listed = Listed.parse(JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')))
  return Object.entries(listed).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map(rangeOf),
  }))
}

const Listed = z.record(z.string(), z.string())

function rangeOf(range: string): Range {
  const [low = 0, high = low] = range
    .replace('U+', '')
    .split('-')
    .map((point) => Number.parseInt(point, 16))
  return [low, high]
}
