// @ts-check
/*
 * <claim-card><a href="https://…/claims/…">…</a></claim-card>
 *
 * Shows the claim or story that the link leads to as it stands when the page is read. If anything
 * fails, the link is there. Attributes: lang, theme, size, counterpoints, opinions, since. Without a
 * theme, it has the color-scheme of the page. Until the card is there, a padding at the bottom keeps
 * room for it, so that nothing moves under the reader; without one, it keeps `height` pixels. The card
 * fills that room, and has its own height as soon as nobody sees its end.
 */
const { origin } = new URL(import.meta.url)
const asked = ['lang', 'theme', 'size', 'counterpoints', 'opinions', 'since']
const heightByDefault = 240

const frame = new CSSStyleSheet()
frame.replaceSync(
  ':host{display:block;color-scheme:inherit}[data-theme=auto]{color-scheme:light dark}' +
    '.card[tabindex]{overflow:auto}@media print{:host,.card{color-scheme:light}}',
)

/** Cards of one server look alike. @type {CSSStyleSheet | undefined} */
let look

class ClaimCard extends HTMLElement {
  static observedAttributes = asked

  #root = this.attachShadow({ mode: 'open' })
  #isShown = false
  /** Before it comes into view, so that it has its height by then. */
  #nearing = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.#load()
    },
    { rootMargin: '200%' },
  )
  /** Looks again after each twentieth of the card that comes into view or leaves it. */
  #leaving = new IntersectionObserver(() => this.#freeUnseen(), {
    threshold: Array.from({ length: 21 }, (_, index) => index / 20),
  })
  /** The room was kept for another width. */
  #resizing = new ResizeObserver(() => {
    if (this.offsetWidth !== this.#width) this.#free()
  })
  #width = 0
  /** The height of the card itself. */
  #height = 0
  #loading = new AbortController()

  connectedCallback() {
    if (!this.#root.firstChild) {
      this.#root.adoptedStyleSheets = [frame]
      this.#root.append(document.createElement('slot'))
    }
    if (!this.#isShown && !this.style.paddingBottom)
      this.style.minHeight = `${Number(this.getAttribute('height')) || heightByDefault}px`
    this.#nearing.observe(this)
    addEventListener('beforeprint', this.#print)
  }

  disconnectedCallback() {
    this.#nearing.disconnect()
    this.#leaving.disconnect()
    this.#resizing.disconnect()
    removeEventListener('beforeprint', this.#print)
    this.#loading.abort()
  }

  attributeChangedCallback() {
    if (!this.isConnected) return
    this.#nearing.unobserve(this)
    this.#nearing.observe(this)
  }

  async #load() {
    this.#nearing.unobserve(this)
    this.#loading.abort()
    this.#loading = new AbortController()
    const { signal } = this.#loading
    try {
      const response = await fetch(this.#address(), { signal, credentials: 'omit' })
      if (!response.ok) throw new Error(response.statusText)
      const card = await response.text()
      if (!signal.aborted) this.#show(card)
    } catch {
      if (!signal.aborted) this.#give()
    }
  }

  /** Nothing is left out on paper: what was not read yet is loaded now, and the page waits. */
  #print = () => {
    if (!this.#isShown) this.#loadAndWait()
    this.#free()
  }

  #loadAndWait() {
    this.#loading.abort()
    this.#nearing.unobserve(this)
    try {
      const request = new XMLHttpRequest()
      request.open('GET', this.#address(), false)
      request.send()
      if (request.status !== 200) throw new Error(request.statusText)
      this.#show(request.responseText)
    } catch {
      this.#give()
    }
  }

  /** Gives up: the link stays, and takes no more room than it needs. */
  #give() {
    this.#isShown = true
    this.#takeOwnHeight()
    this.#free()
  }

  /** Cards come from where this script does; a link to anywhere else stays a link. */
  #address() {
    const { pathname } = new URL(this.querySelector('a')?.href ?? '')
    const address = new URL(`/embed${pathname}`, this.querySelector('a')?.href)
    if (address.origin !== origin) throw new Error('The link leads elsewhere.')
    const language = this.closest('[lang]')?.getAttribute('lang')
    if (language) address.searchParams.set('lang', language)
    for (const name of asked) {
      const value = this.getAttribute(name)
      if (value) address.searchParams.set(name, value)
    }
    return address
  }

  /** @param {string} html */
  #show(html) {
    const card = new DOMParser().parseFromString(html, 'text/html')
    const main = card.querySelector('main')
    if (!main) throw new Error('There is no card.')
    if (!look) {
      look = new CSSStyleSheet()
      look.replaceSync(card.querySelector('style')?.textContent ?? '')
    }
    this.#root.adoptedStyleSheets = [look, frame]
    const article = document.createElement('article')
    article.className = main.className
    article.lang = card.documentElement.lang
    Object.assign(article.dataset, main.dataset, card.documentElement.dataset)
    if (!this.getAttribute('theme')) delete article.dataset['theme']
    article.append(...main.childNodes)
    // Below the headings of the page around it.
    for (const [heading, level] of [
      ['h1', '2'],
      ['h2', '3'],
    ])
      for (const each of article.querySelectorAll(heading ?? '')) each.ariaLevel = level ?? null
    const { height } = this.getBoundingClientRect()
    this.#free()
    this.#takeOwnHeight()
    this.#root.replaceChildren(article)
    this.#isShown = true
    this.#settle(article, height)
  }

  /**
   * Takes the height of the card where that moves nothing that the reader sees. Else the card fills the
   * room that was kept, until it may take its own height, or until the reader turns to it.
   *
   * @param {HTMLElement} article @param {number} room
   */
  #settle(article, room) {
    this.#height = article.getBoundingClientRect().height
    article.style.height = `${room}px`
    if (this.#freeUnseen()) return
    if (this.#height > room) {
      article.tabIndex = 0
      for (const turn of ['pointerdown', 'keydown'])
        article.addEventListener(turn, () => this.#free(), { once: true })
    }
    this.#leaving.observe(this)
    this.#width = this.offsetWidth
    this.#resizing.observe(this)
  }

  /** Whether the end of the card is out of view, with its own height, too; then it takes that. */
  #freeUnseen() {
    const { top, bottom } = this.getBoundingClientRect()
    // Browsers that do not hold on to what is read would jump.
    const isAbove = bottom <= 0 && CSS.supports('overflow-anchor', 'auto')
    const isUnseen = isAbove || Math.min(bottom, top + this.#height) >= innerHeight
    if (isUnseen) this.#free()
    return isUnseen
  }

  /** The link stands in the room that is kept; what follows it does not. */
  #takeOwnHeight() {
    this.style.height = 'auto'
    this.style.paddingBottom = '0'
  }

  #free() {
    this.#leaving.disconnect()
    this.#resizing.disconnect()
    this.style.minHeight = ''
    const article = this.#root.querySelector('article')
    if (!article) return
    article.style.height = ''
    article.removeAttribute('tabindex')
  }
}

if (!customElements.get('claim-card')) customElements.define('claim-card', ClaimCard)
