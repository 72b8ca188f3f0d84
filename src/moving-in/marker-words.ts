import type { Part } from './markers.ts'
import type { WrittenMarker } from './signs.ts'

/** Somebody who writes or answers: “Our columnist”, “Rina, Bandung”. */
const WHO = "[\\p{L}][\\p{L}\\p{N} ’'.-]{0,40}(?:, [\\p{L} ]{2,26}| \\([^)]{1,30}\\))?"
/** Those who ask and those who answer, by what columns call them. */
const ASKER =
  '(?:reader|writer|letter[ -]writer|correspondent|questioner|pembaca|penanya|penulis surat)'
const ANSWERER =
  '(?:desk|columnist|editors?|editorial (?:team|desk)|expert|counsell?or|coach|agony aunt|(?:meja |tim )?redaksi|meja(?: \\p{L}+)?|pengasuh(?: rubrik)?|kolumnis|editor|pakar|ahli|konsultan|konselor|psikolog)'
const QUESTION =
  '(?:letter|question|query|dilemma|problem|story|surat|pertanyaan|curhat(?:an)?|keluhan|cerita|masalah)'
const ANSWER =
  '(?:reply|response|answer|verdict|solution|jawab(?:an)?|balasan|tanggapan|saran|solusi|ulasan|penjelasan|pembahasan)'
/** What heads a reply where it is told whose it is. */
const OPINION = '(?:advice|view|opinion|take|pendapat|nasihat)'
const WHOSE = '(?:(?:and )?(?:the|an?|our|my|your|one|this week.s|today.s) )?'
/** How much of an answer a heading announces. */
const MEASURE = '(?: (?:in (?:full|short|brief)|lengkap|singkat))?'
const END = '\\s*(?:[:：]|[—–](?=\\s|$))\\s*'
/** A day behind the word: “(3 March 2016)”, “, 3/5/15”, “4 Mei 2016”. */
const DAY = '(?:\\s*[,(–—-]?\\s*(?<day>[^:()]{4,30}?)\\s*\\)?)?'

/** What opens a part within a line, by its own mark behind it. */
export const MARKED: [Part, WrittenMarker][] = [
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
  ['letter', marked('q(?:\\d+)?', { end: '\\s*[:.]\\s+' })],
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
  ['letter', marked('t(?:\\d+)?', { end: '\\s*[:.]\\s+' })],
  [
    'reply',
    marked(
      '(?:(?:my|our|the|here is my|here.s our) )?(?:reply|response|answer|advice)(?: from the desk)?',
    ),
  ],
  ['reply', marked('a(?:\\d+)?', { end: '\\s*[:.]\\s+' })],
  ['reply', marked('(?:jawab(?:an)?|balasan|tanggapan)(?: (?:kami|saya|redaksi|pengasuh|meja))?')],
  ['reply', marked('j(?:\\d+)?', { end: '\\s*[:.]\\s+' })],
  ['reply', markedBy('(?:responds?|repl(?:y|ies)|answers?)')],
  ['reply', marked('(?:the desk|we|our columnist|redaksi) (?:says?|writes back)')],
  ['reply', markedBy('(?:menjawab|membalas|menanggapi)')],
  [
    'letter',
    marked(`${WHOSE}${ASKER}(?:.?s)? ${QUESTION}|${QUESTION}(?: (?:from|dari))? ${WHOSE}${ASKER}`, {
      by: ASKER,
    }),
  ],
  ['letter', marked(`(?:from|dari) ${WHOSE}(?:seorang )?${ASKER}`, { by: ASKER })],
  ['letter', marked(`${WHOSE}${ASKER}`, { end: '\\s*[:：]\\s*', by: ASKER })],
  [
    'reply',
    marked(
      `${WHOSE}${ANSWERER}(?:.?s)? (?:${ANSWER}|${OPINION})|(?:kata|jawab|(?:${ANSWER}|${OPINION})(?: (?:from|dari))?) ${WHOSE}${ANSWERER}`,
      { by: ANSWERER },
    ),
  ],
  ['reply', marked(`(?:from|dari) ${WHOSE}${ANSWERER}`, { by: ANSWERER })],
  [
    'reply',
    marked(`${WHOSE}${ANSWERER} (?:says|writes back|advises|suggests|berkata|menyarankan|bilang)`, {
      by: ANSWERER,
    }),
  ],
  ['reply', marked(`${WHOSE}${ANSWERER}`, { end: '\\s*[:：]\\s*', by: ANSWERER })],
  ['letter', markedBy('(?:writes|asks)(?: in)?')],
  ['letter', markedBy('(?:menulis|bertanya)')],
]

/** What opens a part as a heading, without any mark behind it. */
export const TITLED: [Part, WrittenMarker][] = [
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
    'letter',
    titled(`${WHOSE}(?:${ASKER}(?:.?s)? )?${QUESTION}(?:(?: from| dari)? ${WHOSE}${ASKER})?`, {
      by: QUESTION,
    }),
  ],
  ['letter', titled(`(?:from|dari) ${WHOSE}(?:seorang )?${ASKER}`, { by: ASKER })],
  [
    'reply',
    titled(
      `${WHOSE}(?:${ANSWERER}(?:.?s)? )?${ANSWER}(?:(?: from| dari)? ${WHOSE}${ANSWERER})?${MEASURE}`,
      { by: ANSWER },
    ),
  ],
  ['reply', titled(`(?:from|dari|kata|jawab) ${WHOSE}${ANSWERER}`, { by: ANSWERER })],
  [
    'reply',
    titledBy('(?:says|answers|repl(?:y|ies)|responds?|advises|menjawab|membalas|menanggapi)'),
  ],
  [
    'reply',
    titled(
      '(?:(?:the|my|our) )?(?:reply|response|answer)|(?:the|my|our) (?:advice|view|take|verdict|thoughts)|the verdict|what (?:we|i) (?:say|think|would do)|our columnist (?:says|replies|answers)|(?:the desk|we|i) (?:responds?|repl(?:y|ies)|answers?)',
    ),
  ],
  [
    'reply',
    titled(
      '(?:jawaban|balasan|tanggapan|saran|solusi|pendapat|kata)(?: (?:kami|saya|redaksi|pengasuh|meja|pakar))?|(?:kami|redaksi) (?:menjawab|membalas)',
    ),
  ],
]

function marked(words: string, { end = END, by = words } = {}): WrittenMarker {
  return { source: `^(?:${words})${end}`, telling: by }
}

/** `by` are those of the words that it can't be without. */
function titled(words: string, { by = words } = {}): WrittenMarker {
  return { source: `^(?:${words})$`, telling: by }
}

/** Words behind somebody's name: “Rina, Bandung asks:”. */
function markedBy(words: string): WrittenMarker {
  return { ...marked(`${WHO} ${words}`, { by: words }), isBySomebody: true }
}

function titledBy(words: string): WrittenMarker {
  return { ...titled(`${WHO} ${words}`, { by: words }), isBySomebody: true }
}
