import { alike, type Edit } from '../identifying/edit.ts'
import { type Detail, neutral } from '../identifying.ts'
import type { Copy } from '../ui/copy/index.ts'

/** The letter as it was typed, with its details marked. */
export function MarkedLetter({ letter, details }: { letter: string; details: Detail[] }) {
  const after = details.at(-1)?.end ?? 0
  return (
    <p class="typed">
      {details.map(({ start, text }, index) => (
        <>
          {letter.slice(details[index - 1]?.end ?? 0, start)}
          <mark>{text}</mark>
        </>
      ))}
      {letter.slice(after)}
    </p>
  )
}

type Props = {
  copy: Copy
  details: Detail[] | null
  language: string
  /** Takes the last replacement back. */
  undo?: Edit
  /** The form that its buttons send, and where to. */
  form: string
  action: string
}

/** What each detail looks like, why it could give somebody away, and words to put in its place. */
export function DetailsList({ copy, details, language, undo, form, action }: Props) {
  const words = copy.letters.details
  const send = { type: 'submit', form, formaction: `${action}#details` } as const
  return (
    <section class="details" aria-labelledby="details">
      <h2 id="details">{words.title}</h2>
      {undo && (
        <p role="status">
          {words.replaced}{' '}
          <button {...send} name="undo" value={`${undo.start} ${undo.end} ${undo.text}`}>
            {words.undo}
          </button>
        </p>
      )}
      <p>{leadOf(details, words)}</p>
      <ul>
        {alike(details ?? []).map((same) =>
          same.slice(0, 1).map((detail) => (
            <li>
              <p id={`detail-${detail.start}`}>
                <strong>{detail.text.replace(/,$/, '')}</strong> · {words.kinds[detail.kind].name}
              </p>
              <p class="hint">
                {words.kinds[detail.kind].why}
                {same.length > 1 && ` ${words.times} ${same.length}.`}
              </p>
              <button
                {...send}
                name="replace"
                value={detail.start}
                aria-describedby={`detail-${detail.start}`}
              >
                {words.replace} “{neutral(detail, language)}”
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

function leadOf(details: Detail[] | null, words: Copy['letters']['details']): string {
  if (details === null) return words.unknown
  return details.length > 0 ? words.lead : words.none
}
