import type { LetterStatus } from '../../schema.ts'

/** What a writer reads of a letter's state: its name, and what it means. */
export type StateWords = { name: string; text: string }

/** What a ticket says of its letter, in English. */
export const states = {
  received: {
    name: 'We have your letter',
    text: 'It is waiting in our tray, because nobody has decided on it yet. An editor will read it.',
  },
  shortlisted: {
    name: 'Being considered',
    text: 'An editor has read your letter and would like to answer it. Next we decide whether we can. It may be some weeks before this page changes.',
  },
  waiting: {
    name: 'We asked you something',
    text: 'There is something we need to know before we can answer. If we hear nothing within 21 days, we keep your letter for later.',
  },
  grouped: {
    name: 'Joined with similar letters',
    text: 'Others wrote to us about the same thing, so we look at your letters together. What becomes of them will stand here.',
  },
  held: {
    name: 'Kept for later',
    text: 'We cannot answer now, but we would like to keep your letter, because there may be a better moment for it.',
  },
  in_column: {
    name: 'Being answered',
    text: 'We are writing the answer. Once it is out, the link to it will stand here.',
  },
  answered: {
    name: 'Answered',
    text: 'Your letter has its answer. We erase the original letter, as you sent it, 30 days after the answer.',
  },
  declined: {
    name: 'Not this time',
    text: 'We are sorry: we are not going to answer your letter. That says nothing about how much it matters.',
  },
  spam: {
    name: 'Put aside',
    text: 'This did not look to us like a letter about work, but like an advertisement or something written by a machine. If we were wrong, please write again in your own words.',
  },
  withdrawn: {
    name: 'Withdrawn',
    text: 'You withdrew your letter. Its text is erased, and it will not be printed. We kept the day and the outcome, nothing that you wrote.',
  },
  erased: {
    name: 'Erased',
    text: 'The letter has been erased, and its ticket with it. That happens 30 days after a letter is declined, put aside or withdrawn, and 180 days after it came when we could not answer.',
  },
} satisfies Record<LetterStatus, StateWords>

/**
 * Why the desk declines a letter, by key: the ready texts, which the desk may change in its settings.
 * A link is written `[words](/path)`; `{column}` is the one that answers the letter already.
 */
export const reasons = {
  answered: 'We have answered a letter very like yours already: {column}.',
  covered:
    'We have answered a question very like yours already. The search on this site will find it.',
  adviser:
    'The answer turns on the law, on money or on health. It needs an adviser who can see your papers, or see you. [Here is where to find one](/guidelines#help).',
  recognisable: 'We saw no way to print it that would keep you from being recognised.',
  elsewhere: 'It is not about work, and there we would only be guessing.',
  late: 'We could not answer by the day on which you need the answer.',
  unclear:
    'We could not tell from the letter what happened or what you want to know. You are welcome to write again and tell us more.',
  urgent:
    'You need help sooner than a column can give it. Please turn to somebody who can help now: [here is whom to ask](/guidelines#help).',
  room: 'We had more letters than we could answer.',
}
