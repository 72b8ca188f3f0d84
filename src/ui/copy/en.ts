import { conversation } from './en-conversation.ts'
import { letters } from './en-letters.ts'
import { sending } from './en-sending.ts'

/** The interface in English: the pattern that every other language follows. */
export const en = {
  languageName: 'English',
  letters,
  conversation,
  sending,
  site: {
    skip: 'Skip to the text',
    topics: 'Topics',
    archive: 'Archive',
    search: 'Search',
    write: 'Send a letter',
    ticket: 'Your ticket',
    exit: 'Exit this page',
    about: 'About',
    privacy: 'Privacy',
    guidelines: 'How to write to us',
    surprise: 'Surprise me',
    feed: 'Feed',
    navigation: 'Site',
    more: 'More',
    otherLanguages: 'In other languages',
    invitation: 'Something at work keeping you up?',
    invitationAfter: 'No name, no account, and you will hear what became of it.',
  },
  column: {
    topics: 'Topics',
    by: (name: string) => `By ${name}`,
    minutes: (count: number) => (count === 1 ? '1\u00a0minute' : `${count}\u00a0minutes`),
    checked: (date: string) => `Checked ${date}`,
    place: (country: string) => `Advice for: ${country}`,
    also: (language: string) => `Also in ${language}`,
    contentNote: 'Before you read',
    editorsNote: 'Editor’s note',
    letter: 'The letter',
    reply: 'The reply',
    lettersHere: 'The letters',
    update: 'Update',
    updates: 'What happened next',
    correction: 'Correction',
    corrections: 'Corrections',
    next: 'Read next',
    script: 'Words to say',
    copy: 'Copy',
    copied: 'Copied',
  },
  lists: {
    latest: 'The latest columns',
    older: 'Older columns',
    newest: 'Back to the newest',
    topicsLead: 'Every column stands under one or more topics.',
    columns: (count: number) => (count === 1 ? '1 column' : `${count} columns`),
    archiveLead: 'Every column, by year.',
    empty: 'Nothing has been published here yet.',
    topicFeed: (topic: string) => `Columns on ${topic}`,
  },
  search: {
    label: 'Search the columns',
    hint: 'A few words, or the whole worry: “my boss texts at night”.',
    button: 'Search',
    results: (count: number, query: string) =>
      count === 1 ? `1 answer for “${query}”` : `${count} answers for “${query}”`,
    best: (count: number, query: string) => `The ${count} best answers for “${query}”`,
    nothing: (query: string) => `Nothing found for “${query}”.`,
    nothingHelp: 'Try fewer or other words, look through the topics, or',
    ask: 'send us this question',
    tooLong: 'That was long, so we searched for its first words.',
  },
  problems: {
    back: 'Go to the front page',
    searchInstead: 'Search the columns',
    notFound: {
      title: 'There is no page here',
      text: 'The address may be mistyped, or the page may have moved. The search finds every column.',
    },
    gone: {
      title: 'This column has been withdrawn',
      text: 'We took it down and it will not come back to this address.',
    },
    crossSite: {
      title: 'This form came from another place',
      text: 'Your browser did not say that the form was sent from this site, so nothing was done. Go back: what you wrote is still in the form. Copy a long text before you reload the page, and send it again.',
    },
    tooLarge: {
      title: 'That is more than a form may hold',
      text: 'Nothing was stored. Go back: most browsers still hold what you wrote. Copy it to be safe, shorten it and send it again.',
    },
    wrongType: {
      title: 'This is not a form that we can read',
      text: 'The site takes ordinary web forms only. Go back and send the form from the page itself.',
    },
    wrongMethod: {
      title: 'This address does not take that kind of request',
      text: 'Nothing was done. Go back to the page and use its own form.',
    },
    tooMany: {
      title: 'That was too often in a short time',
      text: 'Nothing was stored. What you wrote is still in the form: go back, wait a few minutes and try again.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Nothing was stored. Your text is still in the form: go back and try again in a minute.',
    },
  },
}
