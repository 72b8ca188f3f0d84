import type { Paths } from '../paths.ts'
import { CONSENTS } from '../schema.ts'
import { asset } from '../ui/assets.ts'
import type { Copy } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import {
  type FieldProps,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TickField,
} from '../ui/field.tsx'
import type { FormFacts } from './form-facts.ts'
import type { Entries, Field, Problem } from './letter-form.ts'
import type { Lists } from './lists.ts'

export type WriteProps = {
  copy: Copy
  paths: Paths
  entries: Entries
  problems: Problem[]
  lists: Lists
  /** The hidden field that carries the letter's new ticket. */
  ticketField: string
  facts: FormFacts
  /** Whether the site can send mail: nobody is asked for an address in vain. */
  canNudge: boolean
  /** Whether sending will ask for JavaScript: better said before than after the writing. */
  needsScript: boolean
}

export function WritePage(props: WriteProps) {
  const { copy, paths, entries, problems, lists, ticketField, facts, canNudge, needsScript } = props
  const { letters, sending } = copy
  const said = ({ key, count }: Problem) => letters.problems[key](count)
  const field = (name: Field) => {
    const problem = problems.find((one) => one.field === name)
    return {
      name,
      ...letters.fields[name],
      value: entries[name],
      error: problem && said(problem),
    }
  }
  const optional = (name: Field) => {
    const props = field(name)
    return { ...props, label: letters.optional(props.label) }
  }
  return (
    <>
      <ErrorSummary
        title={letters.problemsTitle}
        problems={problems.map((problem) => ({
          text: said(problem),
          field: problem.field === 'ticket' ? undefined : problem.field,
        }))}
        after={letters.nothingLost}
      />
      <h1>{letters.write.title}</h1>
      <p class="standfirst">{letters.write.lead}</p>
      {facts.received + facts.answered > 0 && (
        <p class="facts">{sending.numbers(facts.received, facts.answered)}</p>
      )}
      {needsScript && (
        <noscript>
          <p class="error">{sending.refused.noScript}</p>
        </noscript>
      )}
      {problems.length === 0 && <BeforeYouWrite copy={copy} paths={paths} />}
      <form class="form" method="post" action={paths.write()} data-write="" novalidate>
        <input type="hidden" name="ticket" value={ticketField} />
        <section aria-labelledby="your-letter">
          <h2 id="your-letter">{letters.write.yourLetter}</h2>
          <Trap label={letters.write.trap} />
          <Line {...field('question')} isRequired />
          <Similar copy={copy} paths={paths} />
          <TextArea {...field('letter')} isRequired rows={16} class="sheet" />
          <div
            class="details"
            data-details={JSON.stringify(letters.details)}
            data-script={asset('details.js')}
            data-lists={asset('details.json')}
          />
          <TextArea {...optional('tried')} rows={4} />
          <Line {...optional('signoff')} />
          {entries.differs && <TextArea {...optional('differs')} rows={3} />}
        </section>
        <section aria-labelledby="printing">
          <h2 id="printing">{letters.write.printing}</h2>
          <RadioField
            {...field('consent')}
            options={CONSENTS.map((value) => ({ value, ...letters.consent[value] }))}
          />
          <TextArea {...optional('disguise')} rows={3} />
        </section>
        <section aria-labelledby="helpful">
          <h2 id="helpful">{letters.write.helpful}</h2>
          <p class="hint">{letters.write.helpfulHint}</p>
          <SelectField {...field('topic')} options={lists.topic} />
          <SelectField {...field('standing')} options={lists.standing} />
          <SelectField {...field('country')} options={lists.country} />
          <SelectField {...field('language')} options={lists.language} />
          <TextField {...optional('needed_by')} type="date" />
        </section>
        <section aria-labelledby="afterwards">
          <h2 id="afterwards">{letters.write.afterwards}</h2>
          <SelectField {...field('follow_up')} options={lists.follow_up} />
          {canNudge && <TextField {...optional('email')} type="email" autocomplete="email" />}
          <TickField {...field('terms')} isRequired />
        </section>
        <button type="submit" name="step" value="check">
          {letters.write.check}
        </button>
        <p class="hint">{letters.write.checkHint}</p>
      </form>
    </>
  )
}

/**
 * A line that the Back button brings back and that no browser offers to the next person who writes
 * here: what stands in an input is either remembered for everybody, or lost.
 */
function Line(props: FieldProps) {
  return <TextArea {...props} rows={1} class="line" />
}

/** People neither see nor reach it, unless their browser shows text alone; machines fill it in. */
function Trap({ label }: { label: string }) {
  return (
    <div class="unseen" aria-hidden="true">
      <label for="homepage">{label}</label>
      <input id="homepage" name="homepage" tabindex={-1} autocomplete="off" />
    </div>
  )
}

/** Where the page’s script shows, while somebody writes, what has been answered already. */
function Similar({ copy, paths }: { copy: Copy; paths: Paths }) {
  const { similar } = copy.sending
  return (
    <div
      class="near"
      role="status"
      data-similar={paths.similar()}
      data-title={similar.title}
      data-typing={similar.typing}
      hidden
    />
  )
}

function BeforeYouWrite({ copy, paths }: { copy: Copy; paths: Paths }) {
  const { write } = copy.letters
  return (
    <section class="before" aria-labelledby="before">
      <h2 id="before">{write.before}</h2>
      {write.notes.map(({ name, text }) => (
        <p>
          <strong>{name}</strong> {text}
        </p>
      ))}
      <p>
        {write.more} <a href={paths.privacy()}>{write.privacy}</a> {write.and}{' '}
        <a href={paths.guidelines()}>{write.guidelines}</a>.
      </p>
      <p>
        <strong>{write.danger}</strong> <a href={paths.help()}>{copy.sending.help}</a>
      </p>
    </section>
  )
}
