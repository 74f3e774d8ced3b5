/**
 * The markup that content management systems put around what oEmbed gives, and the script with which
 * WordPress listens to frames.
 */

/** As `wp_filter_oembed_result` and `wp-embed.js` of WordPress 6 do it. */
export function inWordPress(html: string, style = ''): string {
  const secret = 'aB3dE5fG7h'
  const framed = html
    .replaceAll(/<\/?div[^>]*>/g, '')
    .replace(/ style="[^"]*"/, '')
    .replace('<blockquote>', `<blockquote class="wp-embedded-content" data-secret="${secret}">`)
    .replace(
      '<iframe ',
      `<iframe class="wp-embedded-content" data-secret="${secret}" security="restricted" style="position: absolute; visibility: hidden;" `,
    )
    .replace(/ sandbox="[^"]*"/, ' sandbox="allow-scripts"')
    .replace(/ src="([^"]*)"/, ` src="$1#?secret=${secret}"`)
  return `<!doctype html><html lang="ko"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>WordPress</title>
<style>body { margin: 0; font: 16px/1.7 serif } .entry-content { max-width: 645px; margin: auto; padding: 0 20px }
.wp-block-embed { margin: 1em 0; overflow-wrap: break-word } .wp-block-embed__wrapper { position: relative }
iframe { max-width: 100%; border: 0 } ${style}</style>
<script>addEventListener('message', ({ data, source }) => {
  for (const each of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) each.style.display = 'none'
  for (const each of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (each.contentWindow !== source) continue
    if (each.style.visibility === 'hidden') each.removeAttribute('style')
    if (data.message === 'height') each.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)))
  }
})
addEventListener('DOMContentLoaded', () => {
  for (const { contentWindow, dataset } of document.querySelectorAll('iframe[data-secret]'))
    contentWindow.postMessage({ message: 'ready', secret: dataset.secret }, '*')
})</script>
<article class="entry-content wp-block-post-content"><p>앞 문단입니다. The paragraph before the card.</p>
<figure class="wp-block-embed is-type-rich is-provider-counterpoint"><div class="wp-block-embed__wrapper">
${framed}
</div></figure><p>뒤 문단입니다. The paragraph after the card.</p></article></html>`
}

/** As Ghost 6 and its theme Source do it: nothing listens. */
export function inGhost(html: string, style = ''): string {
  return `<!doctype html><html lang="ko"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Ghost</title>
<style>body { margin: 0; font: 17px/1.6 sans-serif } .gh-content { max-width: 720px; margin: auto; padding: 0 24px }
.kg-embed-card { display: flex; flex-direction: column; align-items: center; width: 100%; margin: 1.5em 0 }
.kg-embed-card > * { max-width: 100% } blockquote { margin: 0; padding-left: 1em; border-left: 3px solid #15171a } ${style}</style>
<article class="gh-content"><p>앞 문단입니다. The paragraph before the card.</p>
<figure class="kg-card kg-embed-card">${html}</figure>
<p>뒤 문단입니다. The paragraph after the card.</p></article></html>`
}
