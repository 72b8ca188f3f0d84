import { newRoom } from '../../room.ts'
import { problem } from '../../ui/problem.tsx'
import { onDeskHost } from '../access.ts'
import { readable, renderColumn } from './preview.tsx'
import { sharedVersion } from './preview-link.ts'

/**
 * One version of a draft, for somebody without an account who was sent a link. It is no page of
 * readers: with DESK_HOST it stands on the desk's host alone, and it is neither indexed nor stored.
 */
export const sharedPreviewRoom = newRoom()

sharedPreviewRoom.get('/preview/:token', onDeskHost, async (c) => {
  const { config, db, now, vault } = c.var
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  const shown = await sharedVersion(db, vault, c.req.param('token'), now)
  if (shown === 'unknown') return problem(c, 404, 'notFound')
  const read = shown === 'ended' ? null : readable(shown.document, config.languages)
  if (shown === 'ended' || !read?.manuscript) {
    c.status(410)
    return c.render(<EndedPage />, { title: 'This preview has ended' })
  }
  const banner = (
    <p class="note" lang="en">
      <strong>Not published.</strong> This is version {shown.version} of a column in work. Please do
      not pass it on.
    </p>
  )
  return renderColumn(c, shown, { ...read, banner })
})

function EndedPage() {
  return (
    <article class="problem" lang="en">
      <h1>This preview has ended</h1>
      <p class="standfirst">Ask whoever sent you the link for another one.</p>
    </article>
  )
}
