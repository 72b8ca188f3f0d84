import { writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { DraftRow } from '../../schema.ts'
import { ErrorSummary } from '../error-summary.tsx'
import type { Stretch, Version } from './version.ts'
import { Revision } from './word-marks.tsx'

type Props = {
  draft: DraftRow
  versions: Version[]
  before: number | null
  comparison: Comparison | null
  timeZone: string
  errors: { href: string; text: string }[]
}

/** Two versions that are compared; no stretches when the text of one is gone. */
export type Comparison = { from: number; to: number; stretches: Stretch[] | null }

/** The history of a draft: who saved what when, what they changed, and a way back to it. */
export function VersionsPage({ draft, versions, before, comparison, timeZone, errors }: Props) {
  const [newest, second] = versions
  const from = comparison?.from ?? second?.version ?? 0
  const to = comparison?.to ?? newest?.version ?? 0
  return (
    <>
      <ErrorSummary errors={errors} />
      <p class="kicker">
        <a href={paths.desk.draft(draft.id)}>Back to the draft</a>
      </p>
      <h1>Versions of “{draft.headline}”</h1>
      {comparison && <Compared {...comparison} />}
      <h2 id="versions">Every version, the last first</h2>
      <form id="compare" method="get" action={paths.desk.versions(draft.id)} />
      <table class="versions">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Saved by</th>
            <th scope="col">When</th>
            <th scope="col">Compare</th>
            <th scope="col">Bring back</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr>
              <td>
                Version {version.version}
                {version.version === draft.version && ' (the draft as it is)'}
                {draft.status === 'live' &&
                  version.version === draft.pinnedVersion &&
                  ', published'}
              </td>
              <td>{version.by}</td>
              <td>
                <time datetime={version.at}>{writtenInstant(version.at, 'en', timeZone)}</time>
              </td>
              <td>
                {version.isErased ? (
                  'Its text was erased with the letter.'
                ) : (
                  <Ends version={version.version} {...{ from, to }} />
                )}
              </td>
              <td>
                {!version.isErased && version.version !== draft.version && (
                  <Restore {...{ draft, version: version.version }} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="more">
        <button type="submit" form="compare">
          Compare the two
        </button>
        {before && <a href={paths.desk.versionsBefore(draft.id, before)}>Earlier versions</a>}
      </p>
    </>
  )
}

function Compared({ from, to, stretches }: Comparison) {
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">
        From version {from} to version {to}
      </h2>
      {stretches === null && <p>The text of one of them is gone, or never was.</p>}
      {stretches?.every((stretch) => 'same' in stretch) && <p>Their texts are the same.</p>}
      {stretches?.some((stretch) => 'runs' in stretch) && (
        <>
          <p class="hint">Struck out is what went, underlined is what came.</p>
          <ol class="stretches">
            {stretches.map((stretch) =>
              'same' in stretch ? (
                <li class="hint">{lines(stretch.same)}</li>
              ) : (
                <li>
                  {stretch.section && <p class="hint">Under “{stretch.section}”</p>}
                  <p class="text">
                    <Revision runs={stretch.runs} />
                  </p>
                </li>
              ),
            )}
          </ol>
        </>
      )}
    </section>
  )
}

function lines(count: number): string {
  return count === 1 ? '1 line as it was' : `${count} lines as they were`
}

function Ends({ version, from, to }: { version: number; from: number; to: number }) {
  return (
    <span class="ends">
      {(['from', 'to'] as const).map((end) => (
        <label>
          <input
            type="radio"
            form="compare"
            name={end}
            value={String(version)}
            checked={version === (end === 'from' ? from : to)}
            aria-label={`${end} version ${version}`}
          />{' '}
          {end}
        </label>
      ))}
    </span>
  )
}

function Restore({ draft, version }: { draft: DraftRow; version: number }) {
  return (
    <form method="post" action={paths.desk.draftVerb(draft.id, 'restore')}>
      <input type="hidden" name="version" value={String(draft.version)} />
      <button type="submit" name="restored" value={String(version)}>
        Restore version {version}
      </button>
    </form>
  )
}
