import { paths } from '../../paths.ts'
import type { DraftView } from '../draft/draft-view.tsx'
import { type OpenLeak, whereIs } from '../gates/leak-gate.ts'
import { KIND_WORDS } from './kind-words.ts'
import type { OpenAlias } from './leak-facts.ts'
import { suggestionFor } from './suggestion.ts'

/** What would give the writers away, and what stands in for it. A column from a file has no letters. */
export function LeakPanel(view: DraftView) {
  const { draft, checked, typed } = view
  const { leakCheck } = checked
  if (!leakCheck || draft.status === 'retracted') return null
  const { leaks, aliases } = leakCheck
  const action = paths.desk.draftVerb(draft.id, 'alias')
  return (
    <section class="leaks" aria-labelledby="leaks">
      <h2 id="leaks">Aliases and leaks</h2>
      {leaks.length === 0 ? (
        <p class="hint">
          Nothing that the letter or its writer’s wishes name stands in what readers would see.
        </p>
      ) : (
        <Leaks {...view} {...{ leaks, aliases }} />
      )}
      <h3>In place of something</h3>
      {aliases.length > 0 && (
        <form method="post" action={action}>
          <ul class="aliases">
            {aliases.map(({ id, original, replacement }) => (
              <li>
                <span>
                  <q lang={draft.language}>{original}</q> →{' '}
                  <q lang={draft.language}>{replacement}</q>
                </span>
                <button
                  type="submit"
                  name="remove"
                  value={id}
                  aria-label={`Remove the alias of “${original}”`}
                >
                  Remove
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" action={action} class="alias">
        <input type="hidden" name="version" value={String(draft.version)} />
        <Letters {...view} />
        <div class="field">
          <label for="original">Replace</label>
          <input
            id="original"
            name="original"
            value={typed?.original}
            lang={draft.language}
            autocomplete="off"
            required
          />
        </div>
        <div class="field">
          <label for="replacement">By</label>
          <input
            id="replacement"
            name="replacement"
            value={typed?.replacement}
            lang={draft.language}
            autocomplete="off"
            required
          />
        </div>
        <button type="submit">Replace it everywhere</button>
        <p class="hint">In the whole draft as it was saved, as its next version.</p>
      </form>
    </section>
  )
}

function Leaks({
  draft,
  leaks,
  aliases,
  typed,
}: DraftView & { leaks: OpenLeak[]; aliases: OpenAlias[] }) {
  return (
    <form method="post" action={paths.desk.draftVerb(draft.id, 'wave')}>
      <input type="hidden" name="version" value={String(draft.version)} />
      <ul class="found">
        {leaks.map((leak) => {
          const suggestion = suggestionFor(leak, aliases)
          return (
            <li>
              <div class="choice">
                <input
                  type="checkbox"
                  id={`leak-${leak.id}`}
                  name="leak"
                  value={leak.id}
                  checked={typed?.ticked?.includes(leak.id)}
                />
                <label for={`leak-${leak.id}`}>
                  <mark lang={draft.language}>{leak.text}</mark>, {KIND_WORDS[leak.kind]}
                </label>
              </div>
              <p class="hint">
                <Places spots={leak.spots} />
              </p>
              {suggestion && (
                <button
                  type="submit"
                  formaction={paths.desk.draftVerb(draft.id, 'alias')}
                  formnovalidate
                  name="suggestion"
                  value={leak.id}
                >
                  Replace by “{suggestion}”
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <div class="field">
        <label for="reason">Why what is ticked may stand</label>
        <p class="hint" id="reason-hint">
          The log keeps the reason and the kind of detail. Do not write the detail itself.
        </p>
        <input
          id="reason"
          name="reason"
          value={typed?.reason}
          aria-describedby="reason-hint"
          autocomplete="off"
          required
        />
      </div>
      <button type="submit">Let it stand</button>
    </form>
  )
}

function Places({ spots }: { spots: OpenLeak['spots'] }) {
  return (
    <>
      {spots.map((spot, index) => {
        const { href, line } = whereIs(spot)
        return (
          <>
            {index > 0 && ' · '}
            <a href={href} data-line={line}>
              {spot.place}
              {line ? `, line ${line}` : ''}
            </a>
            {spot.isInLink && ' (in a link: change it by hand)'}
          </>
        )
      })}
    </>
  )
}

/** Whose alias it is, only matters where a draft has several letters: it is erased with that one. */
function Letters({ originals }: DraftView) {
  const [first] = originals
  if (originals.length < 2) return <input type="hidden" name="letter" value={first?.row.id} />
  return (
    <div class="field">
      <label for="alias-letter">From the letter</label>
      <select id="alias-letter" name="letter">
        {originals.map(({ row, text }) => (
          <option value={row.id}>{text.question ?? `of ${row.receivedOn}, erased`}</option>
        ))}
      </select>
    </div>
  )
}
