// @ts-check
/* Follows every choice at once, copies snippets, and gives the frames the height of their cards. */
/** @type {HTMLFormElement | null} */
const form = document.querySelector('#choices')

form?.addEventListener('change', () => {
  if (form.checkValidity()) form.requestSubmit()
})

for (const button of document.querySelectorAll('button')) {
  const words = button.dataset['copied']
  const code = button.parentElement?.querySelector('textarea')
  if (words === undefined || !code) continue
  button.hidden = false
  button.addEventListener('click', () => void copy(code, button, words))
}

/** @param {HTMLTextAreaElement} code @param {HTMLButtonElement} button @param {string} words */
async function copy(code, button, words) {
  code.select()
  await navigator.clipboard.writeText(code.value)
  button.textContent = words
}

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || data?.message !== 'height') return
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = String(data.value)
})
