import type { Consent } from '../../schema.ts'
import { details } from './en-details.ts'
import { reasons, type StateWords, states } from './en-states.ts'

const number = (count: number) => count.toLocaleString('en-GB')
const tooLong = (limit: number) => (count: number) =>
  `has ${number(count)} characters, and ${number(limit)} is the most: shorten it by ${number(count - limit)}`

/** The writers' room in English. */
export const letters = {
  anonymous: 'Anonymous',
  errorTitle: (title: string) => `Error: ${title}`,
  optional: (label: string) => `${label} (optional)`,
  problemsTitle: 'There is something to put right',
  nothingLost: 'Nothing you wrote has been lost.',

  write: {
    title: 'Send a letter',
    /** For those who see a field that nobody should. */
    trap: 'Leave this empty',
    lead: 'Tell us what is happening at work. An editor reads every letter, and you will be able to see what became of yours.',
    before: 'Before you write',
    notes: [
      {
        name: 'No name, no account.',
        text: 'We do not ask who you are. We keep no trace of your computer, of where you wrote from, or of the hour.',
      },
      {
        name: 'Use your own device.',
        text: 'Write on your own phone or computer and your own connection. An employer may see what is typed on theirs.',
      },
      {
        name: 'Leave out what gives you away.',
        text: 'No names, yours or anyone’s, no employer and no exact dates: “last spring” is enough.',
      },
      {
        name: 'Take your time.',
        text: 'Between 150 and 400 words is ideal. Your letter is not sent until you have read it through on the next page, and this form stays good for 24 hours.',
      },
      {
        name: 'What happens to it.',
        text: 'Your letter is sealed and goes to our editors. If we answer it in a column, we change the details first. We cannot answer every letter, and an answer takes weeks rather than days. Your ticket, a code that you get at the end, always tells you where the letter is.',
      },
    ],
    more: 'More about',
    privacy: 'what we keep and for how long',
    and: 'and',
    guidelines: 'how to write a letter that gets answered',
    danger:
      'If you or somebody else is in danger, please do not wait for us: call the emergency services where you are.',
    yourLetter: 'Your letter',
    printing: 'If we print it',
    helpful: 'What helps us to answer',
    helpfulHint: 'Leave out whatever you would rather not say.',
    afterwards: 'Afterwards',
    check: 'Read it through',
    checkHint: 'Nothing is sent yet. On the next page you can read everything once more.',
    none: 'I would rather not say',
  },

  fields: {
    question: {
      label: 'Your question in one line',
      hint: 'Up to 150 characters. If you have three questions, choose the one that keeps you awake.',
    },
    letter: {
      label: 'Your letter',
      hint: 'What happened, in order, what was said, and what you want to know. At least 40 words; up to 10,000 characters.',
    },
    tried: {
      label: 'What have you tried, and what are you afraid of?',
      hint: 'Up to 600 characters. The answer often turns on this.',
    },
    signoff: {
      label: 'Pen name',
      hint: 'For example “Chained to My Desk”. One that nobody would connect with you. Left empty, you are Anonymous.',
    },
    consent: {
      label: 'May we print your letter?',
      hint: 'Whatever you choose, you can withdraw until it is printed.',
    },
    disguise: {
      label: 'What should we change or leave out?',
      hint: 'Only our editors read this. Up to 1,000 characters.',
    },
    topic: { label: 'What is it about?', hint: '' },
    standing: { label: 'Where do you stand in it?', hint: '' },
    country: {
      label: 'In which country do you work?',
      hint: 'What is usual, and what is lawful, depends on it.',
    },
    language: { label: 'In which language should we answer?', hint: '' },
    needed_by: { label: 'After which day is an answer no use to you?', hint: '' },
    follow_up: {
      label: 'May we ask how it went?',
      hint: 'We would ask on your ticket, nowhere else.',
    },
    email: {
      label: 'Email address',
      hint: 'Only to tell you that there is something to read on your ticket. You can do without it: the ticket tells you everything. Never give a work address.',
    },
    terms: {
      label: 'You may edit my letter for length and clarity, and I am an adult.',
      hint: '',
    },
    differs: {
      label: 'Mine differs because…',
      hint: 'If something like it has been answered before: what is different for you? Up to 600 characters.',
    },
  },
  consent: {
    show_first: {
      name: 'Yes, but show me first',
      text: 'You can read the edited letter on your ticket before it is printed.',
    },
    publish: {
      name: 'Yes',
      text: 'We edit it, change the details, and may print it without showing you first.',
    },
    private: {
      name: 'No, private answer only',
      text: 'If we can answer, the reply is for you alone, on your ticket.',
    },
  } satisfies Record<Consent, StateWords>,
  standing: {
    managing: 'I manage the others',
    managed: 'It is about somebody who manages me',
    colleague: 'It is about a colleague',
    job_hunting: 'I am looking for work',
    hr: 'I work in HR',
    owner: 'I own the business',
    consultant: 'I work for clients',
  },
  followUp: {
    none: 'Please do not',
    '3': 'After three months',
    '6': 'After six months',
    '12': 'After a year',
  },

  problems: {
    questionMissing: () => 'Write your question in one line',
    questionTooLong: (count: number) => `Your question ${tooLong(150)(count)}`,
    letterMissing: () => 'Write your letter',
    letterTooShort: (count: number) =>
      `Your letter has ${count === 1 ? '1 word' : `${count} words`}: we need at least 40 to understand what happened`,
    letterTooLong: (count: number) => `Your letter ${tooLong(10_000)(count)}`,
    triedTooLong: (count: number) => `What you have tried ${tooLong(600)(count)}`,
    signoffTooLong: (count: number) => `Your pen name ${tooLong(60)(count)}`,
    consentUnknown: () => 'Choose whether we may print your letter',
    disguiseTooLong: (count: number) => `What we should change ${tooLong(1000)(count)}`,
    topicUnknown: () => 'Choose what it is about from the list, or leave it open',
    standingUnknown: () => 'Choose where you stand from the list, or leave it open',
    countryUnknown: () => 'Choose the country from the list, or leave it open',
    languageUnknown: () => 'Choose the language from the list',
    neededByNoDate: () =>
      'Write the day as a date of the calendar, such as 2027-03-31, or leave it empty',
    neededByPast: () =>
      'The day after which an answer is no use to you is in the past: choose a later one, or leave it empty',
    followUpUnknown: () => 'Choose when we may ask how it went, or choose “Please do not”',
    emailUnlikely: () => 'Write an email address like name@example.com, or leave it empty',
    termsMissing: () => 'Tick the box to let us edit your letter and to say that you are an adult',
    differsTooLong: (count: number) => `What differs ${tooLong(600)(count)}`,
    trapFilled: () =>
      'Something filled in a box that people do not see. It is empty again: please go on',
    ticketExpired: () =>
      'This form was open for more than a day, or something changed it on its way. It is a fresh one now: please go on from here',
    ticketUsed: () =>
      'A different letter was already sent from this form. This is a fresh form: if you send it, it is a second letter with a ticket of its own',
  },

  details,

  check: {
    title: 'Read it once more',
    lead: 'Nothing has been sent yet. Would anybody recognise you from this?',
    letter: 'The letter, as you wrote it',
    answers: 'What else you told us',
    words: (count: number) => (count === 1 ? '1 word' : `${number(count)} words`),
    empty: 'Left empty',
    send: 'Send the letter',
    edit: 'Change something',
    failedTitle: 'Your letter has not been sent',
    failed:
      'Something went wrong on our side. Nothing you wrote has been lost: it is all on this page. Wait a minute, then send it again. It cannot arrive twice.',
  },

  sent: {
    title: 'We have your letter',
    lead: 'Thank you for trusting us with it. Before you close this page, keep your ticket.',
    ticket: 'Your ticket',
    copy: 'Copy the ticket',
    copied: 'Copied',
    once: 'This code is shown only now. We do not know it ourselves, and nobody can recover it for you. Write it down, or print this page, and keep it where your employer cannot see it.',
    next: 'What happens next',
    steps: [
      'An editor reads your letter. That can take a few days.',
      'Look in with your ticket whenever you like. It tells you whether we are considering the letter, answering it, or cannot answer it this time, and why.',
      'You can withdraw the letter there until it is printed. Its text is then erased at once.',
    ],
    look: 'Where to use your ticket',
  },

  ticket: {
    title: 'Your ticket',
    lead: 'Type the code that you were shown when you sent your letter.',
    label: 'Ticket',
    hint: 'Six groups of four. Capitals, spaces and hyphens do not matter.',
    button: 'Show my letter',
    lost: 'If you have lost the code, we cannot find your letter for you. You are welcome to send it again.',
    unknown: 'We have no letter under this code',
    unknownHelp:
      'Compare it with what you wrote down, character by character. If it is right, this is what has happened.',
    received: (on: string) => `Received on ${on}`,
    reason: 'Why',
    erasure: (on: string) => `Its text is erased on ${on}.`,
    erasureUnanswered: (on: string) =>
      `If we have not answered it by ${on}, its text is erased that day.`,
    read: 'Read the answer',
  },

  withdraw: {
    title: 'Withdraw the letter',
    text: 'We erase what you wrote at once, for good, and do not print it. From our backups it is gone within 30 days.',
    confirm: 'Yes, erase my letter',
    button: 'Withdraw the letter',
    unconfirmed: 'Tick the box if you want your letter erased',
    tooLate: 'It was too late to withdraw this letter: it has been answered already.',
  },

  states,
  reasons,
}
