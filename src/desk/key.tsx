/** Makes a button, link or summary one that a key presses; `enhance/keys.ts` does it. */
export function pressedBy(key: string) {
  return { 'data-key': key, 'aria-keyshortcuts': key === '?' ? 'Shift+?' : key }
}

/** Shows the key on what it presses. Its name stays the words beside it. */
export function Key({ of }: { of: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{of}</kbd>
    </span>
  )
}
