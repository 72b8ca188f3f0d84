import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { characters, clean } from '../../text.ts'
import { readForm } from '../form.ts'
import { listEditors } from '../team/team.ts'
import { findDraft } from './draft.ts'
import { OVERTAKEN, showDraft } from './draft-view.tsx'
import { GonePage } from './gone-page.tsx'
import { approve, COMMENT_LENGTH, comment, requestChanges, sendToReview } from './review.ts'

/** A second reader: a draft is sent, commented on, given back, approved. */
export const reviewRoutes = newRoom()

reviewRoutes.post('/drafts/:id/review', async (c) => {
  const { db, editor, hand } = c.var
  const field = await readForm(c)
  const version = Number(field('version'))
  const reader = field('reader') || null
  const everybody = await listEditors(db)
  const isKnown = everybody.some(({ id }) => id === reader && id !== editor.id)
  if (reader && !isKnown) return refuse(c, { version, error: NO_READER })
  const isSent = await sendToReview(db, c.req.param('id'), { ...hand, version, reader })
  return isSent ? back(c) : refuse(c, { version })
})

reviewRoutes.post('/drafts/:id/comment', async (c) => {
  const { remark, version } = await readRemark(c)
  const error = remark === '' ? { href: '#remark', text: 'Write a comment' } : tooLong(remark)
  if (error) return refuse(c, { version, remark, error })
  const isKept = await comment(c.var.db, id(c), { ...c.var.hand, version, text: remark })
  return isKept ? back(c) : refuse(c, { version, remark })
})

reviewRoutes.post('/drafts/:id/return', async (c) => {
  const { remark, version } = await readRemark(c)
  const error = remark === '' ? NO_NOTE : tooLong(remark)
  if (error) return refuse(c, { version, remark, error })
  const isReturned = await requestChanges(c.var.db, id(c), { ...c.var.hand, version, text: remark })
  return isReturned ? back(c) : refuse(c, { version, remark })
})

reviewRoutes.post('/drafts/:id/approve', async (c) => {
  const { remark, version } = await readRemark(c)
  const error = tooLong(remark)
  if (error) return refuse(c, { version, remark, error })
  const isApproved = await approve(c.var.db, id(c), { ...c.var.hand, version, text: remark })
  return isApproved ? back(c) : refuse(c, { version, remark, late: NOT_APPROVED })
})

async function readRemark(c: Context<AppEnv>) {
  const field = await readForm(c)
  return { remark: clean(field('remark')), version: Number(field('version')) }
}

function id(c: Context<AppEnv>): string {
  return c.req.param('id') ?? ''
}

function back(c: Context<AppEnv>) {
  return c.redirect(paths.desk.draft(id(c)), 303)
}

type Error = { href: string; text: string }
type Refusal = { version: number; remark?: string; error?: Error; late?: Error }

/** Shows the draft as it stands, with what was said and why nothing was done. */
async function refuse(c: Context<AppEnv>, { version, remark = '', error, late }: Refusal) {
  const draft = await findDraft(c.var.db, id(c))
  if (!draft || draft.withdrawnOn) {
    c.status(409)
    const reason = draft ? 'withdrawn' : 'dropped'
    return c.render(<GonePage {...{ reason, text: remark }} />, { title: 'Nothing was done' })
  }
  if (error) return showDraft(c, draft, { status: 422, error, remark })
  const reason = version === draft.version && late ? late : OVERTAKEN
  return showDraft(c, draft, { status: 409, error: reason, remark })
}

function tooLong(remark: string): Error | undefined {
  const count = characters(remark)
  const text = `The comment has ${count} characters, and ${COMMENT_LENGTH} is the most: shorten it`
  return count > COMMENT_LENGTH ? { href: '#remark', text } : undefined
}

const NO_READER = { href: '#reader', text: 'Choose an editor other than yourself' }
const NO_NOTE = { href: '#remark', text: 'Write which changes you ask for' }
const NOT_APPROVED = {
  href: '#review',
  text: 'It was not approved: see who has it, who approved it, and who saved this version',
}
