import { VERDICTS, type Verdict } from '../schema.ts'
import { characters, clean } from '../text.ts'
import type { Copy } from '../ui/copy/index.ts'
import { type News, NOW_IS, TOOK_ADVICE } from './afterwards.ts'

/** The forms of the ticket page, by the last part of their address. */
export type FormName = 'answer' | 'verdict' | 'update' | 'withdraw'

/** A form that was not taken: what is wrong, where, and all that was typed. */
export type Refused = {
  form: FormName
  text: string
  /** The field to put right; none: it came too late, or about a letter that has changed. */
  field?: string
  typed: Record<string, string>
}

/** The most characters of each text. */
const MOST = { answer: 5000, words: 2000, news: 2000, why: 1000 }

type Read<Value> = { value: Value; refused: null } | { value: null; refused: Refused }

/** Reads the answer to the desk's question. */
export function readAnswer(form: URLSearchParams, copy: Copy): Read<string> {
  const text = clean(form.get('answer') ?? '')
  const wrong = text === '' ? copy.conversation.answer.missing : tooLong(copy, 'answer', text)
  if (!wrong) return { value: text, refused: null }
  return refuse({ form: 'answer', field: 'answer', text: wrong, typed: { answer: text } })
}

/** Reads what a writer says of the edited letter; asking for a change needs words. */
export function readVerdict(
  form: URLSearchParams,
  copy: Copy,
): Read<{ verdict: Verdict; text: string }> {
  const { choose, wordsMissing } = copy.conversation.shown
  const verdict = VERDICTS.find((each) => each === form.get('verdict'))
  const text = clean(form.get('words') ?? '')
  const typed = { verdict: verdict ?? '', words: text }
  if (!verdict) return refuse({ form: 'verdict', field: 'verdict', text: choose, typed })
  const isMissing = verdict === 'change' && text === ''
  const wrong = isMissing ? wordsMissing : tooLong(copy, 'words', text)
  if (wrong) return refuse({ form: 'verdict', field: 'words', text: wrong, typed })
  return { value: { verdict, text }, refused: null }
}

/** Reads an update: any of its three parts is enough. */
export function readNews(form: URLSearchParams, copy: Copy): Read<News> {
  const took = TOOK_ADVICE.find((each) => each === form.get('took')) ?? null
  const is = NOW_IS.find((each) => each === form.get('now')) ?? null
  const text = clean(form.get('news') ?? '')
  const typed = { took: took ?? '', now: is ?? '', news: text }
  if (!took && !is && text === '') {
    const { missing } = copy.conversation.update
    return refuse({ form: 'update', field: 'took', text: missing, typed })
  }
  const wrong = tooLong(copy, 'news', text)
  if (wrong) return refuse({ form: 'update', field: 'news', text: wrong, typed })
  return { value: { took, is, text }, refused: null }
}

/** Reads why a printed letter should be taken down; nobody has to say. */
export function readWhy(form: URLSearchParams, copy: Copy): Read<string> {
  const text = clean(form.get('why') ?? '')
  const wrong = tooLong(copy, 'why', text)
  if (!wrong) return { value: text, refused: null }
  return refuse({ form: 'withdraw', field: 'why', text: wrong, typed: { why: text } })
}

function tooLong(copy: Copy, field: keyof typeof MOST, text: string): string | null {
  const most = MOST[field]
  const count = text.length > most ? characters(text) : text.length
  return count > most ? copy.conversation.tooLong(most, count) : null
}

function refuse(refused: Refused): { value: null; refused: Refused } {
  return { value: null, refused }
}
