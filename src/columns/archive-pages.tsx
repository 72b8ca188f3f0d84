import { writtenMonth } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import type { Month } from './archive.ts'
import { ColumnList, Pager } from './list-parts.tsx'
import type { Listed, Page } from './lists.ts'

type Furniture = { copy: Copy; language: Language; paths: Paths }

/** Every year that has columns, with its months. */
export function ArchivePage(props: Furniture & { months: Month[] }) {
  const { copy, paths, months } = props
  const years = [...Map.groupBy(months, ({ month }) => month.slice(0, 4))]
  return (
    <>
      <h1>{copy.site.archive}</h1>
      <p class="standfirst">{copy.lists.archiveLead}</p>
      {years.length === 0 && <p>{copy.lists.empty}</p>}
      {years.map(([year, own]) => (
        <section class="year" aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>
            <a href={paths.year(year)}>{year}</a>{' '}
            <span class="quiet">
              {copy.lists.columns(own.reduce((sum, { columns }) => sum + columns, 0))}
            </span>
          </h2>
          <Months {...props} months={own} shown={[]} />
        </section>
      ))}
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

type YearProps = Furniture & { year: string; page: Page; months: Month[]; isFirst: boolean }

/** A year's columns under their months. */
export function YearPage(props: YearProps) {
  const { copy, language, paths, year, page, months } = props
  const shown = [...Map.groupBy(page.columns, monthOf)]
  return (
    <>
      <p class="kicker">
        <a href={paths.archive()}>{copy.site.archive}</a>
      </p>
      <h1>{year}</h1>
      <Months {...props} months={months} shown={shown.map(([month]) => month)} />
      {shown.map(([month, columns]) => (
        <section class="month" id={anchor(month)} aria-labelledby={`${anchor(month)}-label`}>
          <h2 class="label" id={`${anchor(month)}-label`}>
            {writtenMonth(month, language)}
          </h2>
          <ColumnList {...props} columns={columns} heading="h3" />
        </section>
      ))}
      <Pager {...props} path={paths.year(year)} older={page.older} />
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

/** The months, oldest first as in a calendar: one that the page shows is on it, another a page away. */
function Months(props: Furniture & { months: Month[]; shown: string[] }) {
  const { copy, language, paths, months, shown } = props
  const year = months[0]?.month.slice(0, 4)
  return (
    <nav class="topics" aria-label={`${copy.lists.months} ${year}`}>
      {months.toReversed().map(({ month, columns }) => (
        <>
          <a href={shown.includes(month) ? `#${anchor(month)}` : paths.month(month)}>
            {writtenMonth(month, language, false)} <span class="quiet">{columns}</span>
          </a>{' '}
        </>
      ))}
    </nav>
  )
}

function monthOf({ publishedAt }: Listed): string {
  return publishedAt.slice(0, 7)
}

/** The months of a year by number, so that an address is the same in every language. */
function anchor(month: string): string {
  return `month-${month.slice(5)}`
}
