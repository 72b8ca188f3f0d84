import type { Paths } from '../paths.ts'
import { typeset } from '../typeset.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import { Text } from '../ui/printed-letter.tsx'
import type { Beside, Column } from './column.ts'
import { BETWEEN, Facts } from './column-facts.tsx'
import { Addenda, Printed } from './column-parts.tsx'

type Props = { column: Column; columnist: string; copy: Copy; language: Language; paths: Paths }

/** The column's page: the desk's preview shows the same. */
export function ColumnPage({ column, columnist, copy, language, paths }: Props) {
  const { manuscript } = column
  const { exchanges, contentNote } = manuscript
  const set = (text: string) => typeset(text, copy.column.quotes)
  return (
    <article>
      <header>
        <Kicker {...{ column, paths }} />
        <h1>{set(manuscript.headline)}</h1>
        <p class="standfirst">{set(manuscript.standfirst)}</p>
        <Facts {...{ column, columnist, copy, language }} />
      </header>
      {manuscript.note && (
        <div class="note" role="note" aria-label={copy.column.editorsNote}>
          <Text markdown={manuscript.note} below={1} copy={copy.column} />
        </div>
      )}
      {contentNote && (
        <p class="note">
          <strong>{copy.column.contentNote}:</strong> {set(contentNote)}
        </p>
      )}
      {exchanges.length > 1 && (
        <nav class="contents" aria-label={copy.column.lettersHere}>
          <ol>
            {exchanges.map(({ headline }, index) => (
              <li>
                <a href={`#letter-${index + 1}`}>{set(headline ?? '')}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {exchanges.map((exchange, index) => (
        <Printed exchange={exchange} position={index + 1} copy={copy} />
      ))}
      <Addenda
        id="updates"
        title={copy.column.updates}
        label={copy.column.update}
        list={manuscript.updates}
        {...{ copy, language }}
      />
      <Addenda
        id="corrections"
        title={copy.column.corrections}
        label={copy.column.correction}
        list={manuscript.corrections}
        {...{ copy, language }}
      />
      <Next {...{ column, copy, paths }} />
      <Neighbours {...{ column, copy, paths }} />
      <Invitation copy={copy} paths={paths} />
    </article>
  )
}

function Kicker({ column, paths }: Pick<Props, 'column' | 'paths'>) {
  if (column.topics.length === 0) return null
  return (
    <p class="kicker">
      {column.topics.map(({ slug, name }, index) => (
        <>
          {index > 0 && BETWEEN}
          <a href={paths.topic(slug)}>{name}</a>
        </>
      ))}
    </p>
  )
}

type Furniture = Pick<Props, 'column' | 'copy' | 'paths'>

function Next({ column, copy, paths }: Furniture) {
  if (column.next.length === 0) return null
  return (
    <aside class="next" aria-labelledby="next">
      <h2 class="label" id="next">
        {copy.column.next}
      </h2>
      <ul>
        {column.next.map(({ slug, headline, standfirst }) => (
          <li>
            <a href={paths.column(slug)}>{typeset(headline, copy.column.quotes)}</a>{' '}
            <span>{typeset(standfirst, copy.column.quotes)}</span>
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** The way on through the language's columns, by their dates. */
function Neighbours({ column: { earlier, later }, copy, paths }: Furniture) {
  if (!earlier && !later) return null
  const link = ({ slug, headline }: Beside, rel: 'prev' | 'next') => (
    <a href={paths.column(slug)} rel={rel}>
      <span>{copy.column[rel === 'prev' ? 'earlier' : 'later']}</span>{' '}
      {typeset(headline, copy.column.quotes)}
    </a>
  )
  return (
    <nav class="neighbours" aria-label={copy.column.neighbours}>
      {earlier && link(earlier, 'prev')} {later && link(later, 'next')}
    </nav>
  )
}
