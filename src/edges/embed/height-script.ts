/**
 * Reports the height of the card to the embedding page, in the formats of WordPress and AMP, and
 * reports clicks on links where the frame may not open them. The card is readable without it.
 *
 * WordPress hides the frame until it receives a height. In a hidden frame no event tells that it got
 * its size, which may be after it was loaded. So the height is sent at once, after loading, when the
 * page says that it listens, and again and again in the first seconds, until it was sent once. A frame
 * in a tab that is not shown has no width, and so no height yet.
 *
 * A frame that is too low gets a scrollbar.
 *
 * WordPress limits frames to 1,000 pixels. A higher card leaves out its last items there, and says how
 * many more are on record. What is still higher scrolls; for paper it gets smaller, by the root of what
 * it is too high, since it gets wider lines as well.
 */
export const heightScript = `(() => {
const root = document.documentElement
const [, secret] = /secret=([a-zA-Z0-9]+)/.exec(location.hash) || []
const items = [...document.querySelectorAll('[data-more]')]
const rest = document.querySelector('.more a')
const instead = document.createElement('p')
instead.className = 'more'
const heightNow = () => Math.ceil(root.getBoundingClientRect().height)
const leaveOut = () => {
  for (const item of items) item.hidden = false
  if (rest) rest.parentNode.hidden = false
  instead.remove()
  for (let last = items.length; last-- && heightNow() > 1000; ) {
    const item = items[last]
    const link = document.querySelector('h1 a').cloneNode()
    link.textContent = item.dataset.more
    instead.replaceChildren(link)
    item.hidden = true
    if (rest) rest.parentNode.hidden = true
    item.parentNode.after(instead)
  }
}
const post = (message) => parent.postMessage(message, '*')
const say = (message, value) => post({ message, value, secret })
const fit = (height) => {
  const isCut = parent !== self && height > innerHeight
  root.style.setProperty('--fit', isCut ? 0.97 * Math.sqrt(innerHeight / height) : 1)
}
let told
const tell = () => {
  root.style.scrollbarWidth = ''
  if (!innerWidth || !heightNow() || (told && matchMedia('print').matches)) return
  told = true
  if (secret) leaveOut()
  const height = heightNow()
  if (height > innerHeight) root.style.scrollbarWidth = 'auto'
  fit(height)
  say('height', height)
  post({ sentinel: 'amp', type: 'embed-size', height })
}
const tellAgain = (wait) => setTimeout(() => {
  tell()
  if (!told || wait < 2000) tellAgain(Math.min(2 * wait, 2000))
}, wait)
tell()
tellAgain(50)
for (const event of ['load', 'pageshow', 'resize']) addEventListener(event, tell)
document.addEventListener('visibilitychange', tell)
addEventListener('message', ({ data }) => { if (data && data.message === 'ready') tell() })
new ResizeObserver(tell).observe(root)
if (secret) addEventListener('click', (event) => {
  const link = event.target.closest('a')
  if (!link) return
  event.preventDefault()
  say('link', link.href)
})
})()`
