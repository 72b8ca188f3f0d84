import { raw } from 'hono/html'
import { writtenDay } from '../dates.ts'
import type { Edit } from '../identifying/edit.ts'
import type { Detail } from '../identifying.ts'
import type { Near } from '../nearest.ts'
import type { Paths } from '../paths.ts'
import type { Consent } from '../schema.ts'
import { TURNSTILE } from '../security.ts'
import { words } from '../text.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextArea } from '../ui/field.tsx'
import { DetailsList, MarkedLetter } from './details-part.tsx'
import { type Entries, FIELDS, type Field, isDay } from './letter-form.ts'
import type { Lists } from './lists.ts'
import { NearList } from './near-list.tsx'
import { employersDomain } from './providers.ts'

type Props = {
  copy: Copy
  paths: Paths
  language: Language
  entries: Entries
  lists: Lists
  ticketField: string
  /** What may identify somebody in the letter; null when it could not be looked for. */
  details: Detail[] | null
  /** Takes back what was just replaced in the letter. */
  undo?: Edit
  near: Near[]
  /** Why the letter has not been sent; this page is then all that holds it. */
  refusal?: string
  /** The public half of Cloudflare's check for people, where the site has it on. */
  turnstile?: string
}

const ANSWERS = FIELDS.filter(
  (field) => !['question', 'letter', 'signoff', 'terms', 'differs'].includes(field),
)

export function CheckPage(props: Props) {
  const { copy, paths, entries, details, near, refusal } = props
  const mayDiffer = near.length > 0 || entries.differs !== ''
  const { check, fields, anonymous } = copy.letters
  return (
    <>
      <ErrorSummary title={check.failedTitle} problems={refusal ? [{ text: refusal }] : []} />
      <h1>{check.title}</h1>
      <p class="standfirst">{check.lead}</p>
      <section class="letter" aria-labelledby="letter-label">
        <h2 class="label" id="letter-label">
          {check.letter} · {check.words(words(entries.letter))}
        </h2>
        <p class="headline">{entries.question}</p>
        <MarkedLetter letter={entries.letter} details={details ?? []} />
        <p class="signoff">— {entries.signoff || anonymous}</p>
      </section>
      {!refusal && (
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
              <dd>
                {answer(field, props) || <span class="quiet">{check.empty}</span>}
                {field === 'email' && <EmployersAddress copy={copy} email={entries.email} />}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {near.length > 0 && <NearList {...{ near, copy, paths }} />}
      <form class="form" id="sheet" method="post" action={paths.write()}>
        <input type="hidden" name="ticket" value={props.ticketField} />
        {FIELDS.filter((field) => !(mayDiffer && field === 'differs')).map((field) => (
          <input type="hidden" name={field} value={entries[field]} />
        ))}
        {mayDiffer && (
          <TextArea name="differs" {...fields.differs} value={entries.differs} rows={3} />
        )}
        {props.turnstile && <Turnstile {...props} siteKey={props.turnstile} />}
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

function EmployersAddress({ copy, email }: { copy: Copy; email: string }) {
  const domain = employersDomain(email)
  return <>{domain && <p class="error">{copy.sending.employer(domain)}</p>}</>
}

/** Cloudflare's script puts its check into the box; nothing of it is there while it is off. */
function Turnstile({
  copy,
  language,
  siteKey,
}: Pick<Props, 'copy' | 'language'> & { siteKey: string }) {
  return (
    <>
      <div class="cf-turnstile" data-sitekey={siteKey} data-language={language} />
      {/* As text: of an element with `async` Hono would make one in the head. */}
      {raw(`<script src="${TURNSTILE}/turnstile/v0/api.js" async defer></script>`)}
      <noscript>
        <p class="error">{copy.sending.refused.noScript}</p>
      </noscript>
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
