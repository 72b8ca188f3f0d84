const number = (count: number) => count.toLocaleString('en-GB')
const letters = (count: number) => {
  if (count === 0) return 'no letter'
  return count === 1 ? '1 letter' : `${number(count)} letters`
}
const minutes = (count: number) => (count === 1 ? 'a minute' : `${count} minutes`)

/** What surrounds the sending of a letter, in English: help, numbers, refusals, the nudge. */
export const sending = {
  help: 'If you need help now',
  helpLead: 'In danger, or close to the end of your strength?',
  numbers: (received: number, answered: number) =>
    `In the last 90 days ${letters(received)} came, and we answered ${answered === 0 ? 'none' : number(answered)}.`,

  similar: {
    title: 'Have we answered this already?',
    lead: 'These are the nearest of the letters that we have printed. They open in a new tab; yours stays here.',
    typing:
      'While you write, your words are compared with what we have printed. They are not kept anywhere.',
    answers: 'That answers it',
    answersOf: (headline: string) => `: ${headline}`,
    thanks: 'Then there is nothing to send',
    thanksText:
      'We are glad. We have counted that this column answered somebody, and kept nothing else: nothing that you wrote, and no trace of you.',
    read: 'Read the column',
    back: 'Write a letter after all',
  },

  closed: {
    title: 'We are not taking letters just now',
    until: (on: string) =>
      `We want to read every letter properly, so we have closed the letter box until ${on}. From that day you can write to us again.`,
    meanwhile:
      'Perhaps somebody has asked your question before: the columns can be searched. And if you have sent a letter already, your ticket works as ever.',
  },

  refused: {
    tooSoon:
      'It came within three seconds of the form, and only machines are that quick. If you are a person, wait a moment and send it again. Everything is still here.',
    burst:
      'There were too many forms from your network at once. Everything is still here: try again in a minute.',
    tooMany: (count: number) =>
      `Too many letters came from your network within the hour. Everything is still here: send it again in ${minutes(count)}.`,
    closed: (on: string) =>
      `We closed the letter box while you were writing, and it opens again on ${on}. Keep a copy of your letter, and send it then.`,
    unproven:
      'The check that you are a person did not work. Everything is still here: wait until the check below is done, then send it again. If no check appears there, your browser or your network keeps it out: keep a copy of your letter, and try another one.',
    noScript:
      'This site has Cloudflare check that you are a person, and that check needs JavaScript: without it no letter can be sent. Please switch it on, or keep a copy of your letter.',
  },

  tooOften: {
    title: 'Please wait a little',
    text: (count: number) =>
      `Tickets were looked up from your network too often. Nothing you wrote is lost: try again in ${minutes(count)}.`,
    again: 'Try again',
  },

  employer: (domain: string) =>
    `${domain} may belong to your employer, who could then read that we wrote to you. Use an address of your own, or leave it empty: the ticket tells you all.`,

  mail: {
    subject: 'Something has changed on your ticket',
    where: (address: string) => `You can read it here, with your code:\n${address}`,
    whereUnsaid: 'You can read it with your code, on the site where you wrote to us.',
    text: 'Something has changed on your ticket.',
    why: 'This address was given to us for this one purpose. If you know nothing of it, you need do nothing: we erase it by ourselves. Nobody reads answers to this message.',
  },
}
