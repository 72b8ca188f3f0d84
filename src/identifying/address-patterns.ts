import { type WrittenPattern, written } from './pattern.ts'

const NAME = "\\p{Lu}[\\p{L}’'-]*"
const ROAD = 'Street|Road|Lane|Avenue|Crescent|Terrace|Row|Mews|Boulevard|Grove|Yard|Wharf|Drive'
const STREET = `${ROAD}|St|Rd|Ln|Ave|Close|Court|Place|Gardens|Square|Way|Hill|Blvd|Cottages?|House|Walk|Quay|Parade`
const JALAN =
  'Jalan|Jln\\.?|jln\\.?|Jl\\.?|jl\\.|Gang|Gg\\.?|gg\\.|Perumahan|Perum|Komplek|Kompleks|Kampung|Kp\\.?|Dusun|Apartemen|Ruko|Cluster'

/** Streets, houses, postcodes and post boxes. */
export const ADDRESS_PATTERNS: WrittenPattern[] = [
  // “Flat 6, 118 Canning Road”, “14 Priory Close, Ashcombe”
  address(
    `(?:\\b(?:Flat|Unit|Apartment|Apt|Suite|Room) [\\dA-Z]{1,5},? )?\\b\\d{1,5}[A-Za-z]?,? (?:${NAME} ){1,3}(?:${STREET})\\b(?:, ${NAME})?`,
  ),
  // “The Old Forge, Duck Street”
  address(`(?:\\bThe )?\\b${NAME} ${NAME}, (?:${NAME} ){1,2}(?:${STREET})\\b`),
  address(`\\b(?!High |Main |Wall |Downing |Fleet )(?:${NAME} ){1,3}(?:${ROAD})\\b`),
  address('\\b\\d{1,5}[a-z]? \\p{Ll}+ (?:street|road|lane|avenue)\\b|\\bP\\.?O\\.? [Bb]ox \\d+'),
  // Postcodes, British and American
  address('\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b|\\b[A-Z]{2} \\d{5}(?:-\\d{4})?\\b'),
  // “Jl. Raya Ciawi No. 88”, “Perumahan Griya Asri Blok C4 No. 7”
  address(
    `\\b(?:${JALAN})(?: (?!No\\b|Blok\\b|RT\\b|RW\\b)[\\p{Lu}\\d][\\p{L}\\d-]*){1,5}(?:,? (?:[Nn]o\\.?|[Nn]omor|[Bb]lok|RT|RW|Gang) ?[\\dA-Z][\\w/]*){0,4}(?:, ${NAME})?`,
  ),
  address(
    '\\b[Bb]lok [A-Za-z]{1,2}\\d{0,2}\\b(?:[ /-]?(?:[Nn]o\\.?|[Nn]omor)? ?\\d+)?|\\b(?:RT|rt)[ .]?\\d{1,3}(?: ?/? ?(?:RW|rw)[ .]?\\d{1,3})?\\b',
  ),
  address(
    '\\b(?:[Tt]ower|[Gg]edung|[Ll]antai) \\w{1,12}(?: lantai \\d+)?,? (?:[Nn]o\\.?|[Nn]omor|[Uu]nit|[Kk]amar) ?\\d+',
  ),
]

function address(form: string): WrittenPattern {
  return written('address', new RegExp(form, 'gu'))
}
