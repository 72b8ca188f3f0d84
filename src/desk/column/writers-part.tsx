import { paths } from '../../paths.ts'
import { MessageText } from '../letter/conversation.tsx'
import type { WriterSaid } from './writers.ts'

/** What a column's writers said after it was printed: updates to print, requests to take it down. */
export function WritersPart(props: { slug: string; said: WriterSaid[]; version: number }) {
  const { slug, said, version } = props
  if (said.length === 0) return null
  return (
    <section aria-labelledby="writers" id="updates">
      <h2 id="writers">From its writers</h2>
      {said.map(({ letter, message }) => (
        <article class="original">
          <MessageText message={message} language={letter.language} />
          {message.kind === 'update' && message.text && (
            <form method="post" action={paths.desk.columnVerb(slug, 'revise')}>
              <input type="hidden" name="version" value={String(version)} />
              <input type="hidden" name="letter" value={letter.id} />
              <input type="hidden" name="number" value={String(message.number)} />
              <p class="hint">
                It goes into a revision under today’s day, for you to edit and publish.
              </p>
              <button type="submit">
                {message.settledOn ? 'Insert the update again' : 'Insert it as an update'}
              </button>
            </form>
          )}
          {message.kind === 'takedown' && message.settledOn === null && (
            <p>
              <a href={paths.desk.letter(letter.id)}>Answer it on the letter’s page</a>, or{' '}
              <a href="#retract">retract the column</a>.
            </p>
          )}
        </article>
      ))}
    </section>
  )
}
