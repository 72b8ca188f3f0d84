/** Gives each script a button that copies its words; the page says so only when it is true. */
function offerCopies(): void {
  for (const script of document.querySelectorAll<HTMLElement>('.script')) {
    const { copy = '', copied = '' } = script.dataset
    const words = script.querySelector('blockquote')?.innerText.trim()
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = copy
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(words ?? '')
      button.textContent = copied
      setTimeout(() => {
        button.textContent = copy
      }, 2000)
    })
    script.querySelector('figcaption')?.append(button)
  }
}

/** Browsers have no clipboard for pages that were not sent to them securely. */
if (navigator.clipboard) offerCopies()
