import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Context } from 'hono'
import { notFound } from '../../domain/errors.ts'
import { favicon, faviconAddress } from '../../html/page/sign.tsx'
import {
  fontFiles,
  fontsDigest,
  fontSheet,
  fontSheetName,
  type FontFile,
} from '../../html/page/fonts.ts'
import { searchScript } from './scripts.ts'
import { Copy } from '../../http/bytes/copy.ts'
import { answerCopy } from '../../http/coding/answer.ts'
import { answerConstant } from '../../http/coding/constant.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { withFacts } from '../../http/contract/facts.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

const forEver = 'public, max-age=31536000, immutable'

/** What pages load: fonts and the sign of the service. And what tells crawlers where to go. */
export function pageFiles(http: Http): void {
  const copies = new Map<string, Promise<Copy>>([
    [fontSheetName, Promise.resolve(new Copy(fontSheet))],
  ])
  const copyOf = (name: string): Promise<Copy> | undefined => {
    const file = fontFiles.get(name)
    if (file && !copies.has(name)) copies.set(name, readFont(file))
    return copies.get(name)
  }
  const answerFont = async (c: Context<HttpEnv>) => {
    const name = c.req.param('file') ?? ''
    const copy = await copyOf(name)
    if (!copy) throw notFound()
    // A page of another version asks under another digest.
    const isOurs = c.req.param('digest') === fontsDigest
    const headers = {
      'content-type': types[path.extname(name)] ?? 'application/octet-stream',
      'cache-control': isOurs ? forEver : 'public, max-age=60',
    }
    return answerCopy(c, copy, { status: 200, headers }, { isRead: true })
  }
  http.get('/fonts/:digest/:file', withFacts({ isAboutService: true }, answerFont))

  serve(searchScript.address, 'text/javascript; charset=utf-8', searchScript.text, forEver)
  serve(faviconAddress, 'image/svg+xml', favicon)
  serve('/favicon.ico', 'image/svg+xml', favicon)
  http.get(
    '/robots.txt',
    withFacts({ isAboutService: true }, (c: Context<HttpEnv>) =>
      c.text(robots + `Sitemap: ${new URL('/sitemap.xml', c.get('deps').publicUrl).href}\n`, 200, {
        'cache-control': 'public, max-age=86400',
      }),
    ),
  )

  function serve(
    address: string,
    type: string,
    text: string,
    cacheControl = 'public, max-age=86400',
  ): void {
    const headers = { 'content-type': type, 'cache-control': cacheControl }
    http.get(
      address,
      withFacts(
        { isAboutService: true },
        answerConstant(() => text, headers),
      ),
    )
  }
}

async function readFont({ package: name, file }: FontFile): Promise<Copy> {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return new Copy(new Uint8Array(await readFile(path.join(path.dirname(manifest), file))))
}

/** Pages are for everybody; what a reader chose of a page is not another page. */
const robots = `User-agent: *
Disallow: /v1/
Disallow: /oembed
Disallow: /*cursor=
Disallow: /*before=
Disallow: /*since=
`
