import type { Paths } from '../paths.ts'
import { CONSENTS } from '../schema.ts'
import type { Copy } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { RadioField, SelectField, TextArea, TextField, TickField } from '../ui/field.tsx'
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
}

export function WritePage({ copy, paths, entries, problems, lists, ticketField }: WriteProps) {
  const { letters } = copy
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
      {problems.length === 0 && <BeforeYouWrite copy={copy} paths={paths} />}
      <form class="form" method="post" action={paths.write()} novalidate>
        <input type="hidden" name="ticket" value={ticketField} />
        <section aria-labelledby="your-letter">
          <h2 id="your-letter">{letters.write.yourLetter}</h2>
          <TextField {...field('question')} isRequired autocomplete="off" />
          <TextArea {...field('letter')} isRequired rows={16} class="sheet" />
          <div class="details" data-details={JSON.stringify(letters.details)} />
          <TextArea {...optional('tried')} rows={4} />
          <TextField {...optional('signoff')} autocomplete="off" />
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
          <TextField {...optional('email')} type="email" autocomplete="email" />
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
        <strong>{write.danger}</strong>
      </p>
    </section>
  )
}
