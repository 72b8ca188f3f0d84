/** A letter and what becomes of it. No word of six letters or more stands in both it and the column's address. */
export type Told = {
  question: string
  letter: string
  signoff: string
  topic: { name: string; slug: string }
  /** The editor prints other words than the writer's, lest somebody be recognised. */
  disguise: { from: string; to: string }
  headline: string
  slug: string
  standfirst: string
  reply: string
  note: string
  /** Whether the edited letter is to be shown to its writer before it is printed. */
  wantsToSeeIt?: boolean
}

export type Tale = Told & { correction: string }

export const choir: Tale = {
  question: 'Can I refuse to sing with my whole department each Monday?',
  letter: `Since January our director opens every Monday with a song. Eleven grown people stand between the photocopiers and harmonise about quarterly targets. I mime.

Last week he noticed, and now I am to perform a verse alone in front of the accountants. I would rather resign than warble. My wife thinks I should simply catch cold.`,
  signoff: 'Flat in Finance',
  topic: { name: 'Meetings', slug: 'meetings' },
  disguise: { from: 'photocopiers', to: 'filing cabinets' },
  headline: 'The choir nobody auditioned for',
  slug: 'the-choir-nobody-auditioned-for',
  standfirst: 'A team starts its week in four parts. One of them has no voice for it.',
  reply: `Turn the pages. Every choir needs somebody who does, and nobody asks that person for a solo.

> [!SCRIPT] Before the next rehearsal
> I am glad to help with this, and I am not going to sing. Shall I look after the music?`,
  correction: 'We first wrote that the choir has four parts. It has three.',
  note: 'The singers asked us to take this down, and we have.',
}

export const lunch: Tale = {
  question: 'How do I stop my neighbour warming herring at ten?',
  letter: `My neighbour in the open office warms herring in the microwave each morning at ten. The smell reaches the ceiling and stays until evening. I asked her kindly in spring. She laughed and offered me half.

Our supervisor says that appetite is a private matter. I keep a window open and wear my scarf indoors. What can I say to her now?`,
  signoff: 'Upwind',
  topic: { name: 'Colleagues', slug: 'colleagues' },
  disguise: { from: 'herring', to: 'kippers' },
  headline: 'Lunch arrives at ten',
  slug: 'lunch-arrives-at-ten',
  standfirst: 'It leaves the kitchen two hours before noon, and everybody knows.',
  reply: `You have asked once, in spring, and she took it for a joke. Ask again in earnest.

> [!SCRIPT] When the plate is still cold
> I have a favour to ask. Could the fish wait until noon, or go to the kitchen downstairs?`,
  correction: 'We first placed the kitchen upstairs. It is downstairs.',
  note: 'The writer can be recognised from it, so we have taken it down.',
}
