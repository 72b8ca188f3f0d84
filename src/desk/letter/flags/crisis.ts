import type { Span } from '../flags.ts'
import { spansOf } from './spans.ts'

/**
 * Words of somebody who may be in danger, or be dangerous: harm to oneself, and violence. Only what is
 * said in so many words; what people say of deadlines and careers is left out by `FIGURES_OF_SPEECH`.
 */
const CRISIS = [
  // English: harm to oneself
  /\bsuicid(?:e|al)\b/giu,
  /\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?) myself\b/giu,
  /\bself[- ]harm\w*/giu,
  /\b(?:end(?:ing)?|take|taking) my (?:own )?life\b/giu,
  /\bend it all\b/giu,
  /\b(?:want|wish|wanted|wished) (?:to die|i (?:was|were) dead)\b/giu,
  /\b(?:no|not|don[’']t|do not|didn[’']t|did not|never)\b[^.!?\n]{0,20}\b(?:want|wish|reason)\b[^.!?\n]{0,6}\bto (?:live|be alive|wake up|go on living)\b/giu,
  /\bbetter off (?:dead|without me)\b/giu,
  /\boverdos(?:e|ed|ing)\b/giu,
  // English: violence
  /\b(?:raped?|raping|molest(?:s|ed|ing)?)\b/giu,
  /\bsexual(?:ly)? (?:assault(?:s|ed|ing)?|abuse[ds]?)\b/giu,
  /\b(?:he|she|they|who|boss|manager|husband|wife|partner|colleague|co-?worker) (?:has |had |have )?(?:hits?|beats?|slap(?:s|ped)|punch(?:es|ed)|kick(?:s|ed)|chok(?:es|ed)|strangled?|shov(?:es|ed)) me\b/giu,
  /\bthreat(?:en(?:s|ed|ing)?|s)?\b[^.!?\n]{0,25}\b(?:to (?:kill|hurt|stab|shoot|beat)|my life)\b/giu,
  /\b(?:kill|stab|shoot) (?:him|her|them|me|us|everyone|everybody|my (?:boss|manager|wife|husband|children|family))\b/giu,
  /\bdeath threats?\b/giu,
  // Indonesian: harm to oneself
  /\bbunuh diri\b/giu,
  /\b(?:meng)?akhiri hidup\b|\bmengakhiri hidup(?:ku| saya)?\b/giu,
  /\b(?:ingin|mau|lebih baik|pengen|pengin|rasanya ingin) mati(?: saja)?(?![- ]\p{L}*an\b)\b/giu,
  /\b(?:tidak|tak|nggak|enggak|gak) (?:ingin|mau|sanggup|kuat) hidup\b/giu,
  /\b(?:menyakiti|melukai|menyayat) diri\b/giu,
  // Indonesian: violence
  /\b(?:di|mem)perkosa\b|\bpemerkosaan\b/giu,
  /\b(?:pelecehan|kekerasan) seksual\b|\bdilecehkan secara seksual\b/giu,
  /\b(?:dipukul(?:i)?|ditampar|ditendang|dicekik|dianiaya)\b/giu,
  /\b(?:memukul(?:i)?|menampar|menendang|mencekik|menganiaya) (?:saya|aku|kami)\b/giu,
  /\b(?:mengancam|diancam)\b[^.!?\n]{0,25}\b(?:membunuh|dibunuh|bunuh|nyawa)\b/giu,
]

/** What sounds like it and is not: put out of sight before the others look. */
const FIGURES_OF_SPEECH = [
  /\b(?:career|professional|commercial|political|social|financial|business)[- ]suicide\b/giu,
  /\bsuicide (?:squad|missions?)\b/giu,
  /\b(?:work(?:ing)?|laugh(?:ing)?) (?:myself|himself|herself) to death\b/giu,
  /\bhits? me (?:up|that|how|like)\b/giu,
  /\bbeats? me (?:to|at|by|out)\b/giu,
  /\bkick(?:s|ed) me (?:off|out|from|upstairs)\b/giu,
  /\bshoot (?:me|him|her|them|us) (?:an?|the|your|some) (?:e-?mail|message|mail|text|note|line)\b/giu,
  /\bbunuh diri (?:karier|karir|politik|bisnis|finansial)\b/giu,
  /\bdipukul rata\b/giu,
]

/** Finds words of crisis in a text. */
export function crisisIn(text: string): Span[] {
  const literal = FIGURES_OF_SPEECH.reduce(
    (rest, figure) => rest.replace(figure, (words) => ' '.repeat(words.length)),
    text,
  )
  return spansOf(literal, CRISIS)
}
