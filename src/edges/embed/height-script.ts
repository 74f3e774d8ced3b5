/**
 * Reports the height of the card to the embedding page, in the format of WordPress, and reports
 * clicks on links where the frame may not open them. The card is readable without it.
 *
 * WordPress hides the frame until it receives a height, and browsers do not observe sizes in hidden
 * frames. So the height is sent at once, after loading, and when the page says that it listens.
 */
export const heightScript = `(() => {
const root = document.documentElement
const [, secret] = /secret=([a-zA-Z0-9]+)/.exec(location.hash) || []
const say = (message, value) => parent.postMessage({ message, value, secret }, '*')
const tell = () => say('height', Math.ceil(root.getBoundingClientRect().height))
tell()
addEventListener('load', tell)
addEventListener('message', ({ data }) => { if (data && data.message === 'ready') tell() })
new ResizeObserver(tell).observe(root)
if (secret) addEventListener('click', (event) => {
  const link = event.target.closest('a')
  if (!link) return
  event.preventDefault()
  say('link', link.href)
})
})()`
