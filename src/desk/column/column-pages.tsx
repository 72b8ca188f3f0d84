import { writtenInstant } from '../../dates.ts'
import { paths, pathsIn } from '../../paths.ts'
import type { ColumnRow, DraftRow } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { languageName } from '../letter/letter-words.ts'
import { AfterPart } from './after-part.tsx'
import type { Aftermath } from './after-publishing.ts'
import { MoveForm, TranslateForm } from './column-acts-more.tsx'
import { positionOf } from './column-list.ts'
import type { WriterSaid } from './writers.ts'
import { WritersPart } from './writers-part.tsx'

type Live = Pick<ColumnRow, 'id' | 'slug' | 'language' | 'headline' | 'publishedAt' | 'changedAt'>

const PAGE = 50

type ListProps = { live: Live[]; retracted: DraftRow[]; timeZone: string; error?: string }

export function ColumnsPage({ live, retracted, timeZone, error }: ListProps) {
  const oldest = live.length === PAGE ? live.at(-1) : undefined
  return (
    <>
      <ErrorSummary errors={error ? [{ href: '#retracted', text: error }] : []} />
      <h1>Columns</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Headline</th>
            <th scope="col">Language</th>
            <th scope="col">Published</th>
            <th scope="col">Last changed</th>
          </tr>
        </thead>
        <tbody>
          {live.map(({ slug, headline, language, publishedAt, changedAt }) => (
            <tr>
              <td>
                <a href={paths.desk.column(slug)}>{headline}</a>
              </td>
              <td>{languageName(language)}</td>
              <td>{writtenInstant(publishedAt, 'en', timeZone)}</td>
              <td data-label="changed">
                {changedAt === publishedAt ? '' : writtenInstant(changedAt, 'en', timeZone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {oldest && (
        <p>
          <a href={`${paths.desk.columns()}?older=${encodeURIComponent(positionOf(oldest))}`}>
            Older columns
          </a>
        </p>
      )}
      {retracted.length > 0 && (
        <section aria-labelledby="retracted">
          <h2 id="retracted">Retracted</h2>
          <ul>
            {retracted.map(({ id, slug, headline, version }) => (
              <li>
                <form method="post" action={paths.desk.columnVerb(slug, 'restore')}>
                  <input type="hidden" name="version" value={String(version)} />
                  <a href={paths.desk.draft(id)}>{headline}</a>{' '}
                  <button type="submit">Make it a draft again</button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export function ColumnActsPage(props: {
  column: ColumnRow
  isBeingRevised: boolean
  /** What every form carries: an act on another version is refused. */
  version: number
  aftermath: Aftermath
  isCached: boolean
  /** The site's other languages. */
  languages: string[]
  timeZone: string
  said: WriterSaid[]
  errors: { href: string; text: string }[]
  typed: Record<string, string>
}) {
  const { column, isBeingRevised, said, errors, typed, version } = props
  const seen = <input type="hidden" name="version" value={String(version)} />
  const act = (verb: string) => paths.desk.columnVerb(column.slug, verb)
  return (
    <>
      <ErrorSummary errors={errors} />
      <p class="kicker">Live</p>
      <h1>{column.headline}</h1>
      <p>
        <a href={pathsIn(column.language as Language).column(column.slug)}>See it as readers do</a>
      </p>
      <AfterPart {...props} />
      <WritersPart slug={column.slug} said={said} version={version} />
      <form method="post" action={act('revise')}>
        {seen}
        <h2>Revise</h2>
        <p>Readers see the text as it is until the revision is published.</p>
        <button type="submit" class="main">
          {isBeingRevised ? 'Go on with the revision' : 'Revise'}
        </button>
      </form>
      <form method="post" action={act('correct')}>
        {seen}
        <h2>Correct</h2>
        <Field
          name="correction"
          label="The correction"
          hint="It stands under the column with today’s date: what was wrong, and what is right."
          value={typed.correction}
        />
        <button type="submit">Publish the correction</button>
      </form>
      <MoveForm {...props} />
      <TranslateForm {...props} />
      <form method="post" action={act('retract')}>
        {seen}
        <h2 id="retract">Retract</h2>
        <p>Readers will find a page that says it was withdrawn. The text stays at the desk.</p>
        <Field name="reason" label="Why" hint="For the desk log only." value={typed.reason} />
        <Field
          name="note"
          label="What readers are told"
          hint="A plain sentence or two on the page that says the column is gone."
          value={typed.note}
        />
        <button type="submit">Retract the column</button>
      </form>
    </>
  )
}

function Field(props: { name: string; label: string; hint: string; value?: string }) {
  const { name, label, hint, value = '' } = props
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <textarea id={name} name={name} rows={3} required aria-describedby={`${name}-hint`}>
        {`\n${value}`}
      </textarea>
    </div>
  )
}
