import { partsOf } from '../../manuscript/parts.ts'
import { languageName } from '../letter/letter-words.ts'
import { FIELD } from './draft-form.ts'
import type { Fields } from './fields.ts'

type Props = {
  document: string
  /** What was typed and could not be written into the document. */
  typed?: Fields
  language: string
  languages: string[]
  topics: { slug: string; name: string }[]
}

/** What each part of a document is called. */
export function partName(part: string): string {
  const [, kind = '', number] = /^(headline|letter|reply)-(\d+)$/.exec(part) ?? []
  if (number) return `${kind === 'headline' ? 'headline of letter' : kind} ${number}`
  return part.replace('_', ' ')
}

/**
 * A document's parts as fields. What is changed here is written into the document in its place: by
 * the page's script while one types, or else by the server when the form is sent.
 */
export function DraftFields({ document, typed = {}, language, languages, topics }: Props) {
  const parts = partsOf(document)
  const exchanges = [...parts.keys()].filter((name) => name.startsWith('letter-')).length
  const standing = (name: string) => typed[name] ?? parts.get(name)?.text ?? null
  const field = (
    name: string,
    label: string,
    more: Omit<FieldProps, 'name' | 'label' | 'value'>,
  ) => <Field {...{ name, label, ...more }} value={standing(name)} />
  return (
    <div class="parts" lang="en">
      {field('headline', 'Headline', { lang: language })}
      {field('standfirst', 'Standfirst', { lang: language, rows: 2 })}
      {field('topics', 'Topics', { hint: topicsHint(topics) })}
      <div class="row">
        {field('language', 'Language', {
          hint: languages.map((code) => `${code}: ${languageName(code)}`).join(', '),
        })}
        {field('byline', 'Byline', { hint: 'Left out: the columnist' })}
        {field('place', 'Where it holds', { hint: 'A country, like GB; may be left out' })}
        {field('checked', 'Last checked', { hint: 'A day, like 2026-06-01; may be left out' })}
      </div>
      {field('content_note', 'Content note', { lang: language, hint: 'Shown before the letter' })}
      {field('note', 'Editor’s note', { lang: language, rows: 2 })}
      {Array.from({ length: Math.max(exchanges, 1) }, (_, index) => index + 1).map((number) => (
        <fieldset data-exchange={String(number)} hidden={exchanges === 0}>
          <legend>Letter {number}</legend>
          <div data-own-headline="" hidden={exchanges < 2 && !standing(`headline-${number}`)}>
            {field(`headline-${number}`, 'Its own headline', { lang: language })}
          </div>
          {field(`letter-${number}`, 'Printed letter', {
            lang: language,
            rows: 8,
            hint: 'A last line that begins with — is the signoff',
          })}
          {field(`reply-${number}`, 'Reply', { lang: language, rows: 10 })}
        </fieldset>
      ))}
    </div>
  )
}

function topicsHint(topics: Props['topics']): string {
  const known = topics.map(({ slug }) => slug).join(', ')
  return `One to five, with commas between${known && `: ${known}`}`
}

type FieldProps = {
  name: string
  label: string
  /** Null when only the document can show it: such a field is not sent. */
  value: string | null
  hint?: string
  /** For a text of several lines. */
  rows?: number
  lang?: string
}

function Field({ name, label, value, hint, rows, lang }: FieldProps) {
  const id = `${FIELD}${name}`
  const control = {
    ...{ id, name: id, lang, disabled: value === null },
    'data-part': name,
    'aria-describedby': hint && `${id}-hint`,
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...control} rows={rows} spellcheck={true}>
          {`\n${value ?? ''}`}
        </textarea>
      ) : (
        <input {...control} value={value ?? ''} autocomplete="off" />
      )}
    </div>
  )
}
