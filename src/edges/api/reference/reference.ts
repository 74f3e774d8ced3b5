import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { faviconAddress } from '../../../html/page/sign.tsx'
import { paper } from '../../../html/page/tokens.ts'
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
<title>API reference · Counterpoint</title>
<link rel="icon" href="${faviconAddress}" type="image/svg+xml">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/look.css">
</head>
<body>
<header class="top">
<a href="/">Counterpoint</a>
<nav aria-label="Pages"><a href="/claims">Claims</a> <a href="/rules">Rules</a> <a href="/data">Data</a> <a href="/docs/glossary">Glossary</a> <a href="/openapi.json">OpenAPI</a></nav>
</header>
<main id="reference"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

/** The paper and ink of our pages, in light alone: what draws the reference has one set of colours. */
const look = `:root { color-scheme: light; }
html, body { margin: 0; background: ${paper.page.light}; color: ${paper.text.light}; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 1.25rem; padding: 0.75rem 1.25rem; border-bottom: 1px solid ${paper.rule.light}; font: 1rem/1.6 system-ui, sans-serif; }
.top > a { font-weight: 600; }
.top a { color: inherit; text-underline-offset: 0.18em; padding-block: 0.25rem; }
.top nav { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-path { font-family: system-ui, sans-serif; color: ${paper.text.light}; }
.swagger-ui .opblock .opblock-summary-path { font-family: ui-monospace, monospace; }
.swagger-ui .scheme-container { background: none; box-shadow: none; border-block: 1px solid ${paper.rule.light}; }
.swagger-ui .opblock { border-radius: 2px; box-shadow: none; }
@media (max-width: 40rem) { .swagger-ui .opblock-tag { flex-wrap: wrap; } .swagger-ui .opblock-tag small { flex: 1 0 100%; order: 2; padding: 0; } .swagger-ui .opblock-tag .expand-operation { margin-inline-start: auto; } }
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
  serve('/docs/look.css', css, () => look)
  serve('/docs/start.js', javascript, () => start)
  serve('/docs/swagger-ui-bundle.js', javascript, () => file('swagger-ui-bundle.js'))
  serve('/docs/swagger-ui.css', css, () => file('swagger-ui.css'))
}
