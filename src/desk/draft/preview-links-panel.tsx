import { writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { DraftView } from './draft-view.tsx'
import { LINK_DAYS } from './preview-link.ts'

/** Links that show one version to somebody without an account, while they work, and how to end them. */
export function PreviewLinksPanel({ draft, links, deskOrigin, timeZone }: DraftView) {
  if (draft.withdrawnOn || draft.status === 'retracted') return null
  return (
    <section class="links" aria-labelledby="links">
      <h2 id="links">Preview links</h2>
      <p class="hint">Whoever has a link reads that version, without an account.</p>
      {links.map(({ id, version, by, expiresAt, token }) => (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'link-end')}>
          <label for={`link-${id}`}>
            Version {version}, by {by}, until {writtenInstant(expiresAt, 'en', timeZone)}
          </label>
          <input id={`link-${id}`} readonly value={deskOrigin + paths.preview(token)} />
          <button type="submit" name="link" value={id}>
            End this link
          </button>
        </form>
      ))}
      <form method="post" action={paths.desk.draftVerb(draft.id, 'link')}>
        <input type="hidden" name="version" value={String(draft.version)} />
        <label for="days">It works for</label>
        <select id="days" name="days">
          {LINK_DAYS.map((days) => (
            <option value={String(days)} selected={days === 3}>
              {days === 1 ? '1 day' : `${days} days`}
            </option>
          ))}
        </select>
        <button type="submit">Make a link to version {draft.version}</button>
      </form>
    </section>
  )
}
