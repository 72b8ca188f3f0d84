import type { Child } from 'hono/jsx'
import { writtenDay } from '../../dates.ts'
import { SHOWN_FROM } from '../../misses.ts'
import { paths, pathsIn } from '../../paths.ts'
import type { Language } from '../../ui/copy/index.ts'
import { languageName, STATUS_WORDS } from '../letter/letter-words.ts'
import { Chart } from './chart.tsx'
import { AGES, type Figures, TRAY_COUNTED } from './figures.ts'
import { share, weekName } from './weeks.ts'

export function FiguresPage({ figures }: { figures: Figures }) {
  return (
    <article class="figures">
      <h1>Figures</h1>
      <p>
        Counts of the last 52 weeks, which begin on Mondays, in UTC. They hold nothing about a
        single letter, and nothing about a single editor.
      </p>
      <Letters figures={figures} />
      <Waits figures={figures} />
      <Tray figures={figures} />
      <Rhythm figures={figures} />
      <Misses figures={figures} />
      <AnswersIt figures={figures} />
    </article>
  )
}

type Part = { figures: Figures }

function Letters({ figures: { weeks } }: Part) {
  const received = sum(weeks.map((week) => week.received))
  const since = sum(weeks.map((week) => week.answeredSince))
  const part = share(since, received)
  return (
    <section>
      <h2>Letters a week</h2>
      <p>
        {counted(received, 'letter')} came, spam left out
        {part && `; ${part} of them have been answered until now`}.
      </p>
      <Chart
        id="letters"
        title="Letters a week"
        text="A bar for each week: how many letters came, and filled in how many of those have been answered."
        bars={weeks.map((week) => ({ value: week.received, part: week.answeredSince }))}
        from={weekName(weeks[0]?.monday ?? '')}
        to="this week"
      />
      <p class="hint">Filled in: answered until now. The last weeks’ letters still have time.</p>
      <Numbers
        heads={['Week from', 'Came', 'Of those answered', 'Share', 'Answers given']}
        rows={weeks
          .toReversed()
          .map((week) => [
            writtenDay(week.monday, 'en'),
            week.received,
            week.answeredSince,
            share(week.answeredSince, week.received) ?? '–',
            week.answered,
          ])}
      />
    </section>
  )
}

function Waits({ figures: { months, medianWait } }: Part) {
  return (
    <section>
      <h2>Days to an answer</h2>
      <p>
        {medianWait === null
          ? 'Nobody has been answered in the last twelve months.'
          : `Half of those who were answered in the last twelve months waited ${days(medianWait)} or less.`}
      </p>
      <Chart
        id="waits"
        title="Days to an answer"
        text="A bar for each month: the median of the days that its answers took."
        bars={months.map((month) => ({ value: month.median ?? 0 }))}
        from={written(months[0]?.month ?? '')}
        to="this month"
      />
      <Numbers
        heads={['Month of the answer', 'Median days', 'Letters answered']}
        rows={months
          .toReversed()
          .map(({ month, median, answered }) => [written(month), median ?? '–', answered])}
      />
    </section>
  )
}

function Tray({ figures: { tray } }: Part) {
  const oldest = tray.flatMap((row) => row.oldest ?? []).sort()[0]
  const ages = [...AGES.map((age) => `Up to ${age} days`), 'Older']
  return (
    <section>
      <h2>Age of the tray</h2>
      <p>
        {oldest
          ? `The oldest letter that has no answer yet came on ${writtenDay(oldest, 'en')}.`
          : 'Nobody is waiting.'}
      </p>
      <Chart
        id="tray"
        title="Age of the tray"
        text="A bar for each age: how many letters wait, the newest on the left."
        bars={ages.map((_, age) => ({ value: sum(tray.map((row) => row.ages[age] ?? 0)) }))}
        from={ages[0] ?? ''}
        to={ages.at(-1) ?? ''}
      />
      <Numbers
        heads={['State', ...ages]}
        rows={tray.map(({ status, ages }) => [
          STATUS_WORDS[status],
          ...ages.map((count) => (count < TRAY_COUNTED ? count : `${TRAY_COUNTED} or more`)),
        ])}
      />
    </section>
  )
}

function Rhythm({ figures: { weeks } }: Part) {
  const published = sum(weeks.map((week) => week.published))
  const without = weeks.filter((week) => week.published === 0).length
  return (
    <section>
      <h2>Columns a week</h2>
      <p>
        {counted(published, 'column')} that readers can read now, translations among them;{' '}
        {counted(without, 'week')} without one.
      </p>
      <Chart
        id="columns"
        title="Columns a week"
        text="A bar for each week: how many columns were published, and filled in how many were translations."
        bars={weeks.map((week) => ({ value: week.published, part: week.translations }))}
        from={weekName(weeks[0]?.monday ?? '')}
        to="this week"
      />
      <p class="hint">Filled in: translations of another column.</p>
      <Numbers
        heads={['Week from', 'Columns', 'Translations']}
        rows={weeks
          .toReversed()
          .map((week) => [writtenDay(week.monday, 'en'), week.published, week.translations])}
      />
    </section>
  )
}

function Misses({ figures: { misses } }: Part) {
  return (
    <section>
      <h2>Searched for and not found</h2>
      <p>
        What readers searched for in vain on {SHOWN_FROM} days or more, as long as somebody did
        within 90 days. Nothing is known of who they are.
      </p>
      {misses.length === 0 ? (
        <p>Nothing so far.</p>
      ) : (
        <Table
          heads={['Search', 'Language', 'Days', 'Last']}
          rows={misses.map(({ words, language, days, lastOn }) => [
            <a href={pathsIn(language as Language).search(words)} lang={language}>
              {words}
            </a>,
            languageName(language),
            days,
            writtenDay(lastOn, 'en'),
          ])}
        />
      )}
    </section>
  )
}

function AnswersIt({ figures: { answersIt } }: Part) {
  return (
    <section>
      <h2>“That answers it”</h2>
      <p>Columns that answered somebody who was about to write, and how often.</p>
      {answersIt.length === 0 ? (
        <p>None so far.</p>
      ) : (
        <Table
          heads={['Column', 'Times']}
          rows={answersIt.map(({ slug, headline, count }) => [
            <a href={paths.desk.column(slug)}>{headline}</a>,
            count,
          ])}
        />
      )}
    </section>
  )
}

function Numbers(props: { heads: string[]; rows: Child[][] }) {
  return (
    <details>
      <summary>The numbers</summary>
      <Table {...props} />
    </details>
  )
}

function Table({ heads, rows }: { heads: string[]; rows: Child[][] }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others]) => (
          <tr>
            <th scope="row">{first}</th>
            {others.map((value) => (
              <td>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

function days(count: number): string {
  return count === 1 ? 'a day' : `${count} days`
}

/** “2026-03” as “March 2026”. */
function written(month: string): string {
  return writtenDay(`${month}-01`, 'en').replace(/^\d+ /, '')
}
