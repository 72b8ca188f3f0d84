import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atTheSite } from './at-the-site.ts'
import {
  comesBackByLink,
  corrects,
  edits,
  joinsWithAPasskey,
  looksRound,
  picks,
  previews,
  publishes,
  retracts,
  shortlists,
} from './editor.ts'
import {
  copiesAScript,
  findsIt,
  findsItNowhere,
  findsTheConsultant,
  seesTheCorrection,
} from './reader.ts'
import { choir, lunch, type Tale } from './tales.ts'
import { type Cast, leavesNoTrace, wordsOf } from './traces.ts'
import { followsTheLink, looksIn, sendsALetter } from './writer.ts'

const OWNER = 'Olive Oak'
const NOTHING_NEW = /^0 new, 0 changed, \d+ unchanged\.\n$/

const here = atTheSite()
let content: string

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'sincerely-content-'))
  await cp('content', content, { recursive: true })
})

afterAll(() => rm(content, { recursive: true }))

describe('A letter is answered in a column, which is corrected and then retracted', () => {
  test('with a passkey at the desk, and the folder of columns keeps in step', async () => {
    const cast = await castOf({ hasScripts: true })
    const { reader, writer, editor } = cast
    await findsTheConsultant(reader)
    await copiesAScript(reader)
    const ticket = await sendsALetter(writer, choir)
    await joinsWithAPasskey(editor, { link: here.site.ownersLink, name: OWNER })
    await looksRound(editor)
    expect(await pushes()).toMatch(NOTHING_NEW)
    await comesOut(cast, choir, ticket)
    await corrects(editor, choir)
    await seesTheCorrection(reader, choir)
    await pullsTheCorrection(choir)
    expect(await pushes()).toMatch(NOTHING_NEW)
    await retracts(editor, choir)
    await findsItNowhere(reader, choir)
    await leavesNoTrace(here.site, cast, { told: [wordsOf(choir)], tickets: [ticket] })
  }, 180_000)

  test('without JavaScript, and with a one-time link to the desk', async () => {
    const cast = await castOf({ hasScripts: false })
    const { reader, writer, editor } = cast
    await findsTheConsultant(reader)
    await copiesAScript(reader)
    const ticket = await sendsALetter(writer, lunch)
    const printed = await here.site.npm('editor', 'link', OWNER, '--url', here.site.address)
    await comesBackByLink(editor, { link: printed.trim().split('\n').at(-1) ?? '', name: OWNER })
    await comesOut(cast, lunch, ticket)
    await corrects(editor, lunch)
    await seesTheCorrection(reader, lunch)
    await retracts(editor, lunch)
    await findsItNowhere(reader, lunch)
    await leavesNoTrace(here.site, cast, { told: [wordsOf(lunch)], tickets: [ticket] })
  }, 120_000)
})

async function castOf(how: { hasScripts: boolean }): Promise<Cast> {
  here.tellsOnFailure()
  const someone = () => here.someone(how)
  return { reader: await someone(), writer: await someone(), editor: await someone() }
}

async function comesOut({ reader, writer, editor }: Cast, tale: Tale, ticket: string) {
  await looksIn(writer, ticket, 'We have your letter')
  await shortlists(editor, tale)
  await looksIn(writer, ticket, 'Being considered')
  await picks(editor, tale)
  await edits(editor, tale)
  await previews(editor, tale)
  await looksIn(writer, ticket, 'Being answered')
  await publishes(editor, tale)
  await findsIt(reader, tale)
  await looksIn(writer, ticket, 'Answered')
  await followsTheLink(writer, tale)
}

function pushes(): Promise<string> {
  return here.site.npm('content', 'push', '--dir', content)
}

async function pullsTheCorrection({ slug, correction }: Tale): Promise<void> {
  expect(await here.site.npm('content', 'pull', '--dir', content)).toMatch(/^1 written, /)
  expect(await readFile(join(content, `columns/${slug}.md`), 'utf8')).toContain(correction)
}
