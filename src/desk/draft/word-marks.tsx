import type { Run } from './word-runs.ts'

/** One side of two texts, with the words marked that the other does not have. */
export function Side({ runs, own }: { runs: Run[]; own: 'gone' | 'new' }) {
  const shown = runs.filter(({ kind }) => kind === own || kind === 'same')
  if (!shown.some(({ text }) => text)) return <em>Left out</em>
  return <>{shown.map(({ text, kind }) => (kind === own ? <mark>{text}</mark> : text))}</>
}

/** Both sides in one: what is gone is struck out, what is new underlined. */
export function Revision({ runs }: { runs: Run[] }) {
  return (
    <>
      {runs.map(({ text, kind }) => {
        if (kind === 'gone') return <del>{text}</del>
        return kind === 'new' ? <ins>{text}</ins> : text
      })}
    </>
  )
}
