// @ts-check
/*
 * <claim-card><a href="https://…/claims/…">…</a></claim-card>
 *
 * Shows the claim or story that the link leads to as it stands when the page is read. If anything
 * fails, the link is there. Attributes: lang, theme, size, counterpoints, opinions, since; height is
 * the room to keep in CSS pixels, so that nothing moves under the reader.
 */
const { origin } = new URL(import.meta.url)
const asked = ['lang', 'theme', 'size', 'counterpoints', 'opinions', 'since']
const heightByDefault = 320

const frame = new CSSStyleSheet()
frame.replaceSync(':host{display:block}.card[tabindex]{overflow:auto}')

/** Cards of one server look alike. @type {CSSStyleSheet | undefined} */
let look

class ClaimCard extends HTMLElement {
  static observedAttributes = asked

  #root = this.attachShadow({ mode: 'open' })
  /** A little before it comes into view, so that it has its height by then. */
  #nearing = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.#load()
    },
    { rootMargin: '100%' },
  )
  #loading = new AbortController()

  connectedCallback() {
    if (!this.#root.firstChild) {
      this.#root.adoptedStyleSheets = [frame]
      this.#root.append(document.createElement('slot'))
    }
    this.style.minHeight = `${this.#height()}px`
    this.#nearing.observe(this)
  }

  disconnectedCallback() {
    this.#nearing.disconnect()
    this.#loading.abort()
  }

  attributeChangedCallback() {
    if (!this.isConnected) return
    this.#nearing.unobserve(this)
    this.#nearing.observe(this)
  }

  #height() {
    return Number(this.getAttribute('height')) || heightByDefault
  }

  async #load() {
    this.#nearing.unobserve(this)
    this.#loading.abort()
    this.#loading = new AbortController()
    const { signal } = this.#loading
    try {
      const response = await fetch(this.#address(), { signal, credentials: 'omit' })
      if (!response.ok) throw new Error(response.statusText)
      const card = new DOMParser().parseFromString(await response.text(), 'text/html')
      if (!signal.aborted) this.#show(card)
    } catch {
      if (!signal.aborted) this.style.minHeight = ''
    }
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

  /** @param {Document} card */
  #show(card) {
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
    article.append(...main.childNodes)
    // Below the headings of the page around it.
    for (const [heading, level] of [
      ['h1', '2'],
      ['h2', '3'],
    ])
      for (const each of article.querySelectorAll(heading ?? '')) each.ariaLevel = level ?? null
    this.#root.replaceChildren(article)
    this.#settle(article)
  }

  /** Takes the height of the card where that moves nothing that the reader sees. @param {HTMLElement} article */
  #settle(article) {
    const { top, bottom } = this.getBoundingClientRect()
    const height = this.#height()
    if (bottom < 0 || top > innerHeight || article.offsetHeight <= height) return
    article.style.maxHeight = `${height}px`
    article.tabIndex = 0
  }
}

if (!customElements.get('claim-card')) customElements.define('claim-card', ClaimCard)
