/** `[words](/path)` or `[words](https://…)`; `//host` and `/\host` would leave the site unseen. */
const LINK = /\[([^[\]\n]+)\]\((\/(?![/\\])[^\s()\\]*|https:\/\/[^\s()\\]+)\)/g

/** A desk's plain words, in which links are written as in Markdown. All else is text. */
export function LinkedText({ text }: { text: string }) {
  const parts = []
  let from = 0
  for (const { 0: whole, 1: words, 2: href, index } of text.matchAll(LINK)) {
    parts.push(text.slice(from, index), <a href={href}>{words}</a>)
    from = index + whole.length
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}

/** Writes a link that `LinkedText` shows: brackets in the words would end it early. */
export function linkText(words: string, href: string): string {
  return `[${words.replace(/[[\]\n]/g, ' ').trim()}](${href})`
}
