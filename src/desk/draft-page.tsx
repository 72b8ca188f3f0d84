import { localTime, writtenInstant } from '../dates.ts'
import { paths, pathsIn } from '../paths.ts'
import type { DraftRow } from '../schema.ts'
import type { Language } from '../ui/copy/index.ts'
import { ErrorSummary } from './error-summary.tsx'
import type { Checked, Gate } from './gates.ts'
import { OriginalLetter } from './original-letter.tsx'
import type { Original } from './originals.ts'
import { ShowFirst } from './show-first.tsx'

type Props = {
  draft: DraftRow
  checked: Checked
  originals: Original[]
  timeZone: string
  /** How long a writer has to answer who is shown the letter first. */
  hours: number
  /** What was just refused, in a sentence for each field that it is about. */
  errors?: { href: string; text: string }[]
}

/** A draft: the document beside the letter it came from, what stands in its way, and what to do. */
export function DraftPage({ draft, checked, originals, timeZone, hours, errors = [] }: Props) {
  const headlines = checked.manuscript?.exchanges.map(({ headline }) => headline) ?? []
  return (
    <>
      <ErrorSummary errors={errors} />
      <header class="heading">
        <p class="kicker">{standing(draft, timeZone)}</p>
        <h1>{draft.headline}</h1>
      </header>
      {draft.withdrawnOn && (
        <p class="failure" role="alert">
          A writer has withdrawn the letter of this draft. It cannot be published.
        </p>
      )}
      {draft.failure && (
        <p class="failure" role="alert">
          It was due and did not run: {draft.failure} Put it right and schedule it again.
        </p>
      )}
      <div class="workbench">
        <form method="post" action={paths.desk.draftVerb(draft.id, 'save')} class="editor">
          <input type="hidden" name="version" value={String(draft.version)} />
          <DocumentFields slug={draft.slug} document={draft.document} language={draft.language} />
          <p class="actions">
            <button type="submit" class="main">
              Save
            </button>
            <a href={paths.desk.preview(draft.id)}>Preview what was saved</a>
          </p>
          {draft.status === 'scheduled' && (
            <p class="hint">Saving takes it out of the queue: it will no longer run by itself.</p>
          )}
        </form>
        <div class="beside">
          <Gates gates={checked.gates} />
          {originals.map((original) => (
            <ShowFirst {...{ draft, original, headlines, timeZone, hours }} />
          ))}
          <Publishing draft={draft} checked={checked} timeZone={timeZone} />
          <Dropping draft={draft} />
          {originals.map((original) => (
            <OriginalLetter {...original} />
          ))}
        </div>
      </div>
    </>
  )
}

/** The fields that a save sends: the same on the draft's page and on the page of a conflict. */
export function DocumentFields(props: { slug: string; document: string; language: string }) {
  return (
    <>
      <div class="field">
        <label for="slug">Address</label>
        <p class="hint" id="slug-hint">
          {pathsIn(props.language as Language).column('…')}
        </p>
        <input id="slug" name="slug" value={props.slug} aria-describedby="slug-hint" required />
      </div>
      <div class="field">
        <label for="document">Document</label>
        <textarea id="document" name="document" rows={32} spellcheck={true} lang={props.language}>
          {`\n${props.document}`}
        </textarea>
      </div>
    </>
  )
}

function standing(draft: DraftRow, timeZone: string): string {
  const version = `version ${draft.version}`
  if (draft.status === 'scheduled' && draft.scheduledFor) {
    return `Scheduled for ${writtenInstant(draft.scheduledFor, 'en', timeZone)} (${timeZone}), ${version}`
  }
  if (draft.status === 'live') {
    return draft.version > (draft.pinnedVersion ?? 0)
      ? `Being revised, ${version}: readers see version ${draft.pinnedVersion} until it is published`
      : `Live, ${version}`
  }
  return `${draft.status === 'retracted' ? 'Retracted' : 'Draft'}, ${version}`
}

function Gates({ gates }: { gates: Gate[] }) {
  return (
    <section aria-labelledby="gates">
      <h2 id="gates">Before it can be published</h2>
      <ul class="gates">
        {gates.map(({ name, problems }) => (
          <li class={problems.length > 0 ? 'shut' : 'passed'}>
            <strong>{problems.length > 0 ? 'Not yet' : 'Yes'}:</strong> {name}
            {problems.length > 0 && (
              <ul>
                {problems.map((problem) => (
                  <li>{problem}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Publishing(props: { draft: DraftRow; checked: Checked; timeZone: string }) {
  const { draft, checked, timeZone } = props
  const version = <input type="hidden" name="version" value={String(draft.version)} />
  if (draft.status === 'scheduled') {
    return (
      <form method="post" action={paths.desk.draftVerb(draft.id, 'unschedule')}>
        <button type="submit">Take it out of the queue</button>
      </form>
    )
  }
  if (!checked.canBeScheduled || draft.status === 'retracted') return null
  return (
    <section class="publishing" aria-label="Publishing">
      {checked.isPassed && (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'publish')}>
          {version}
          <button type="submit" class="main">
            Publish version {draft.version} now
          </button>
        </form>
      )}
      {draft.status !== 'live' && (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'schedule')}>
          {version}
          <label for="at">
            {checked.isPassed ? 'Or schedule it' : 'Schedule it'} ({timeZone})
          </label>
          <input
            id="at"
            name="at"
            type="datetime-local"
            required
            value={draft.scheduledFor ? localTime(draft.scheduledFor, timeZone) : undefined}
          />
          <button type="submit">Schedule</button>
        </form>
      )}
      {!checked.isPassed && (
        <p class="hint">When it is due, it waits for its writer’s word or the end of their time.</p>
      )}
    </section>
  )
}

/** A draft that never ran can be dropped: its letters go back to the shortlist. */
function Dropping({ draft }: { draft: DraftRow }) {
  if (draft.status !== 'draft' && draft.status !== 'review') return null
  return (
    <form method="post" action={paths.desk.draftVerb(draft.id, 'drop')}>
      <input type="hidden" name="version" value={String(draft.version)} />
      <label>
        <input type="checkbox" name="sure" value="yes" required /> Its text goes, and its letters go
        back to the shortlist
      </label>{' '}
      <button type="submit">Drop this draft</button>
    </form>
  )
}

/** Somebody saved first: the loser's text stays in the form, theirs stands beside it. */
export function ConflictPage(props: {
  draft: DraftRow
  yours: { document: string; slug: string }
  who: string
}) {
  const { draft, yours, who } = props
  return (
    <>
      <h1>Somebody saved another version first</h1>
      <p>
        {who} saved version {draft.version} while you were writing. Nothing of yours is lost: it
        stands in the form. Take over from the other side what you need, and save: your text then
        becomes the next version.
      </p>
      <div class="conflict">
        <form method="post" action={paths.desk.draftVerb(draft.id, 'save')} class="editor">
          <h2>Yours</h2>
          <input type="hidden" name="version" value={String(draft.version)} />
          <DocumentFields {...yours} language={draft.language} />
          <p class="actions">
            <button type="submit" class="main">
              Save mine as version {draft.version + 1}
            </button>
            <a href={paths.desk.draft(draft.id)}>Leave mine and open theirs</a>
          </p>
        </form>
        <section>
          <h2>
            Version {draft.version}, by {who}
          </h2>
          <label for="theirs">Their document</label>
          <textarea id="theirs" rows={32} readonly lang={draft.language}>
            {`\n${draft.document}`}
          </textarea>
        </section>
      </div>
    </>
  )
}
