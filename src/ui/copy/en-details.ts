import type { Kind } from '../../identifying/kinds.ts'

/** What a detail looks like, and how it could give somebody away. */
export type DetailWords = { name: string; why: string }

/** Identifying details in English: plain texts only, because the form's script takes them along. */
export const details = {
  title: 'What could give you away',
  lead: 'Some places in your letter look as if they could tell somebody who you are. You decide what stays. This helps you to look again; it does not make you anonymous. It misses things, and it cannot know what only happened to you.',
  none: 'We found no names, places, dates or numbers. That does not make you anonymous: it misses things, and it cannot know what only happened to you.',
  unknown:
    'We could not look for names, places, dates or numbers just now. Read your letter once more yourself: change what could tell somebody who you are.',
  alone: 'This list is made on your own device, while you type. Nothing is sent.',
  times: 'Times it stands in your letter:',
  replace: 'Replace with',
  replaced: 'Replaced in your letter.',
  undo: 'Put it back',
  kinds: {
    email: {
      name: 'E-mail address',
      why: 'It belongs to one person, and anybody can look it up.',
    },
    phone: { name: 'Phone number', why: 'It belongs to one person or one desk.' },
    url: { name: 'Web address', why: 'It leads to a page, and from there to people.' },
    handle: { name: 'Account name', why: 'One search finds whose it is.' },
    id_number: {
      name: 'Personal number',
      why: 'It exists once. It tells who you are, and thieves can use it.',
    },
    date: {
      name: 'Exact date',
      why: 'Whoever was there that day knows which day it was.',
    },
    age: { name: 'Exact age', why: 'Together with a job or a place, it often fits one person.' },
    money: {
      name: 'Sum of money',
      why: 'Few people know this figure, and they would know it again.',
    },
    address: { name: 'Address', why: 'It leads to one door.' },
    place: {
      name: 'Small place',
      why: 'Where few people live or work, a story is soon known again.',
    },
    person: { name: 'Name', why: 'Colleagues need only one name to recognise all the others.' },
    employer: { name: 'Employer', why: 'It narrows the search to the people who work there.' },
    job_title: { name: 'Rare job', why: 'Few people do it, and their names are easy to find.' },
  } satisfies Record<Kind, DetailWords>,
}
