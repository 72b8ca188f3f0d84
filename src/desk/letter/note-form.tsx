import { writtenDay } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { characters, clean } from '../../text.ts'
import { Key, pressedBy } from '../key.tsx'
import { type Note, numbersIn } from './note.ts'

const MOST = 2000

/** A note that was refused: what was typed, and what is wrong. */
export type Noted = { typed: string; error: string }

/** Reads a note from a form, and which one it is to be: it has words, and not too many. */
export function readNote(field: (name: string) => string) {
  const text = clean(field('text'))
  const number = /^\d{1,4}$/.test(field('number')) ? Number(field('number')) : 0
  const count = characters(text)
  if (text !== '' && count <= MOST) return { number, text, noted: null }
  const error = text === '' ? 'Write a note' : `Shorten it to ${MOST} characters: it has ${count}`
  return { number, text, noted: { typed: text, error } }
}

type Props = {
  notes: Note[]
  /** Letters that the notes name, and letters whose notes name this one. */
  named: string[]
  namedIn: string[]
  /** Where a note is sent; null when there is nothing left to note. */
  action: string | null
  noted?: Noted
}

/** What editors noted about a letter, where notes on others name it, and the form for one more. */
export function Notes({ notes, named, namedIn, action, noted }: Props) {
  return (
    <section class="beside notes" id="notes">
      {(notes.length > 0 || namedIn.length > 0) && <h2>Notes</h2>}
      {notes.map(({ by, writtenOn, text }) => (
        <>
          <h3>
            {by}, {writtenDay(writtenOn, 'en')}
          </h3>
          {text === null ? (
            <p class="hint">This note cannot be opened.</p>
          ) : (
            <p class="text">
              <Named text={text} named={named} />
            </p>
          )}
        </>
      ))}
      {namedIn.length > 0 && (
        <p>
          Named in a note on{' '}
          {namedIn.map((id, index) => (
            <>
              {index > 0 && ', '}
              <a href={paths.desk.letter(id)}>letter {id}</a>
            </>
          ))}
          .
        </p>
      )}
      {action && <NoteForm action={action} number={notes.length + 1} noted={noted} />}
    </section>
  )
}

/** A note's text, in which the numbers of letters lead to them. */
function Named({ text, named }: { text: string; named: string[] }) {
  const parts = []
  let from = 0
  for (const { number, start } of numbersIn(text)) {
    if (!named.includes(number)) continue
    parts.push(text.slice(from, start), <a href={paths.desk.letter(number)}>{number}</a>)
    from = start + number.length
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}

function NoteForm({ action, number, noted }: { action: string; number: number; noted?: Noted }) {
  const described = noted ? 'note-hint note-error' : 'note-hint'
  return (
    <details class="decline" open={!!noted}>
      <summary {...pressedBy('n')}>
        <Key of="n" />
        Note
      </summary>
      <form method="post" action={action} data-send="here">
        <input type="hidden" name="number" value={String(number)} />
        <div class="field">
          <label for="note">A note for the desk</label>
          <p class="hint" id="note-hint">
            The writer never reads it, and it is erased with the letter. The number of another
            letter becomes a link to it, and back.
          </p>
          {noted && (
            <p class="error" id="note-error">
              {noted.error}
            </p>
          )}
          <textarea
            id="note"
            name="text"
            rows={3}
            aria-describedby={described}
            aria-invalid={noted ? 'true' : undefined}
          >
            {`\n${noted?.typed ?? ''}`}
          </textarea>
        </div>
        <button type="submit">Save the note</button>
      </form>
    </details>
  )
}
