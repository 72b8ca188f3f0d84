import { writtenDay } from '../../dates.ts'
import { newsOf } from '../../letters/afterwards.ts'
import type { Message } from '../../letters/message.ts'
import type { MessageKind } from '../../schema.ts'

/** What the desk calls each thing that is said about a letter. */
const SAID: Record<MessageKind, string> = {
  question: 'The desk asked',
  answer: 'The writer answered',
  reply: 'The desk replied',
  change: 'The writer asks for a change',
  update: 'The writer tells how it went',
  takedown: 'The writer asks to take it down',
}

/** All that desk and writer said to each other, in order. */
export function Conversation({ messages, language }: { messages: Message[]; language: string }) {
  if (messages.length === 0) return null
  return (
    <section class="beside said">
      <h2>What was said</h2>
      {messages.map((message) => (
        <MessageText message={message} language={language} />
      ))}
    </section>
  )
}

/** One thing that was said: by whom, when, and whether the desk has dealt with it. */
export function MessageText({ message, language }: { message: Message; language: string }) {
  const { kind, writtenOn, settledOn, text, taps } = message
  const { took, is } = newsOf(taps)
  return (
    <>
      <h3>
        {SAID[kind]}, {writtenDay(writtenOn, 'en')}
        {settledOn && ` · dealt with on ${writtenDay(settledOn, 'en')}`}
      </h3>
      {(took || is) && <p class="hint">{[took && TOOK[took], is && NOW[is]].join(' ')}</p>}
      {text === null ? (
        <p class="hint">These words have been erased, or cannot be opened.</p>
      ) : (
        text && (
          <p class="text" lang={language}>
            {text}
          </p>
        )
      )}
    </>
  )
}

const TOOK = {
  yes: 'They took the advice.',
  partly: 'They took part of the advice.',
  no: 'They did not take the advice.',
}
const NOW = {
  better: 'It is better now.',
  same: 'It is the same now.',
  worse: 'It is worse now.',
}
