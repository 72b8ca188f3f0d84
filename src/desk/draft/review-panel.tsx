import type { Child } from 'hono/jsx'
import { writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { DraftRow } from '../../schema.ts'
import type { DraftView } from './draft-view.tsx'
import { isApprovedNow, isInReview, type Review, type ReviewView } from './review-read.ts'

/** The second reader of a draft: who has it since when, what was said, and what may be done. */
export function ReviewPanel({ draft, review: view, timeZone }: DraftView) {
  const { review, comments } = view
  if (draft.withdrawnOn) return null
  return (
    <section class="review" aria-labelledby="review">
      <h2 id="review">Second reader</h2>
      <p>{standing(draft, review, timeZone)}</p>
      {comments.length > 0 && <Comments {...{ draft, comments, timeZone }} />}
      <Sending {...{ draft, view }} />
      <Remark {...{ draft, view }} />
    </section>
  )
}

function standing(draft: DraftRow, review: Review | null, timeZone: string): string {
  const approval =
    review?.approvedVersion &&
    review.approvedAt &&
    `${review.approvedBy} approved version ${review.approvedVersion}, ${writtenInstant(review.approvedAt, 'en', timeZone)}.`
  if (approval && isApprovedNow(draft, review)) return approval
  const isVoid = approval
    ? `${approval} It was changed since, so that this approval holds no longer. `
    : ''
  if (!isInReview(draft, review)) return `${isVoid}Nobody has it to read.`
  if (!review) return 'It is in review.'
  const since = writtenInstant(review.askedAt, 'en', timeZone)
  const changed =
    draft.version > review.askedVersion && !isVoid
      ? ` It was version ${review.askedVersion} then, and has been changed since.`
      : ''
  return `${isVoid}With ${review.reader ?? 'any other editor'} since ${since}, sent by ${review.askedBy}.${changed}`
}

function Comments(props: { draft: DraftRow; comments: ReviewView['comments']; timeZone: string }) {
  const { draft, comments, timeZone } = props
  return (
    <ol class="remarks">
      {comments.map(({ by, kind, version, at, text }) => (
        <li>
          <p class="facts">
            <strong>{by}</strong> {DID[kind]} version {version},{' '}
            <time datetime={at}>{writtenInstant(at, 'en', timeZone)}</time>
            {version < draft.version && (
              <>
                {' '}
                ·{' '}
                <a href={paths.desk.versions(draft.id, { from: version, to: draft.version })}>
                  What was changed since
                </a>
              </>
            )}
          </p>
          <p class="text">{text}</p>
        </li>
      ))}
    </ol>
  )
}

const DID = {
  comment: 'commented on',
  return: 'asked for changes to',
  approve: 'approved',
}

/** A draft that nobody has to read can be sent, to somebody by name or to whoever has the time. */
function Sending({ draft, view: { review, others } }: { draft: DraftRow; view: ReviewView }) {
  const isRevision = draft.status === 'live' && draft.version > (draft.pinnedVersion ?? 0)
  const isIdle = draft.status === 'draft' || (isRevision && !review)
  if (!isIdle || isApprovedNow(draft, review)) return null
  return (
    <Form draft={draft} verb="review">
      <label for="reader">Who shall read it?</label>
      <select id="reader" name="reader">
        <option value="">Any other editor</option>
        {others.map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      <button type="submit">Send version {draft.version} to a second reader</button>
    </Form>
  )
}

/** One field for what one has to say, and a button for each thing that may be done with it. */
function Remark({ draft, view }: { draft: DraftRow; view: ReviewView }) {
  const { isOwn, remark, review } = view
  const to = (verb: string) => paths.desk.draftVerb(draft.id, verb)
  const isOpen = isInReview(draft, review)
  return (
    <Form draft={draft} verb="comment">
      <label for="remark">Comment on version {draft.version}</label>
      <p class="hint" id="remark-hint">
        Only the desk reads it. It is gone with the letter, or with the draft.
      </p>
      <textarea id="remark" name="remark" rows={4} aria-describedby="remark-hint">
        {`\n${remark}`}
      </textarea>
      <p class="actions">
        <button type="submit">Comment</button>
        {isOpen && (
          <button type="submit" formaction={to('return')}>
            Ask for changes
          </button>
        )}
        {isOpen && !isOwn && !isApprovedNow(draft, review) && (
          <button type="submit" class="main" formaction={to('approve')}>
            Approve version {draft.version}
          </button>
        )}
      </p>
      {isOpen && isOwn && (
        <p class="hint">You saved this version, so somebody else has to approve it.</p>
      )}
    </Form>
  )
}

function Form(props: { draft: DraftRow; verb: string; children?: Child }) {
  const { draft, verb, children } = props
  return (
    <form method="post" action={paths.desk.draftVerb(draft.id, verb)}>
      <input type="hidden" name="version" value={String(draft.version)} />
      {children}
    </form>
  )
}
