import { describe, test } from 'vitest'
import { atTheSite } from './at-the-site.ts'
import {
  asks,
  declines,
  findsItWithdrawn,
  meetsTheWish,
  opensTheDraft,
  picksAtOnce,
  picksForItsAnswer,
  printsTheUpdate,
  seesTheRequest,
  showsIt,
} from './desk.ts'
import {
  comesBackByLink,
  edits,
  joinsWithAPasskey,
  publishes,
  retracts,
  shortlists,
} from './editor.ts'
import { leaves } from './exit.ts'
import { ferns, type Life, parrot } from './lives.ts'
import { findsItNowhere, seesTheUpdate } from './reader.ts'
import {
  answers,
  findsItFine,
  isShown,
  provesTheNote,
  replacesOnReading,
  replacesWhileTyping,
  seesItIsDown,
  seesWhatIsNear,
  sendsAnother,
  tellsHowItWent,
  wantsItDown,
  wishesAChange,
  withdraws,
} from './ticket.ts'
import { type Cast, leavesNoTrace, wordsOf } from './traces.ts'
import {
  followsTheLink,
  looksIn,
  putsItRight,
  readsItThrough,
  sendsIt,
  sendsTooLittle,
} from './writer.ts'

const OWNER = 'Olive Oak'

const here = atTheSite()

describe('A writer is asked, shown the letter, heard afterwards, and never left without word', () => {
  test('with JavaScript, which helps while the letter is typed', async () => {
    const cast = await castOf({ hasScripts: true })
    await leaves(cast.writer, parrot.question)
    const sent = await sends(cast, parrot)
    await joinsWithAPasskey(cast.editor, { link: here.site.ownersLink, name: OWNER })
    await livesOn(cast, sent)
  }, 180_000)

  test('without JavaScript', async () => {
    const cast = await castOf({ hasScripts: false })
    await leaves(cast.writer, ferns.question)
    const sent = await sends(cast, ferns)
    const printed = await here.site.npm('editor', 'link', OWNER, '--url', here.site.address)
    const link = printed.trim().split('\n').at(-1) ?? ''
    await comesBackByLink(cast.editor, { link, name: OWNER })
    await livesOn(cast, sent)
  }, 120_000)
})

async function castOf(how: { hasScripts: boolean }): Promise<Cast> {
  here.tellsOnFailure()
  const someone = () => here.someone(how)
  return { reader: await someone(), writer: await someone(), editor: await someone() }
}

/** A letter as it was first written, as it was sent, and its ticket. */
type Sent = { first: Life; life: Life; ticket: string }

async function sends({ writer }: Cast, first: Life): Promise<Sent> {
  let { letter } = first
  await sendsTooLittle(writer, first)
  const since = Date.now()
  await putsItRight(writer, first)
  if (writer.hasScripts) {
    await seesWhatIsNear(writer)
    letter = await replacesWhileTyping(writer, letter, first.day)
  }
  await readsItThrough(writer, { letter })
  letter = await replacesOnReading(writer, letter, first.person)
  const ticket = await sendsIt(writer, since)
  await provesTheNote(writer, ticket)
  return { first, life: { ...first, letter }, ticket }
}

async function livesOn(cast: Cast, { first, life, ticket }: Sent): Promise<void> {
  await comesOut(cast, life, ticket)
  await isHeardAfterwards(cast, life, ticket)
  const others = [await isWithdrawn(cast, life), await isDeclined(cast, life)]
  const { answer, wish, news, why, withdrawn, declined } = first
  const told = [withdrawn, declined].map(({ question, letter }) => `${question} ${letter}`)
  await leavesNoTrace(here.site, cast, {
    told: [wordsOf(first), answer, wish, news, why, ...told],
    tickets: [ticket, ...others],
  })
}

async function comesOut({ writer, editor }: Cast, life: Life, ticket: string): Promise<void> {
  await shortlists(editor, life)
  await asks(editor, life)
  await answers(writer, ticket, life)
  await picksForItsAnswer(editor, life)
  await edits(editor, life)
  await showsIt(editor, life)
  await isShown(writer, ticket, life.disguise)
  await wishesAChange(writer, life)
  await meetsTheWish(editor, life)
  await isShown(writer, ticket, life.change)
  await findsItFine(writer)
  await opensTheDraft(editor, life)
  await publishes(editor, life)
  await looksIn(writer, ticket, 'Answered')
  await followsTheLink(writer, life)
}

async function isHeardAfterwards(cast: Cast, life: Life, ticket: string): Promise<void> {
  const { reader, writer, editor } = cast
  await tellsHowItWent(writer, ticket, life)
  await printsTheUpdate(editor, life)
  await seesTheUpdate(reader, life, life.news)
  await wantsItDown(writer, life)
  await seesTheRequest(editor, life)
  await retracts(editor, life)
  await findsItNowhere(reader, life)
  await seesItIsDown(writer, ticket)
}

async function isWithdrawn({ writer, editor }: Cast, { withdrawn }: Life): Promise<string> {
  const ticket = await sendsAnother(writer, withdrawn)
  const draft = await picksAtOnce(editor, withdrawn)
  await withdraws(writer, ticket)
  await findsItWithdrawn(editor, draft, withdrawn)
  return ticket
}

async function isDeclined({ writer, editor }: Cast, { declined }: Life): Promise<string> {
  const ticket = await sendsAnother(writer, declined)
  await declines(editor, declined)
  await looksIn(writer, ticket, 'Not this time')
  await writer.page.getByText('We could not tell from the letter what happened').waitFor()
  return ticket
}
