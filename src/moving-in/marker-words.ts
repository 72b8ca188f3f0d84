import type { Part } from './markers.ts'

/** Somebody who writes or answers: “Our columnist”, “Rina, Bandung”. */
const WHO =
  "(?!(?:if|when|once|as|then|and|but|until|every|kalau|jika|bila|ketika|saat|apabila|lalu|maka|setiap|she|he|they|it|you|who|nobody|everyone|somebody|my|his|her|their|dia|ia|beliau|mereka|saya|atasan|bos|manajer)(?![\\p{L}]))[\\p{L}][\\p{L}\\p{N} ’'.-]{0,40}(?:, [\\p{L} ]{2,26}| \\([^)]{1,30}\\))?"
const END = '\\s*(?:[:：]|[—–](?=\\s|$))\\s*'
/** A day behind the word: “(3 March 2016)”, “, 3/5/15”, “4 Mei 2016”. */
const DAY = '(?:\\s*[,(–—-]?\\s*(?<day>[^:()]{4,30}?)\\s*\\)?)?'

/** What opens a part within a line, by its own mark behind it. */
export const MARKED: [Part, RegExp][] = [
  [
    'note',
    marked('(?:an? )?(?:editor.?s?.? note|note from the editors?|note (?:from|by) the desk)'),
  ],
  ['note', marked('(?:catatan|pengantar)(?: dari)? (?:editor|redaksi|redaktur)')],
  ['correction', marked(`(?:correction|koreksi|ralat)${DAY}`)],
  [
    'update',
    marked(
      `(?:an? )?(?:update|pembaruan|kabar (?:terbaru|lanjutan)|perkembangan(?: terbaru)?)${DAY}`,
    ),
  ],
  [
    'letter',
    marked(
      '(?:and )?(?:an?|one|another|our|this|the) (?:(?:first|second|third|other|anonymous|long-time) )?(?:reader|writer|letter[ -]writer|correspondent)(?: (?:in|from) [\\p{L} ]{2,25})? (?:writes|wrote|asks|asked|says)(?: (?:in|to us|to me))?',
    ),
  ],
  [
    'letter',
    marked(
      '(?:the |this week.s |today.s |reader.?s?.? )?(?:letter|question)(?: (?:\\d+|from a reader))?',
    ),
  ],
  ['letter', marked('q(?:\\d+)?', '\\s*[:.]\\s+')],
  [
    'letter',
    marked(
      '(?:seorang|salah (?:satu|seorang)|satu lagi|pembaca)(?: (?:pembaca|penulis surat))?(?: (?:kami|lain))?(?: (?:di|dari) [\\p{L} ]{2,25})? (?:menulis|bertanya|bercerita)',
    ),
  ],
  [
    'letter',
    marked(
      '(?:surat(?: pembaca| pertama| kedua)?|pertanyaan(?: pembaca)?|tanya|penanya)(?: \\d+)?',
    ),
  ],
  ['letter', marked('t(?:\\d+)?', '\\s*:\\s+')],
  [
    'reply',
    marked(
      '(?:(?:my|our|the|here is my|here.s our) )?(?:reply|response|answer|advice)(?: from the desk)?',
    ),
  ],
  ['reply', marked('a(?:\\d+)?', '\\s*:\\s+')],
  ['reply', marked('(?:jawab(?:an)?|balasan|tanggapan)(?: (?:kami|saya|redaksi|pengasuh|meja))?')],
  ['reply', marked('j(?:\\d+)?', '\\s*:\\s+')],
  ['reply', marked(`${WHO} (?:responds?|repl(?:y|ies)|answers?)`)],
  ['reply', marked('(?:the desk|we|our columnist|redaksi) (?:says?|writes back)')],
  ['reply', marked(`${WHO} (?:menjawab|membalas|menanggapi)`)],
  ['letter', marked(`${WHO} (?:writes|asks)(?: in)?`)],
  ['letter', marked(`${WHO} (?:menulis|bertanya)`)],
]

/** What opens a part as a heading, without any mark behind it. */
export const TITLED: [Part, RegExp][] = [
  ['note', titled('editor.?s?.? note|(?:catatan|pengantar)(?: dari)? (?:editor|redaksi)')],
  ['correction', titled(`(?:correction|koreksi|ralat)${DAY}`)],
  ['update', titled(`(?:update|pembaruan|kabar (?:terbaru|lanjutan)|perkembangan)${DAY}`)],
  [
    'letter',
    titled(
      '(?:(?:the|this week.s|today.s|your|a reader.s|reader.?s?.?) )?(?:letter|question|dilemma|problem|query|story)|(?:an?|our) reader (?:writes|asks)',
    ),
  ],
  [
    'letter',
    titled(
      '(?:surat|pertanyaan|curhat(?:an)?|cerita|masalah)(?: (?:pembaca|anda|minggu ini))?|pembaca (?:menulis|bertanya)|seorang pembaca (?:menulis|bertanya)',
    ),
  ],
  [
    'reply',
    titled(
      '(?:(?:the|my|our) )?(?:reply|response|answer)|(?:my|our) (?:advice|view|take|verdict|thoughts)|the verdict|what (?:we|i) (?:say|think|would do)|our columnist (?:says|replies|answers)|(?:the desk|we|i) (?:responds?|repl(?:y|ies)|answers?)',
    ),
  ],
  [
    'reply',
    titled(
      '(?:jawaban|balasan|tanggapan|saran|solusi|pendapat|kata)(?: (?:kami|saya|redaksi|pengasuh|meja|pakar))?|(?:kami|redaksi) (?:menjawab|membalas)',
    ),
  ],
]

/** A digest's heading: “3. My boss sings”, “#3: My boss sings”, “Letter 3: …”. */
export const NUMBERED =
  /^(?:#|no\. ?|letter |question |surat |pertanyaan )?(?<number>\d{1,2})(?:[.):]| [–—-])\s+(?<headline>\S.*)$/iu

function marked(words: string, end = END): RegExp {
  return new RegExp(`^(?:${words})${end}`, 'iu')
}

function titled(words: string): RegExp {
  return new RegExp(`^(?:${words})$`, 'iu')
}
