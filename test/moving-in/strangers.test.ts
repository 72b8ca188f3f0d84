import { describe, expect, test } from 'vitest'
import { leftOf, movedIn, movedPage } from './moving.ts'

// Texts as strangers keep them, each in a manner of its own.
const KETTLE =
  'My colleague boils the kettle all day, and on my calls it sounds as if I were speaking from a station. I have counted nine times before lunch.'
const ASKED = 'What do I say to a man who is only thirsty?'
const ANSWER =
  'Say when you have a call, and ask him for those minutes. You need not mention that you counted, and he need not know.'
const MORE =
  'Bring him a flask in the end. It keeps hot for six hours, and so will his good opinion of you.'

describe('A saved text', () => {
  test('that was kept with its page’s head and foot, each line for itself, gives them up', () => {
    const moved = movedIn(`≡ MENU
News   Sport   Money   Advice
The kettle on the third floor
By The Thursday Desk
PUBLISHED: 08:10, 3 May 2017 | UPDATED: 09:44, 3 May 2017
12 shares   40 View comments

DEAR THURSDAY: ${KETTLE}

RELATED ARTICLES
Man, 52, keeps bees on the roof of a tax office

${ASKED}

THURSDAY SAYS:
${ANSWER}

${MORE}

What do you think? Join the conversation below.
Sorry, we are not currently accepting comments on this article.
MORE OFFICE HEADLINES
• Is your chair older than you?
• A lunch in nine minutes
Printed on recycled paper.`)
    expect(moved.manuscript).toMatchObject({
      headline: 'The kettle on the third floor',
      byline: 'The Thursday Desk',
      published: '2017-05-03T08:10:00Z',
      note: null,
    })
    const [{ letter, reply } = { letter: '', reply: '' }] = moved.manuscript.exchanges
    expect([letter, reply]).toEqual([
      `DEAR THURSDAY: ${KETTLE}\n\n${ASKED}`,
      `${ANSWER}\n\n${MORE}`,
    ])
    expect(leftOf(moved).join('\n')).toContain(': Man, 52, keeps bees on the roof of a tax office')
  })

  test('from a print has its divided words whole again, and no page’s head', () => {
    const head = (page: number) => `THE DEPOT NEWS            Spring 2013, No. 2
                               Page ${page}`
    const moved = movedIn(`${head(7)}

THE KETTLE UPSTAIRS

A reader writes:

My colleague boils the kettle all day, and on my calls
it sounds as if I were speaking from a rail-
way station. I have counted nine times before lunch.

${head(8)}

What do I say to a man who is only thirsty, and well-
mannered?

— Steamed

The News replies:

Say when you have a call, and ask him for those minu-
tes. You need not mention that you counted. He is well
liked, and mannered, as you say.

${head(9)}

Bring him a flask in the end. It keeps hot.`)
    expect(moved.manuscript.headline).toBe('THE KETTLE UPSTAIRS')
    expect(moved.manuscript.exchanges[0]).toMatchObject({
      letter:
        'My colleague boils the kettle all day, and on my calls it sounds as if I were speaking from a railway station. I have counted nine times before lunch.\n\nWhat do I say to a man who is only thirsty, and well-mannered?',
      signoff: 'Steamed',
      reply:
        'Say when you have a call, and ask him for those minutes. You need not mention that you counted. He is well liked, and mannered, as you say.\n\nBring him a flask in the end. It keeps hot.',
    })
  })

  test('that was forwarded by e-mail has its subject for a headline', () => {
    const moved = movedIn(`---------- Forwarded message ----------
From: Desk & Chair <hello@deskandchair.example>
Date: Thu, Jan 15, 2015 at 6:02 AM
Subject: Fwd: The kettle on the third floor
To: undisclosed-recipients

View this e-mail in your browser.
The kettle on the third floor
*This week's letter*

> ${KETTLE}
>
> ${ASKED}
>
> — Steamed

*And our answer*

${ANSWER}

~~~ SPONSOR ~~~
Tired of tea? Brownleaf does it while you sleep.
~~~~~~~~~~~~~~~

${MORE}

Until next week,

You are receiving this e-mail because you signed up at deskandchair.example.
Unsubscribe | Forward to a friend`)
    expect(moved.manuscript).toMatchObject({
      headline: 'The kettle on the third floor',
      published: '2015-01-15T06:02:00Z',
      note: null,
    })
    expect(moved.manuscript.exchanges).toEqual([
      {
        headline: null,
        letter: `${KETTLE}\n\n${ASKED}`,
        signoff: 'Steamed',
        reply: `${ANSWER}\n\n${MORE}`,
      },
    ])
    expect(leftOf(moved)).toContain('closes the reply: Until next week,')
  })

  test('of short letters under numbers, each with nothing but a name below it, is a digest', () => {
    const moved = movedIn(`Tiga surat pendek
Catatan Redaksi: Bulan ini suratnya pendek.

1. Cangkir di meja saya
Saya menaruh cangkir di meja dan setiap pagi cangkir saya penuh abu. Saya tidak merokok, dan tidak ada yang mengaku.
Meja Ujung
Pindahkan cangkirnya ke laci. Abu jatuh ke tempat yang terbuka, dan orang malu ketika harus membuka laci.

2. Kursi yang turun
Kursi saya turun sendiri setiap setengah jam. Saya sudah bilang ke bagian umum, dan mereka duduk di sana sambil tertawa.
Makin Rendah
Mintalah kursi itu ditukar hari ini. Bawa kursinya ke bagian umum, lalu pulang dengan yang lain.`)
    expect(moved.manuscript.exchanges).toMatchObject([
      { headline: 'Cangkir di meja saya', signoff: 'Meja Ujung' },
      { headline: 'Kursi yang turun', signoff: 'Makin Rendah' },
    ])
    expect(moved.manuscript.note).toBe('Bulan ini suratnya pendek.')
  })

  test('has a reply that opens with the name that its letter called', () => {
    const moved = movedIn(`Ketel di lantai tiga
Rabu, 30 Januari 2008 | 09:00

SURAT:
Bu Arsip, rekan saya merebus air sepanjang hari dan suaranya masuk ke telepon saya. Apa yang harus saya katakan?
Ketel Uap

BU ARSIP:
Katakan kapan Anda menelepon, dan mintalah waktu itu. Anda tidak perlu bilang bahwa Anda menghitung.`)
    expect(moved.manuscript).toMatchObject({ headline: 'Ketel di lantai tiga' })
    expect(moved.manuscript.exchanges[0]).toMatchObject({
      signoff: 'Ketel Uap',
      reply: expect.stringMatching(/^Katakan kapan .* menghitung\.$/),
    })
  })

  test('has a letter and a reply that both open in bold', () => {
    const moved = movedIn(`The kettle on the third floor

**My colleague boils the kettle all day.** On my calls it sounds as if I were speaking from a station, and I have counted nine times before lunch.

**Say when you have a call.** You need not mention that you counted, and he need not know that you did.

Bring him a flask. Your calls will be quiet, and your colleague will thank you.`)
    expect(moved.manuscript.exchanges[0]).toMatchObject({
      letter: expect.stringMatching(/^\*\*My colleague .* lunch\.$/),
      reply: expect.stringMatching(/^\*\*Say when .* thank you\.$/s),
    })
  })
})

describe('A page', () => {
  test('of letters under bold lines, in italics with a name, is a digest', () => {
    const exchange = (title: string, name: string) =>
      `<p><b>${title}</b></p><p><i>My chair goes down by itself every half hour, and the men of the
      stores sit on it and laugh when I bring it to them.</i></p><p><i>${name}</i></p>
      <p>Have it changed today. Take it to the stores yourself, and come back with another one.</p>`
    const moved = movedPage(
      'Two small things',
      `${exchange('The chair', 'Sinking')}<p>[ advertisement ] [ more ]</p>${exchange('The lamp', 'Dim')}`,
    )
    expect(moved.manuscript.exchanges).toMatchObject([
      { headline: 'The chair', signoff: 'Sinking' },
      { headline: 'The lamp', signoff: 'Dim' },
    ])
  })

  test('answers “Q.” with “A.”, and an initial answers nothing', () => {
    const html = `<h3>The scale</h3><p><b>Q.</b> ${KETTLE}</p><p><b>A.</b> ${ANSWER}</p>
      <h3>The till</h3><p><b>Q.</b> ${KETTLE} ${ASKED}</p><p><b>A.</b> ${MORE}</p>`
    expect(movedPage('Two at once', html).manuscript.exchanges).toEqual([
      { headline: 'The scale', letter: KETTLE, signoff: null, reply: ANSWER },
      { headline: 'The till', letter: `${KETTLE} ${ASKED}`, signoff: null, reply: MORE },
    ])
    const initial = `A reader writes:\n\n${KETTLE}\n\nA. Miller told me to wait. ${ASKED}\n\nThe Desk replies:\n\n${ANSWER}`
    expect(movedIn(initial).manuscript.exchanges[0]?.letter).toContain('A. Miller told me to wait.')
  })
})

describe('Inside a paragraph', () => {
  const text = (letter: string, reply = ANSWER) =>
    `The kettle\n\nA reader writes:\n\n${letter}\n\n— Steamed\n\nThe Desk replies:\n\n${reply}\n\n${MORE}`

  test.each([
    ['a question about somebody famous', 'Who is Corvin Thrale dating now?'],
    ['a way to another article', 'Read more: Nine signs of a bad chair'],
    ['a video', 'WATCH: How a Kettle Is Born'],
    ['a way to the page’s other half', 'Baca selengkapnya di halaman 2'],
    ['a call', 'Click here to get our best columns.'],
    ['a line between arrows', '>>> Click here for your stars <<<'],
  ])('%s is cut out, at its end, and told of', (_, junk) => {
    const moved = movedIn(text(KETTLE, `${ANSWER} ${junk}`))
    expect(moved.manuscript.exchanges[0]?.reply).toBe(`${ANSWER}\n\n${MORE}`)
    expect(leftOf(moved).some((line) => line.endsWith(`: ${junk}`))).toBe(true)
  })

  test.each(['Who is Corvin Thrale dating now?', 'VIDEO: How to Fold a Cloth Without Iron'])(
    '“%s” is cut off its beginning',
    (junk) => {
      const moved = movedIn(text(`${junk} ${KETTLE}`))
      expect(moved.manuscript.exchanges[0]?.letter).toBe(KETTLE)
    },
  )

  test.each([
    'Ask Dana Miller. Is Dana Miller in on Mondays?',
    'The note said: Read more, and talk less.',
    'VIDEO: that was all he wrote to me.',
  ])('“%s” is somebody’s own', (own) => {
    expect(movedIn(text(`${KETTLE} ${own}`)).manuscript.exchanges[0]?.letter).toBe(
      `${KETTLE} ${own}`,
    )
  })
})
