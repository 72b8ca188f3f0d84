/**
 * Letters that are no Latin letter with a mark, and how they are spelt in Latin letters: of German,
 * Nordic and other European languages, of Greek, Russian and its neighbours.
 */
const SPELT = new Map(
  (
    'ß ss,ä ae,ö oe,ü ue,æ ae,ø oe,œ oe,þ th,ð d,đ d,ħ h,ı i,ł l,' +
    'α a,β v,γ g,δ d,ε e,ζ z,η i,θ th,ι i,κ k,λ l,μ m,ν n,ξ ks,ο o,π p,ρ r,ς s,σ s,τ t,υ y,φ f,' +
    'χ x,ψ ps,ω o,а a,б b,в v,г g,д d,е e,ж zh,з z,и i,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,' +
    'ф f,х kh,ц ts,ч ch,ш sh,щ sch,ъ ,ы y,ь ,э e,ю yu,я ya,ё yo,є ye,і i,ї yi,љ lj,њ nj,ќ kj,ґ g'
  )
    .split(',')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
)

/**
 * Makes a slug of a text: its words in small Latin letters and digits, joined by hyphens. What is
 * written in other letters than the table's leaves nothing; the slug may be empty, or long.
 */
export function slugOf(text: string): string {
  const small = text.normalize('NFC').toLowerCase()
  const spelt = small.replace(/(?<=[\p{L}\p{N}])['’](?=[ts](?![\p{L}\p{N}]))/gu, '')
  const latin = [...spelt].map((letter) => (letter === '&' ? ' and ' : inLatin(letter))).join('')
  return latin.match(/[a-z\d]+/g)?.join('-') ?? ''
}

/** A letter with a mark is, but for German’s and the like, the letter. */
function inLatin(letter: string): string {
  const known = SPELT.get(letter)
  if (known !== undefined) return known
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return SPELT.get(plain) ?? plain
}
