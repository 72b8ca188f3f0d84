import { type Bytes, encodeBase64, utf8 } from '../../bytes.ts'
import { anyTermsOf, questionOf, tokens, type WordReader } from '../../full-text.ts'
import { type Exchange, type Manuscript, type Script, scripts, write } from '../../manuscript.ts'
import { plainText } from '../../markdown.ts'
import { type IndexEntry, indexEntry } from '../press/index-entry.ts'

/** A column made ready for the press: its rows in the live tables, in JSON's plain types. */
export type Plate = {
  id: string
  slug: string
  language: string
  headline: string
  standfirst: string
  byline: string | null
  topics: { slug: string; name: string }[]
  publishedAt: string
  changedAt: string
  editionOf: string | null
  permanentId: string
  liveHash: string
  pushedHash: string | null
  manuscript: string
  /** The day of its latest update. */
  updatedOn: string | null
  /** The terms that find columns like this one; none where it has no word to look for. */
  likeness: string[]
  /** A digest's letters by their headlines. */
  letters: string[]
  /** All scripts of its replies, in order. */
  scripts: (Script & { exchange: number })[]
  exchanges: {
    position: number
    headline: string | null
    signoff: string | null
    letter: string
    reply: string
    entry: IndexEntry
  }[]
}

/** How many words of a column look for its relatives: enough to tell, few enough to be quick. */
const LIKENESS_WORDS = 12

/**
 * Makes the plate of a column that is to be published at `published`. `permanentId` is made from
 * what the column was at first, and kept by the press for good. `fileHash` is the fingerprint of the
 * document, where it comes from a file; `read` is the reader of many plates.
 */
export async function plateOf(
  manuscript: Manuscript & { published: string },
  to: { id: string; slug: string; changedAt: string; fileHash?: string },
  read?: WordReader,
): Promise<Plate> {
  const { fileHash = null } = to
  return {
    id: to.id,
    slug: to.slug,
    language: manuscript.language,
    headline: manuscript.headline,
    standfirst: manuscript.standfirst,
    byline: manuscript.byline,
    topics: manuscript.topics.map((slug) => ({ slug, name: nameOf(slug) })),
    publishedAt: manuscript.published,
    changedAt: to.changedAt,
    editionOf: manuscript.editionOf,
    permanentId: await permanentId(to.slug, manuscript.published),
    liveHash: fileHash ?? (await fingerprint(write(manuscript))),
    pushedHash: fileHash,
    manuscript: JSON.stringify(manuscript),
    updatedOn:
      manuscript.updates
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null,
    likeness: likenessOf(manuscript),
    letters: lettersOf(manuscript),
    scripts: manuscript.exchanges.flatMap(({ reply }, index) =>
      scripts(reply).map((script) => ({ ...script, exchange: index + 1 })),
    ),
    exchanges: manuscript.exchanges.map((exchange, index) => ({
      position: index + 1,
      ...printed(manuscript, exchange, { slug: to.slug, isFirst: index === 0, read }),
    })),
  }
}

type Place = { slug: string; isFirst: boolean; read: WordReader | undefined }

function printed(column: Manuscript, exchange: Exchange, { slug, isFirst, read }: Place) {
  const { headline, standfirst, language } = column
  const { signoff } = exchange
  const texts = {
    letter: together([plainText(exchange.letter), signoff && `— ${signoff}`]),
    reply: together([plainText(exchange.reply), ...(isFirst ? besideLetters(column) : [])]),
  }
  const question = questionOf({ headline: exchange.headline ?? standfirst, slug })
  return {
    headline: exchange.headline,
    signoff,
    ...texts,
    entry: indexEntry({ headline, question, ...texts }, language, read),
  }
}

/** What a column says beside its letters and replies: who looks for it finds the first of them. */
function besideLetters({ note, contentNote, updates, corrections }: Manuscript) {
  const later = [...updates, ...corrections].map(({ text }) => plainText(text))
  return [note && plainText(note), contentNote, ...later]
}

function together(texts: (string | null)[]): string {
  return texts.filter((text) => text).join('\n\n')
}

/** Gives the terms by which columns like this one are found. */
export function likenessOf({ headline, standfirst, language }: Manuscript): string[] {
  const words = tokens(`${headline} ${standfirst}`, language).slice(0, LIKENESS_WORDS)
  return anyTermsOf(words, language)
}

function lettersOf({ exchanges }: Manuscript): string[] {
  return exchanges.length > 1 ? exchanges.map(({ headline }) => headline ?? '') : []
}

/** Gives the fingerprint of a document: equal for equal documents, 128 bits of SHA-256. */
export async function fingerprint(document: string | Bytes): Promise<string> {
  const bytes = typeof document === 'string' ? utf8(document) : document
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return encodeBase64(digest.slice(0, 16))
}

/** A UUID (version 8, RFC 9562) made from the first address and date: feeds keep it for ever. */
async function permanentId(slug: string, published: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(`${slug} ${published}`))
  const bytes = new Uint8Array(digest.slice(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The name of a topic that nobody has named yet: “job-hunting” becomes “Job hunting”. */
function nameOf(slug: string): string {
  const name = slug.replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
