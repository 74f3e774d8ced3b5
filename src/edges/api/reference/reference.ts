import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { answerConstant } from '../../../http/coding/constant.ts'
import { withFacts } from '../../../http/contract/facts.ts'
import type { Http } from '../../../http/contract/env.ts'

/**
 * Everything comes from this origin, and nothing is sent elsewhere. The style sheet has its icons
 * as `data:`, and some elements have style attributes.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Counterpoint API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
})
`

/** The browsable API reference. It loads nothing from other hosts. */
export function serveReference(http: Http): void {
  const { resolve } = createRequire(import.meta.url)
  const file = (name: string) => readFile(resolve(`swagger-ui-dist/${name}`))
  const javascript = 'text/javascript; charset=utf-8'
  const css = 'text/css; charset=utf-8'

  const serve = (path: string, type: string, content: Parameters<typeof answerConstant>[0]) => {
    const headers = {
      'content-type': type,
      'content-security-policy': policy,
      'cache-control': 'public, max-age=3600',
    }
    http.get(path, withFacts({ isAboutService: true }, answerConstant(content, headers)))
  }

  // The same path from src/edges/api/reference and dist/edges/api/reference. Sent as plain text,
  // because browsers download Markdown.
  const glossary = new URL('../../../../docs/glossary.md', import.meta.url)
  serve('/docs/glossary', 'text/plain; charset=utf-8', () => readFile(glossary))
  serve('/docs', 'text/html; charset=utf-8', () => page)
  serve('/docs/start.js', javascript, () => start)
  serve('/docs/swagger-ui-bundle.js', javascript, () => file('swagger-ui-bundle.js'))
  serve('/docs/swagger-ui.css', css, () => file('swagger-ui.css'))
}
