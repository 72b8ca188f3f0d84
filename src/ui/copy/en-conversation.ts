const number = (count: number) => count.toLocaleString('en-GB')

/** The ticket's conversation in English. */
export const conversation = {
  since: (on: string) => `so since ${on}`,
  next: {
    showFirst: 'Before we print it, you will read the edited letter here, and have your say.',
    private:
      'The reply is for you alone. Copy it if you want to keep it: we erase it, with your letter, 30 days after the answer.',
    printed: 'You can tell us here how it went, or ask us to take it down.',
    gone: 'We have taken the column down. Nobody can read it on this site any more.',
  },
  tooLong: (most: number, count: number) =>
    `What you wrote has ${number(count)} characters, and ${number(most)} is the most: shorten it by ${number(count - most)}`,
  tooLate:
    'This came too late: something has changed since you opened the page. What you wrote stands below, so that you can copy it',
  kept: 'What you wrote',
  thanks: 'Thank you: we have it.',
  failedTitle: 'This has not been sent',
  failed:
    'Something went wrong on our side. What you wrote stands below. Wait a minute, then send it again: it cannot arrive twice.',
  again: 'Send it again',
  title: 'What was said',
  erased: 'These words have been erased.',
  who: {
    question: 'We asked',
    answer: 'You answered',
    reply: 'We replied',
    change: 'You asked for a change',
    update: 'You told us how it went',
    takedown: 'You asked us to take it down',
  },

  answer: {
    title: 'Your answer',
    label: 'What would you like to tell us?',
    hint: 'Only our editors read it, and it is sealed like your letter. Leave out names. Up to 5,000 characters.',
    button: 'Send the answer',
    missing: 'Write your answer',
  },

  shown: {
    title: 'The letter as we would print it',
    lead: (until: string) =>
      `This is your letter as we have edited it. Please read it and tell us by ${until}. If we hear nothing by then, we take it that you agree.`,
    over: 'The time that we asked you to answer in is over, so we may print it. Until it is printed, you can still say no.',
    fine: 'You said that it is fine. We print it as it stands here; if we change it, we show it to you again. Until it is printed, you can think better of it.',
    change:
      'You asked for a change. We do not print it before we have shown you the letter once more.',
    stop: 'You said no. We will not print this letter.',
    diff: 'What we changed',
    marks: 'Struck out is what we left out, underlined is what we put in.',
    gone: 'Left out:',
    new: 'put in:',
    end: 'end',
    tooMuch: 'We have changed so much that marks would not help. This is what you sent:',
    verdict: 'May we print it like this?',
    verdicts: {
      fine: 'Yes, it is fine',
      change: 'Please change something',
      stop: 'No, do not run it',
    },
    final: 'A no is final: the letter will not be printed.',
    words: 'What should we change?',
    wordsHint: 'Only our editors read it. Up to 2,000 characters.',
    button: 'Send my answer',
    choose: 'Choose whether we may print it like this',
    wordsMissing: 'Write what we should change',
    other:
      'The letter was changed while you were reading. This is the new one: please look at it once more',
  },

  update: {
    title: 'How did it go?',
    invited: 'You said that we may ask. How did it go?',
    lead: 'Two taps are enough. If you add some words, we may print them under the column, edited as your letter was.',
    took: 'Did you take the advice?',
    tookWords: { yes: 'Yes', partly: 'In part', no: 'No' },
    is: 'How is it now?',
    isWords: { better: 'Better', same: 'The same', worse: 'Worse' },
    label: 'Is there anything you would like to add?',
    hint: 'No names, no employer. Up to 2,000 characters.',
    button: 'Send the update',
    missing: 'Choose an answer, or write something',
  },

  takeDown: {
    title: 'Take it down',
    lead: 'The column is public, and others may have copied it. If it harms you, ask us to take it down. An editor looks at it as soon as possible, and the answer stands here.',
    label: 'Why?',
    hint: 'You need not say. Up to 1,000 characters.',
    button: 'Ask to take it down',
    asked: 'You have asked us to take it down. An editor will answer here.',
  },

  lastGroup: {
    title: 'Have you kept it?',
    label: 'The last four characters of your ticket',
    hint: 'Type them from your note, so that you know it is right. You can skip this.',
    button: 'Compare',
    skip: 'Skip this',
    wrong: 'These are not the last four characters of your ticket: compare your note with the code',
    right: 'Your note is right. This is the page that your ticket opens.',
  },
}
