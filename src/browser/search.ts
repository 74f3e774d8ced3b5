/*
 * Searches as the reader types. The server's own page is asked for, and its results take the place of
 * those that are shown, so there is nothing here that the page without scripts does not have.
 */
const form = document.querySelector<HTMLFormElement>('form#search')
const waitMs = 250
let timer: number | undefined
let request: AbortController | undefined

form?.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => void search(form), waitMs)
})
// What was asked for by hand comes as a page.
form?.addEventListener('submit', () => clearTimeout(timer))

async function search(asked: HTMLFormElement): Promise<void> {
  request?.abort()
  request = new AbortController()
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(asked))
    if (typeof value === 'string' && value.trim() !== '') query.append(name, value)
  const address = `${asked.action}?${query}`
  try {
    const { signal } = request
    const response = await fetch(address, { signal, headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    // An answer such as "too many requests" has no results: those that are shown stay.
    if (!page.querySelector('#found')) return
    for (const id of ['bad', 'count', 'found'])
      document.getElementById(id)?.replaceChildren(...(page.getElementById(id)?.childNodes ?? []))
    document.title = page.title
    for (const selector of ['.top nav', 'link[rel=canonical]'])
      document.querySelector(selector)?.replaceWith(...page.querySelectorAll(selector))
    history.replaceState(history.state, '', address)
  } catch {
    // It was given up for a newer one, or the service cannot be reached; then the button says so.
  }
}
