import type { Span } from '../flags.ts'
import { apart, spansOf } from './spans.ts'

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s<>"']+|\b[\w-]+\.(?:com|net|org|info|biz|xyz|top|online|site|shop|link|click)\/\S*/giu

/** Promises that advertisements make and letters about work do not. */
const PROMISES = [
  /\b(?:earn|make|win|profit of|income of)\b[^.!?\n]{0,20}[$€£]\s?\d[\d.,]*(?:k|m)?\b[^.!?\n]{0,20}\b(?:a|per|every|each) (?:day|week|month)\b[^.!?\n]{0,30}\b(?:from home|online|guaranteed|no experience)\b/giu,
  /\b(?:guaranteed|instant|fast) (?:loans?|approval|profits?|returns?|cash)\b/giu,
  /\b(?:limited[- ]time offer|act now|click here|free trial|money[- ]back guarantee|100% (?:free|guaranteed))\b/giu,
  /\b(?:buy|cheap|order) (?:viagra|cialis|backlinks|followers|traffic)\b/giu,
  /\b(?:crypto|bitcoin|forex) (?:investment|trading|signals?|platform)\b[^.!?\n]{0,60}\b(?:profit|return|invest|join)\w*/giu,
  /\b(?:whatsapp|telegram)\b[^.!?\n]{0,15}\+\d[\d\s-]{7,}/giu,
  /\b(?:slot|judi|togel|casino|kasino)[- ](?:online|gacor|terpercaya)\b/giu,
  /\b(?:pinjaman|dana) (?:cepat|tunai|online|kilat)\b[^.!?\n]{0,40}\b(?:tanpa (?:jaminan|syarat)|langsung cair|bunga rendah)\b/giu,
  /\b(?:klik|kunjungi) (?:link|tautan|situs|di sini)\b/giu,
  /\b(?:bonus|depo(?:sit)?) (?:member baru|new member|\d+\s?%)/giu,
]

/** A sentence of so many characters that stands so many times is no slip. */
const REPEATED = 3
const SENTENCE = /[^.!?\n]{20,}/g

/** Links, promises of money, and the same sentence over and over: a letter may have one of them. */
export function spamIn(text: string): { links: Span[]; promises: Span[]; repeated: Span[] } {
  const links = spansOf(text, [LINK])
  return {
    links: links.length >= 2 ? links : [],
    promises: spansOf(text, PROMISES),
    repeated: repeatedIn(text),
  }
}

function repeatedIn(text: string): Span[] {
  const places = new Map<string, Span[]>()
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const key = sentence.trim().toLowerCase()
    places.set(key, [...(places.get(key) ?? []), { start: index, end: index + sentence.length }])
  }
  return apart([...places.values()].filter((spans) => spans.length >= REPEATED).flat())
}
