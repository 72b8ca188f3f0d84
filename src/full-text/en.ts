import { stemmer } from '@orama/stemmers/english'
import { type LanguageWords, wordSet } from './language-words.ts'

const functionWords = wordSet(`
  a about after again all already also always am an and any are arent as at be because been before being but by can
  cant could couldnt did didnt do does doesnt doing dont each either else even ever every for from
  get gets getting go goes going gonna got had has hasnt have havent having he her here hers herself
  hes him himself his how i id if ill im in into is isnt it its itself ive just let lets me mine more
  most much my myself never no nor not now of off oh ok on one only or other our ours out over own please quite
  really s she shes should shouldnt so some still such t than that thats the their theirs them themselves then
  there theres these they theyre theyve thing things this those through to too until up us very want
  wants was wasnt way we were werent weve what whats when where whether which while who whom whose
  why will with wont would wouldnt yes yet you your youre yours yourself`)

/** Forms that no rule makes. */
const IRREGULAR: Record<string, string> = Object.fromEntries(
  `be been, bring brought, build built, buy bought, catch caught, choose chose chosen, cry cried cries,
  deal dealt, die dying died, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten,
  fall fell fallen, feel felt, fight fought, find found, forget forgot forgotten, give gave given,
  grow grew grown, hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid,
  lead led, leave left, lend lent, lie lying lied, lose lost loss, make made, mean meant, meet met,
  pay paid, quit quitting quits, run ran, say said, see saw seen, sell sold, send sent, shake shook,
  sick sickness, sit sat, sleep slept, speak spoke spoken, spend spent, stand stood, steal stole stolen,
  swear swore sworn, take took taken, teach taught, tell told, think thought, throw threw thrown,
  understand understood, wake woke woken, wear wore worn, win won, write wrote written,
  child children, man men, woman women, person people, wife wives, life lives, half halves`
    .split(',')
    .flatMap((forms) => {
      const [base = '', ...others] = forms.trim().split(/\s+/)
      return others.map((form) => [form, base])
    }),
)

export const en: LanguageWords = {
  functionWords,
  stem: (word) => {
    const base = (IRREGULAR[word] ?? word)
      // American spelling, for both.
      .replace(/(?<=\w{2})our(?=s?$|ed$|ing$|able$|ite|al$)/, 'or')
      .replace(/(?<=\w{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, 'iz')
      .replace(/(?<=\w{3})ll(?=(?:ed|ing|er|ers)$)/, 'l')
      .replace(/(?<=[ae]nc)(?:ed|ing)$/, 'e')
    // What the letter does to the stem, the one who does it does not: pregnancy, pregnant.
    return stemmer(base).replace(/(?<=\w{3})nc$/, 'nt')
  },
}
