import { paths } from '../../paths.ts'
import type { DraftRow } from '../../schema.ts'
import type { Conflict } from './conflict.ts'
import { DocumentFields } from './draft-document.tsx'
import type { Choice, Part } from './merge.ts'
import { Side } from './word-marks.tsx'
import { wordRuns } from './word-runs.ts'

type Props = { draft: DraftRow; conflict: Conflict; who: string }
type Clash = Extract<Part, { kind: 'conflict' }>

/** Somebody saved first: both texts merged, with a choice wherever they clash, and both as they are. */
export function ConflictPage({ draft, conflict, who }: Props) {
  const { parts, mine } = conflict
  const clashes = placesOf(parts)
  const silent = taken(parts, who)
  const isContained = conflict.document === draft.document && conflict.slug === draft.slug
  return (
    <>
      <h1>{clashes.length > 0 ? 'Two texts, and one has to be chosen' : 'Both changes fit'}</h1>
      <p>
        {who} saved version {draft.version} while you were writing. Nothing of yours is lost:{' '}
        {lead(clashes.length, isContained)}
      </p>
      <form method="post" action={paths.desk.draftVerb(draft.id, 'save')} class="editor merge">
        <input type="hidden" name="version" value={String(draft.version)} />
        <input type="hidden" name="base" value={String(conflict.base)} />
        <input type="hidden" name="changes" value={JSON.stringify(conflict.changes)} />
        <input type="hidden" name="shown" value={conflict.choices.join(',')} />
        {clashes.map((place, index) => (
          <ClashChoice
            {...{ ...place, who, number: index + 1, of: clashes.length }}
            choice={conflict.choices[index] ?? 'both'}
          />
        ))}
        {clashes.length > 0 && (
          <p class="actions">
            <button type="submit" name="step" value="look">
              Show the text as chosen
            </button>
            <span class="hint">What you type into the text stays.</span>
          </p>
        )}
        <h2>The merged text</h2>
        {silent && <p class="hint">{silent}</p>}
        {mine.slug !== draft.slug && (
          <p class="hint">
            The address: {who} saved “{draft.slug}”, you wrote “{mine.slug}”.
          </p>
        )}
        <DocumentFields
          {...{ slug: conflict.slug, document: conflict.document, language: draft.language }}
          slugWas={draft.slug}
        />
        <p class="actions">
          <button type="submit" class="main">
            {isContained
              ? 'Save it all the same'
              : `Save the merge as version ${draft.version + 1}`}
          </button>
          <a href={paths.desk.draft(draft.id)}>
            {isContained ? `Open version ${draft.version}` : 'Leave mine and open theirs'}
          </a>
        </p>
      </form>
      <Whole
        id="theirs"
        title={`Version ${draft.version}, by ${who}, whole`}
        text={draft.document}
      />
      <Whole id="yours" title="Yours, whole, as you sent it" text={mine.document} />
    </>
  )
}

function lead(clashes: number, isContained: boolean): string {
  if (clashes > 1) {
    return `both texts are merged, but in ${clashes} places you both wrote something else. Choose there, or put the text right below, and save.`
  }
  if (clashes === 1) {
    return 'both texts are merged, but in one place you both wrote something else. Choose there, or put the text right below, and save.'
  }
  return isContained
    ? 'all that you wrote stands in it already.'
    : 'you changed other places, so there is no conflict. Read the merge and save it.'
}

/** What was merged without a question. */
function taken(parts: Part[], who: string): string | null {
  const said = (kind: Part['kind'], whose: string) => {
    const count = parts.filter((part) => part.kind === kind).length
    return count > 0 ? [`${count} ${count === 1 ? 'place' : 'places'} ${whose}`] : []
  }
  const places = [
    ...said('theirs', `that only ${who} changed`),
    ...said('mine', 'that only you changed'),
    ...said('alike', 'that you changed alike'),
  ]
  return places.length > 0 ? `Taken over without a question: ${places.join(', ')}.` : null
}

type Place = { clash: Clash; section: string | null }

/** The clashes, each with the heading or field of the document under which it stands. */
function placesOf(parts: Part[]): Place[] {
  let section: string | null = null
  return parts.flatMap((part) => {
    if (part.kind === 'conflict') return [{ clash: part, section }]
    section = part.lines.findLast((line) => /^# /.test(line))?.slice(2) ?? section
    return []
  })
}

type ChoiceProps = Place & { number: number; of: number; who: string; choice: Choice }

function ClashChoice({ clash, section, number, of, who, choice }: ChoiceProps) {
  const name = `choice-${number}`
  const runs = wordRuns(clash.theirs.join('\n'), clash.mine.join('\n'))
  const sides = [
    { value: 'theirs', label: `${who}’s`, own: 'gone' },
    { value: 'mine', label: 'Mine', own: 'new' },
  ] as const
  return (
    <fieldset class="clash">
      <legend>
        Place {number} of {of}
        {section && `, under “${section}”`}
      </legend>
      {sides.map(({ value, label, own }) => (
        <div class="side">
          <div class="choice">
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              value={value}
              checked={choice === value}
              aria-describedby={`${name}-${value}-text`}
            />
            <label for={`${name}-${value}`}>{label}</label>
          </div>
          <p class="text" id={`${name}-${value}-text`}>
            <Side {...{ runs, own }} />
          </p>
        </div>
      ))}
      <div class="choice">
        <input
          type="radio"
          id={`${name}-both`}
          name={name}
          value="both"
          checked={choice === 'both'}
        />
        <label for={`${name}-both`}>Both, {who}’s first</label>
      </div>
    </fieldset>
  )
}

/** A whole text to look at and to copy from. */
function Whole({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <details class="whole">
      <summary>{title}</summary>
      <label for={id}>{title}</label>
      <textarea id={id} rows={24} readonly>
        {`\n${text}`}
      </textarea>
    </details>
  )
}
