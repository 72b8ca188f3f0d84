import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { TextArea } from '../ui/field.tsx'
import { newsOf } from './afterwards.ts'
import type { Message } from './message.ts'
import type { Refused } from './ticket-form.ts'

/** What every form of the ticket page is made with; `ticket` is as the writer typed it. */
export type FormProps = { copy: Copy; paths: Paths; ticket: string; refused?: Refused }

/** All that desk and writer have said about a letter, in order. */
export function Conversation(props: { copy: Copy; language: Language; messages: Message[] }) {
  const { copy, language, messages } = props
  if (messages.length === 0) return null
  return (
    <section class="said" aria-labelledby="said">
      <h2 id="said">{copy.conversation.title}</h2>
      <ol>
        {messages.map((message) => (
          <li class={message.who}>
            <h3 class="label">
              {copy.conversation.who[message.kind]}, {writtenDay(message.writtenOn, language)}
            </h3>
            <Words copy={copy} message={message} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Words({ copy, message }: { copy: Copy; message: Message }) {
  const { erased, update } = copy.conversation
  const { took, is } = newsOf(message.taps)
  if (message.text === null) return <p class="quiet">{erased}</p>
  return (
    <>
      {took && <p class="hint">{`${update.took} ${update.tookWords[took]}`}</p>}
      {is && <p class="hint">{`${update.is} ${update.isWords[is]}`}</p>}
      {message.text && <p class="typed">{message.text}</p>}
    </>
  )
}

/** Where the desk's question is answered. */
export function AnswerForm({ copy, paths, ticket, refused }: FormProps) {
  const { answer } = copy.conversation
  const wrong = refused?.form === 'answer' ? refused : undefined
  return (
    <section aria-labelledby="your-answer">
      <h2 id="your-answer">{answer.title}</h2>
      <form class="form" method="post" action={paths.ticketForm('answer')} novalidate>
        <input type="hidden" name="ticket" value={ticket} />
        <TextArea
          name="answer"
          label={answer.label}
          hint={answer.hint}
          error={wrong?.field && wrong.text}
          value={wrong?.typed.answer}
          rows={6}
          isRequired
        />
        <button type="submit">{answer.button}</button>
      </form>
    </section>
  )
}
