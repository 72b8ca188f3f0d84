/** Tells what was done to those who do not see it: beside it, so that it is read where they are. */
const told = document.createElement('p')
told.className = 'unseen'
told.setAttribute('role', 'status')

/** Copies a text, and says so on the thing that was pressed; only when it is true. */
async function copy(text: string, { label, copied }: { label: HTMLElement; copied: string }) {
  const words = label.textContent
  if (words === copied) return
  await navigator.clipboard.writeText(text)
  label.textContent = copied
  told.textContent = copied
  setTimeout(() => {
    label.textContent = words
    told.textContent = ''
  }, 2000)
}

/** Gives each script a button that copies its words. */
function offerScripts(): void {
  for (const script of document.querySelectorAll<HTMLElement>('.script')) {
    const { copy: words = '', copied = '' } = script.dataset
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words
    button.addEventListener('click', () => {
      void copy(script.querySelector('blockquote')?.innerText.trim() ?? '', {
        label: button,
        copied,
      })
    })
    script.querySelector('figcaption')?.append(button)
  }
}

/** Lets each link to a letter or reply be copied as it is followed: it is there to be passed on. */
function offerLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.share')) {
    const label = link.querySelector<HTMLElement>('span') ?? link
    link.addEventListener('click', () => {
      void copy(link.href, { label, copied: link.dataset.copied ?? '' })
    })
  }
}

/** Browsers have no clipboard for pages that were not sent to them securely. */
if (navigator.clipboard) {
  document.querySelector('main')?.append(told)
  offerScripts()
  offerLinks()
}
