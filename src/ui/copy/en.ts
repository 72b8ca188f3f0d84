import type { Quotes } from '../../typeset.ts'
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
    scripts: 'Scripts',
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
    published: 'Published',
    updated: 'Updated',
    corrected: 'Corrected',
    checked: 'Checked',
    place: (country: string) => `Advice for ${withArticle(country)}`,
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
    neighbours: 'By date',
    earlier: 'Before this',
    later: 'After this',
    link: 'Link',
    linkToLetter: 'to this letter',
    linkToReply: 'to this reply',
    script: 'Words to say',
    copy: 'Copy',
    copied: 'Copied',
    /** How text is set: opening and closing, and within another quotation. */
    quotes: ['“', '”', '‘', '’'] as Quotes,
  },
  lists: {
    latest: 'The latest columns',
    older: 'Older columns',
    newest: 'Back to the newest',
    topicsLead: 'Every column stands under one or more topics.',
    columns: (count: number) => (count === 1 ? '1 column' : `${count} columns`),
    forModels:
      'Letters about work and the replies to them. Each link below leads to a column as Markdown: its letters, its replies with words to say (blocks marked SCRIPT), and what was corrected or heard later. The advice may hold for one country only, and as of a day: `place` and `checked` say so. Letters are edited so that nobody is recognised.',
    archiveLead: 'Every column, by year and month.',
    months: 'Months',
    empty: 'Nothing has been published here yet.',
    updatesLead: 'What the writers of our letters told us later, the latest news first.',
    noUpdates: 'Nobody has written back yet. When somebody does, it will stand here.',
    topicFeed: (topic: string) => `Columns on ${topic}`,
  },
  scripts: {
    lead: 'What do I say when…? Words for hard moments at work, from the replies in this column.',
    label: 'Find words to say',
    hint: 'Say what is happening: “they call without warning”, “no raise this year”.',
    empty: 'No reply has had words to say in it yet.',
    from: 'From',
    all: (count: number, topic: string) => `All ${count} scripts on ${topic}`,
    older: 'More scripts',
    found: (count: number, query: string) =>
      count === 1 ? `1 script for “${query}”` : `${count} scripts for “${query}”`,
    elsewhere: 'Look under a topic below, or',
    searchColumns: 'search the columns for it',
  },
  search: {
    label: 'Search the columns',
    hint: 'A few words, or the whole worry: “my boss texts at night”.',
    button: 'Search',
    results: (count: number, query: string) =>
      count === 1 ? `1 answer for “${query}”` : `${count} answers for “${query}”`,
    best: (count: number, query: string) => `The ${count} best answers for “${query}”`,
    nothing: (query: string) => `Nothing found for “${query}”.`,
    nothingHelp: 'Nobody has asked us this yet. Try other words, or be the first:',
    notYours: 'None of these is yours?',
    ask: 'Ask us this',
    suggestions: 'Suggestions',
    showing: 'Showing results for',
    instead: (query: string) => `Search instead for “${query}”`,
    topic: 'Topic',
    anyTopic: 'All topics',
    year: 'Year',
    anyYear: 'All years',
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

/** Countries whose names English uses with an article, as `Intl` writes them in short. */
function withArticle(country: string): string {
  const takesArticle =
    /^(US|UK|Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles)$|United|Republic|Islands/
  return takesArticle.test(country) ? `the ${country}` : country
}
