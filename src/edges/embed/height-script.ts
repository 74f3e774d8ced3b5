/**
 * Tells the page around how high the card is, as WordPress asks for it, and when a link is followed
 * where the frame may open none itself. The card can be read without it.
 *
 * WordPress hides the frame until it has been told, and a browser observes no sizes in a hidden
 * frame: so it is told at once, when all is loaded, and when the page says that it listens.
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
