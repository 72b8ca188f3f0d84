import { writtenDay } from '../dates.ts'
import { findDetails } from '../identifying.ts'
import type { Edit } from '../identifying-edit.ts'
import type { Paths } from '../paths.ts'
import type { Consent } from '../schema.ts'
import { words } from '../text.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DetailsList, MarkedLetter } from './details-part.tsx'
import { type Entries, FIELDS, type Field, isDay } from './letter-form.ts'
import type { Lists } from './lists.ts'

type Props = {
  copy: Copy
  paths: Paths
  language: Language
  entries: Entries
  lists: Lists
  ticketField: string
  /** Takes back what was just replaced in the letter. */
  undo?: Edit
  /** Set when sending failed on our side, and this page is all that holds the letter. */
  hasFailed?: boolean
}

const ANSWERS = FIELDS.filter(
  (field) => !['question', 'letter', 'signoff', 'terms'].includes(field),
)

export function CheckPage(props: Props) {
  const { copy, paths, entries, ticketField, hasFailed = false } = props
  const { check, fields, anonymous } = copy.letters
  const details = hasFailed ? [] : findDetails(entries.letter, entries.language)
  return (
    <>
      <ErrorSummary
        title={check.failedTitle}
        problems={hasFailed ? [{ text: check.failed }] : []}
      />
      <h1>{check.title}</h1>
      <p class="standfirst">{check.lead}</p>
      <section class="letter" aria-labelledby="letter-label">
        <h2 class="label" id="letter-label">
          {check.letter} · {check.words(words(entries.letter))}
        </h2>
        <p class="headline">{entries.question}</p>
        <MarkedLetter letter={entries.letter} details={details} />
        <p class="signoff">— {entries.signoff || anonymous}</p>
      </section>
      {!hasFailed && (
        <DetailsList
          {...{ copy, details, undo: props.undo }}
          language={entries.language}
          form="sheet"
          action={paths.write()}
        />
      )}
      <section aria-labelledby="answers">
        <h2 id="answers">{check.answers}</h2>
        <dl class="answers">
          {ANSWERS.map((field) => (
            <div>
              <dt>{fields[field].label}</dt>
              <dd>{answer(field, props) || <span class="quiet">{check.empty}</span>}</dd>
            </div>
          ))}
        </dl>
      </section>
      <form class="form" id="sheet" method="post" action={paths.write()}>
        <input type="hidden" name="ticket" value={ticketField} />
        {FIELDS.map((field) => (
          <input type="hidden" name={field} value={entries[field]} />
        ))}
        <button type="submit" name="step" value="send">
          {check.send}
        </button>{' '}
        <button class="second" type="submit" name="step" value="edit">
          {check.edit}
        </button>
      </form>
    </>
  )
}

/** An answer in the words that the writer chose it by. */
function answer(field: Field, { copy, entries, language, lists }: Props): string {
  const value = entries[field]
  if (field === 'consent') return copy.letters.consent[value as Consent]?.name ?? value
  if (field === 'needed_by') return isDay(value) ? writtenDay(value, language) : value
  if (!(field in lists)) return value
  const chosen = lists[field as keyof Lists].find((option) => option.value === value)
  return value && (chosen?.name ?? value)
}
