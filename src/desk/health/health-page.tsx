import { writtenMoment } from '../../zone.ts'
import type { Finding, Level } from './finding.ts'

/** How the site is, as far as a page can look; the worst first. */
export function HealthPage({ findings, timeZone }: { findings: Finding[]; timeZone: string }) {
  const told = findings.map((finding) => ({ ...finding, says: timed(finding.says, timeZone) }))
  const wrong = findings.filter(({ level }) => level !== 'well')
  return (
    <article class="health">
      <h1>Health</h1>
      <p>{wrong.length === 0 ? 'All is well, as far as this page looks.' : SEE_BELOW}</p>
      {(['broken', 'eye', 'well'] as const).map((level) => (
        <Section level={level} findings={told.filter((finding) => finding.level === level)} />
      ))}
      <p class="hint">
        This page asks a few short questions. Whoever runs the site looks deeper with{' '}
        <code>npm run doctor -- --remote</code>: the search against the columns, counts, what
        belongs to nothing, whether every letter can be opened, secrets, and rows written a day.
      </p>
    </article>
  )
}

const SEE_BELOW = 'Not all is well: see what to do about each.'

const HEADINGS: Record<Level, string> = {
  broken: 'Broken',
  eye: 'Needs an eye',
  well: 'Well',
}

function Section({ level, findings }: { level: Level; findings: Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section class={level === 'well' ? undefined : 'failure'} aria-labelledby={`is-${level}`}>
      <h2 id={`is-${level}`}>{HEADINGS[level]}</h2>
      <dl>
        {findings.map(({ about, says, todo }) => (
          <>
            <dt>{about}</dt>
            <dd>{says}</dd>
            {todo && <dd class="todo">{coded(todo)}</dd>}
          </>
        ))}
      </dl>
    </section>
  )
}

/** Instants, which the command line tells as they are stored, in the editor's own zone. */
function timed(says: string, timeZone: string): string {
  return says.replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, (stored) => writtenMoment(stored, timeZone))
}

/** What stands between backticks is to be typed. */
function coded(text: string) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))
}
