import type { Told } from './tales.ts'

/** What gives somebody away: the places where it stands, and the words that take their place. */
export type Detail = { places: string[]; instead: string }

export type Letter = { question: string; letter: string }

/** A letter that goes its whole way, and two more of the same writer. The rules of a tale hold here. */
export type Life = Told & {
  /** Named by what stands for it on the check page. */
  person: Detail
  day: Detail
  asked: string
  answer: string
  wish: string
  /** What the editor changes because of the wish. */
  change: { from: string; to: string }
  news: string
  why: string
  withdrawn: Letter
  declined: Letter
}

/** Gives a letter with neutral words in every place of a detail. */
export function without(letter: string, { places, instead }: Detail): string {
  return places.reduce((text, place) => text.replace(place, instead), letter)
}

export const parrot: Life = {
  wantsToSeeIt: true,
  question: 'How do I tell my manager that I cannot mind her parrot?',
  letter: `Since winter my manager, Teresa Quill, brings her parrot to the office. When she has meetings I mind him, and he repeats whatever I say on the phone. It began on 14 March with one hour. By now it is every afternoon.

Last week he told a supplier my opinion of the invoice. I like Teresa and I need this post. May I refuse the bird without losing her goodwill?`,
  signoff: 'Perch',
  person: { places: ['my manager, Teresa Quill,', 'Teresa'], instead: 'my manager' },
  day: { places: ['on 14 March'], instead: 'a few weeks ago' },
  topic: { name: 'Colleagues', slug: 'colleagues' },
  asked: 'Has she ever offered to pay for those hours?',
  answer: 'Never. She once gave me a mango, which the parrot then ate.',
  disguise: { from: 'parrot', to: 'mynah' },
  wish: 'Please leave the invoice out: only one firm sent us one that month.',
  change: { from: 'my opinion of the invoice', to: 'what I think of him' },
  headline: 'He says what I said',
  slug: 'he-says-what-i-said',
  standfirst: 'Some guests at work have wings and a good ear.',
  reply: `Say it once, when the cage is still at the door.

> [!SCRIPT] Before noon
> I have been glad to help with him. From Monday on I need my desk to myself.`,
  news: 'He lives upstairs with the accountants since then. I miss him a little.',
  why: 'My manager reads this page too.',
  note: 'We were asked to take this down, and we have.',
  withdrawn: {
    question: 'Is it fair that I alone bring the cakes?',
    letter: `For every birthday on our floor I bake. It began as a kindness, and has become a calendar with my name in each square. I bought butter for nineteen people in autumn and was thanked by two of them. My own birthday passed without a crumb. How do I stop without seeming sour?`,
  },
  declined: {
    question: 'What about the thing with the stairs?',
    letter: `It is about the thing on the stairs, which has become worse since then, and everybody knows. I would rather not explain, because it is a tangled tale with lots of people in it. Please tell me soon what I ought to do about all of it, and whether I am right.`,
  },
}

export const ferns: Life = {
  wantsToSeeIt: true,
  question: 'How do I give my supervisor back his ferns?',
  letter: `Two summers ago my supervisor, Gordon Pike, gave me his ferns to water while he went sailing. He came back, and the watering stayed with me. It began on 3 June with one pot. By now there are dozens, on every windowsill of the corridor.

Yesterday a visitor took me for the gardener, and Gordon laughed longest. I was hired to read contracts, and the ferns eat my mornings. How do I hand them over without a quarrel?`,
  signoff: 'Moss',
  person: { places: ['my supervisor, Gordon Pike,', 'Gordon'], instead: 'my supervisor' },
  day: { places: ['on 3 June'], instead: 'a few weeks ago' },
  topic: { name: 'Boundaries', slug: 'boundaries' },
  asked: 'Does he know how long it takes you?',
  answer: 'I doubt it. He believes that ferns drink by themselves.',
  disguise: { from: 'corridor', to: 'landing' },
  wish: 'Please say nothing of the visitor: he would recognise himself.',
  change: { from: 'a visitor', to: 'somebody' },
  headline: 'Forty pots and one can',
  slug: 'forty-pots-and-one-can',
  standfirst: 'A small favour has put out roots.',
  reply: `Give the can back first, and the pots will follow.

> [!SCRIPT] At the sink
> I have looked after these for two years. From Monday on they are yours again.`,
  news: 'He waters them himself, in a raincoat. Half have drowned.',
  why: 'Everybody here knows who has the raincoat.',
  note: 'The person who wrote to us wanted this gone, and it is.',
  withdrawn: {
    question: 'Must I laugh at the puns of my director?',
    letter: `Our director opens each talk with a pun and waits until the last of us has laughed. I have a slow face. Twice he explained the pun to me before the whole room, and since Easter he sends them to me beforehand so that I can practise. I would like to be excused. Is there any decent way?`,
  },
  declined: {
    question: 'Who is right about all that?',
    letter: `You surely know what this is about, because it has been going on for so long that the whole street talks of it. I said one thing, they said another, and neither of us will give in. I would rather not go into it any further here. Who is right, they or I, and why?`,
  },
}
