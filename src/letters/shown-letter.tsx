import { writtenInstant } from '../dates.ts'
import { plainText } from '../markdown.ts'
import { VERDICTS } from '../schema.ts'
import { type Copy, copies, type Language } from '../ui/copy/index.ts'
import { RadioField, TextArea } from '../ui/field.tsx'
import { PrintedLetter } from '../ui/printed-letter.tsx'
import type { FormProps } from './conversation.tsx'
import type { OpenLetter } from './sealed.ts'
import type { Shown } from './standing.ts'
import { textDiff } from './text-diff.ts'

export type Clock = { language: Language; timeZone: string; now: string }

type Props = FormProps & Clock & { shown: Shown; sent: OpenLetter; sentIn: string }

/** The edited letter as it would be printed, what was changed in it, and the writer's say. */
export function ShownLetter(props: Props) {
  const { copy, shown, sent, sentIn } = props
  return (
    <section class="shown" aria-labelledby="shown">
      <h2 id="shown">{copy.conversation.shown.title}</h2>
      <p>{standing(props)}</p>
      <div lang={shown.language}>
        <PrintedLetter letter={shown.letter} id="printed" copy={inLanguage(shown.language, copy)} />
      </div>
      {sent.letter !== null && <Changes {...{ copy, shown, sent, sentIn }} />}
      <VerdictForm {...props} />
    </section>
  )
}

function standing({ copy, shown, language, timeZone, now }: Props): string {
  const words = copy.conversation.shown
  if (shown.verdict) return words[shown.verdict]
  if (shown.until <= now) return words.over
  return words.lead(`${writtenInstant(shown.until, language, timeZone)} (${timeZone})`)
}

function inLanguage(language: string, copy: Copy): Copy {
  return copies[language as Language] ?? copy
}

/** Marks for the eye, and words for whoever hears the page or reads it without its style. */
function Changes(props: { copy: Copy; shown: Shown; sent: OpenLetter; sentIn: string }) {
  const { copy, shown, sent, sentIn } = props
  const words = copy.conversation.shown
  const { headline, letter, signoff } = shown.letter
  const before = joined(headline && sent.question, sent.letter, sent.signoff)
  const pieces = textDiff(before, joined(headline, plainText(letter), signoff))
  return (
    <details class="changes">
      <summary>{words.diff}</summary>
      <p class="hint">{pieces ? words.marks : words.tooMuch}</p>
      <p class="typed" lang={sentIn}>
        {pieces?.map(({ text, kind }) => {
          if (kind === 'same') return text
          const Mark = kind === 'gone' ? 'del' : 'ins'
          return (
            <Mark>
              <Aloud text={`[${words[kind]} `} />
              {text}
              <Aloud text={` ${words.end}]`} />
            </Mark>
          )
        }) ?? before}
      </p>
    </details>
  )
}

function Aloud({ text }: { text: string }) {
  return <span class="aloud">{text}</span>
}

function joined(headline: string | null, letter: string | null, signoff: string | null): string {
  return [headline, letter, signoff && `— ${signoff}`].filter(Boolean).join('\n')
}

function VerdictForm({ copy, paths, ticket, shown, refused }: Props) {
  const words = copy.conversation.shown
  const wrong = refused?.form === 'verdict' ? refused : undefined
  const error = (field: string) => (wrong?.field === field ? wrong.text : undefined)
  return (
    <form class="form" method="post" action={paths.ticketForm('verdict')} novalidate>
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="shown" value={shown.fingerprint} />
      <RadioField
        name="verdict"
        label={words.verdict}
        hint={words.final}
        error={error('verdict')}
        value={wrong?.typed.verdict ?? shown.verdict ?? ''}
        options={VERDICTS.map((value) => ({ value, name: words.verdicts[value] }))}
      />
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        error={error('words')}
        value={wrong?.typed.words}
        rows={4}
      />
      <button type="submit">{words.button}</button>
    </form>
  )
}
