const PRESSES = 3
const PATIENCE = 5000

/**
 * Makes “Exit this page” quicker than its link: the page goes blank at once, what was typed with it,
 * and the other site takes its place in the history. Three presses of Shift do the same.
 */
export function exitThisPage(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('a[data-exit]')
  const address = links[0]?.href
  if (!address) return
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leave(address)
    })
  }
  let pressed: number[] = []
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return
    pressed =
      key === 'Shift' ? [...pressed.filter((at) => timeStamp - at < PATIENCE), timeStamp] : []
    if (pressed.length === PRESSES) leave(address)
  })
}

function leave(address: string): void {
  for (const form of document.forms) form.reset()
  document.title = '…'
  document.body.replaceChildren()
  location.replace(address)
}
