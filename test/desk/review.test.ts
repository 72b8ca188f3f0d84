import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { findDraft, save } from '../../src/desk/draft/draft.ts'
import { sendToReview } from '../../src/desk/draft/review.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { deskLog, editors, letters, reviewComments, reviews } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, config, db, NOW, site, vault } from '../newsroom.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

type Editor = Awaited<ReturnType<typeof asEditor>>
const REQUIRED = { SECOND_READER: 'required' }

/** A desk of two: Edith saved a draft (version 2), and Olive may read it. */
async function desk() {
  const edith = await asEditor()
  const olive = await asEditor('owner')
  const id = (name: string) =>
    db.select({ id: editors.id }).from(editors).where(eq(editors.name, name)).get()
  const [edithId = '', oliveId = ''] = [(await id('Edith'))?.id, (await id('Olive'))?.id]
  const draft = await readyDraft()
  const document = `${draft.document}\nSigned.\n`
  await save(db, draft.id, { ...draft, document }, { by: edithId, now: NOW })
  const address = `/desk/drafts/${draft.id}`
  const send = (verb: string, editor: Editor, form: Record<string, string> = {}) =>
    site({ settings: REQUIRED }).post(`${address}/${verb}`, { version: '3', ...form }, editor)
  const page = async () => (await site({ settings: REQUIRED }).get(address, edith)).text()
  const now = async () => (await findDraft(db, draft.id)) ?? expect.unreachable()
  return { edith, olive, edithId, oliveId, id: draft.id, document, send, page, now, address }
}

const verbs = async () =>
  (await db.select({ verb: deskLog.verb }).from(deskLog)).map((one) => one.verb)
const said = async () => (await db.select().from(reviewComments)).map(({ text }) => text)

describe('A draft that is sent to a second reader', () => {
  test('is in review, and its page says who has it since when', async () => {
    const { edith, oliveId, send, page, now } = await desk()
    expect((await send('review', edith, { reader: oliveId })).status).toBe(303)
    expect((await now()).status).toBe('review')
    expect(await page()).toContain(
      'With Olive since Monday 23 November 2026, 09:00, sent by Edith.',
    )
    expect(await page()).toContain('In review, version 3')
  })

  test('can be for anybody, but not for oneself or for nobody at the desk', async () => {
    const { edith, edithId, send, page, now } = await desk()
    for (const reader of [edithId, 'x']) {
      const refused = await send('review', edith, { reader })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('Choose an editor other than yourself')
    }
    expect((await now()).status).toBe('draft')
    await send('review', edith)
    expect(await page()).toContain('With any other editor since')
  })

  test('is sent once, and not at a version that is the last no longer', async () => {
    const { edith, edithId, id, send } = await desk()
    expect((await send('review', edith, { version: '2' })).status).toBe(409)
    const order = { by: edithId, now: NOW, version: 3, reader: null }
    const sent = await Promise.all(Array.from({ length: 20 }, () => sendToReview(db, id, order)))
    expect(sent.filter((isSent) => isSent)).toHaveLength(1)
    expect((await verbs()).filter((verb) => verb === 'review')).toHaveLength(1)
  })

  test('can still be edited: it stays in review, and the page says that it was changed', async () => {
    const { edith, edithId, id, document, send, page, now } = await desk()
    await send('review', edith)
    await save(
      db,
      id,
      { version: 3, slug: 'x', document: `${document}.` },
      { by: edithId, now: NOW },
    )
    expect((await now()).status).toBe('review')
    expect(await page()).toContain('It was version 3 then, and has been changed since.')
  })

  test('comes back with the changes that are asked for, which must be named', async () => {
    const { edith, olive, send, page, now } = await desk()
    await send('review', edith)
    const empty = await send('return', olive, { remark: ' ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Write which changes you ask for')
    expect((await send('return', olive, { remark: 'Leave out the town.' })).status).toBe(303)
    expect((await now()).status).toBe('draft')
    expect(await page()).toContain('Leave out the town.')
    expect(await page()).toContain('Nobody has it to read.')
    expect(await page()).toContain('<strong>Olive</strong> asked for changes to version 3')
  })
})

describe('What is said about a version', () => {
  test('stands on the page with its version, once however often it is sent', async () => {
    const { olive, send, page } = await desk()
    for (const _ of [1, 2]) {
      expect((await send('comment', olive, { remark: 'Too <long>.', version: '2' })).status).toBe(
        303,
      )
    }
    expect(await said()).toEqual(['Too <long>.'])
    expect(await page()).toContain('Too &lt;long&gt;.')
    expect(await page()).toContain('/versions?from=2&amp;to=3"')
    expect((await verbs()).filter((verb) => verb === 'comment')).toHaveLength(1)
  })

  test('is refused when there is nothing or too much of it, and not lost', async () => {
    const { olive, send } = await desk()
    expect((await send('comment', olive)).status).toBe(422)
    const long = 'x'.repeat(5001)
    for (const verb of ['comment', 'return', 'approve']) {
      const refused = await send(verb, olive, { remark: long })
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(page).toContain('The comment has 5001 characters')
      expect(page).toContain(long)
    }
  })

  test('is never in the desk log', async () => {
    const { edith, olive, send } = await desk()
    await send('review', edith)
    await send('comment', olive, { remark: 'SECRET' })
    await send('approve', olive, { remark: 'SECRET too' })
    expect(await said()).toHaveLength(2)
    expect(JSON.stringify(await db.select().from(deskLog))).not.toContain('SECRET')
  })

  test('goes when the draft is dropped, and what is said then is kept on the page', async () => {
    const { edith, olive, send } = await desk()
    await send('review', edith)
    await send('comment', olive, { remark: 'Too long.' })
    await send('drop', edith, { sure: 'yes' })
    expect(await said()).toEqual([])
    expect(await db.$count(reviews)).toBe(0)
    const late = await send('return', olive, { remark: 'Leave out the town.' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Leave out the town.')
  })

  test.each([1, 2])('goes when one of %i letters of the draft is withdrawn', async (count) => {
    const { olive, id, send } = await desk()
    const stories = []
    for (let letter = 0; letter < count; letter += 1) {
      stories.push(await letterIn({ status: 'in_column', draftId: id }))
    }
    await send('comment', olive, { remark: 'She says: “my boss drinks”.' })
    expect(await said()).toHaveLength(1)
    await withdraw(db, vault, stories[0]?.ticket ?? '', NOW)
    expect(await said()).toEqual([])
    const late = await send('comment', olive, { remark: 'A late word.' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('A late word.')
    expect(await said()).toEqual([])
  })

  test('goes with the letter, 30 days after it was answered', async () => {
    const { olive, id, send } = await desk()
    const { row } = await letterIn({ status: 'answered', draftId: id, settledOn: '2026-11-23' })
    await send('comment', olive, { remark: 'Fine.' })
    await eraseDue(db, new Date('2026-12-22T09:00:00Z'))
    expect(await said()).toHaveLength(1)
    await eraseDue(db, new Date('2026-12-23T09:00:00Z'))
    expect((await db.select().from(letters).where(eq(letters.id, row.id)))[0]?.letter).toBeNull()
    expect(await said()).toEqual([])
  })
})

describe('An approval', () => {
  test('is of just this version, by somebody who did not save it', async () => {
    const { edith, olive, send, page } = await desk()
    expect((await send('approve', olive)).status).toBe(409)
    await send('review', edith)
    expect((await send('approve', edith)).status).toBe(409)
    expect(await page()).toContain('You saved this version, so somebody else has to approve it.')
    expect((await send('approve', olive, { version: '2' })).status).toBe(409)
    expect((await send('approve', olive, { remark: 'Good.' })).status).toBe(303)
    expect(await page()).toContain('Olive approved version 3, Monday')
    expect(await said()).toEqual(['Good.'])
  })

  test('of a version that is changed meanwhile is refused, and what was said is kept', async () => {
    const { edith, olive, edithId, id, document, send } = await desk()
    await send('review', edith)
    await save(
      db,
      id,
      { version: 3, slug: 'x', document: `${document}.` },
      { by: edithId, now: NOW },
    )
    const late = await send('approve', olive, { remark: 'Good.' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Good.</textarea>')
    expect((await db.select().from(reviews))[0]?.approvedVersion).toBeNull()
  })

  test('is given once by twenty at the same time, and the others keep what they said', async () => {
    const { edith, olive, send } = await desk()
    await send('review', edith)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        send('approve', olive, { remark: `Good ${index}.` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    for (const [index, answer] of answers.entries()) {
      if (answer.status === 303) continue
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain(`Good ${index}.</textarea>`)
    }
    expect(await said()).toHaveLength(1)
    expect((await verbs()).filter((verb) => verb === 'approve')).toHaveLength(1)
  })

  test('is void after any edit, and page and log say so', async () => {
    const { edith, olive, edithId, id, document, send, page } = await desk()
    await send('review', edith)
    await send('approve', olive)
    const hand = { by: edithId, now: NOW }
    await save(db, id, { version: 3, document, slug: 'the-kettle' }, hand)
    expect(await page()).toContain('<strong>Yes:</strong> A second reader has approved')
    await save(db, id, { version: 3, document, slug: 'the-teapot' }, hand)
    expect(await page()).toContain(
      'Olive approved version 3, Monday 23 November 2026, 09:00. It was changed since, so that this approval holds no longer.',
    )
    expect(await page()).toContain('This is version 4: it has to be approved again.')
    await save(db, id, { version: 4, document, slug: 'the-jug' }, hand)
    expect((await verbs()).filter((verb) => verb === 'void-approval')).toHaveLength(1)
    expect((await send('approve', olive, { version: '5' })).status).toBe(303)
    expect(await page()).toContain('Olive approved version 5')
  })
})

describe('Where a second reader is required', () => {
  test('nothing is published or scheduled before somebody has approved that version', async () => {
    const { edith, olive, send, page } = await desk()
    const at = '2026-11-24T09:00'
    expect(await page()).toContain('<a href="#review">Send it to a second reader.</a>')
    expect((await send('publish', edith)).status).toBe(422)
    await send('review', edith)
    expect((await send('publish', edith)).status).toBe(422)
    expect((await send('schedule', edith, { at })).status).toBe(422)
    await send('approve', olive)
    expect((await send('publish', edith)).status).toBe(303)
    expect((await site().get('/columns/the-kettle')).status).toBe(200)
    expect(await page()).toContain('<strong>Yes:</strong> A second reader has approved')
    expect(await db.$count(reviews)).toBe(0)
  })

  test('what is due does not run without it, by the clock or by a page of the desk', async () => {
    const { edith, olive, id, send, now } = await desk()
    await send('review', edith)
    await send('approve', olive)
    expect((await send('schedule', edith, { at: '2026-11-24T09:00' })).status).toBe(303)
    await db.delete(reviews)
    const due = new Date('2026-11-24T09:01:00Z')
    const context = { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext
    await runClock({ DB: db.$client } as Env, config(REQUIRED), { now: due, context })
    expect(await now()).toMatchObject({ status: 'scheduled' })
    expect((await now()).failure).toContain('A second reader has approved this version')
    await db.run(sql`UPDATE drafts SET failure = NULL WHERE id = ${id}`)
    await site({ settings: REQUIRED, now: due }).get('/desk/queue', edith)
    expect(await now()).toMatchObject({ status: 'scheduled' })
    await runClock({ DB: db.$client } as Env, config(), { now: due, context })
  })

  test('what was approved and scheduled runs as it was approved', async () => {
    const { edith, olive, send, now } = await desk()
    await send('review', edith)
    await send('approve', olive)
    await send('schedule', edith, { at: '2026-11-24T09:00' })
    const due = new Date('2026-11-24T09:01:00Z')
    const context = { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext
    await runClock({ DB: db.$client } as Env, config(REQUIRED), { now: due, context })
    expect((await now()).status).toBe('live')
  })

  test('the batch that publishes asks again: an approval taken back in between stops it', async () => {
    const { edith, edithId, olive, send, now } = await desk()
    await send('review', edith)
    await send('approve', olive)
    const order = { by: edithId, now: NOW, version: 3, ...RULES }
    const draft = await now()
    const slow = new Proxy(db, {
      get(target, key) {
        if (key !== 'batch') return Reflect.get(target, key)
        return async (statements: never) => {
          if ((statements as unknown[]).length > 10) await db.delete(reviews)
          return target.batch(statements)
        }
      },
    })
    const outcome = await publish(slow, vault, draft, { ...order, secondReader: 'required' })
    expect(outcome.kind).toBe('overtaken')
    expect((await now()).status).toBe('review')
  })

  test('a live column’s revision is read too, and stays live meanwhile', async () => {
    const { edith, edithId, olive, id, document, send, page, now } = await desk()
    await publish(db, vault, await now(), { ...HAND, version: 3, ...RULES })
    expect((await send('review', edith, { version: '4' })).status).toBe(409)
    const revised = (await now()).document.replace('Label', 'Hide')
    expect(document).toContain('Label')
    await save(
      db,
      id,
      { version: 4, document: revised, slug: 'the-kettle' },
      { by: edithId, now: NOW },
    )
    expect((await send('publish', edith, { version: '5' })).status).toBe(422)
    expect((await send('review', edith, { version: '5' })).status).toBe(303)
    expect((await now()).status).toBe('live')
    expect(await page()).toContain('With any other editor since')
    expect((await send('return', olive, { version: '5', remark: 'Why hide it?' })).status).toBe(303)
    expect(await page()).toContain('Nobody has it to read.')
    await send('review', edith, { version: '5' })
    expect((await send('approve', olive, { version: '5' })).status).toBe(303)
    expect((await send('publish', edith, { version: '5' })).status).toBe(303)
    expect(await (await site().get('/columns/the-kettle')).text()).toContain('Hide the box.')
  })
})

test('Where a second reader is optional, a draft in review may be published all the same', async () => {
  const { edith, send, address } = await desk()
  await send('review', edith)
  const page = await (await site().get(address, edith)).text()
  expect(page).not.toContain('A second reader has approved this version')
  expect((await site().post(`${address}/publish`, { version: '3' }, edith)).status).toBe(303)
})
