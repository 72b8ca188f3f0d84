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

const weakWords = wordSet(`
  able across ago almost alone along although among another anyone anything anyway apart
  around ask away back bad based become begin behind best better between big bit both bring call came
  care case certain chance change clear close come complete couple course day deal decide different
  difficult done down during early easy else end enough especially everybody everyone everything exactly
  example expect explain face fact far feel few find fine first follow forget full fun given give good
  great guy half hand happen happy hard head hear help high hold hope hour idea important instead issue join keep kind
  know lady large last lately later least leave less let life like line little live long look lot lots
  make many matter maybe mean mention mind minute miss moment month move myself near need nearly new next nice
  nobody none normal nothing number often okay old once open order others ought own part particular
  pass past people perhaps person pick place plan play plenty point possible pretty probably problem
  properly put question quickly quite rather reach read ready real reason recently regular remember
  rest right round run said same say second see seem send sense serious set several share short should
  show side simple since sit situation small somebody somehow someone something sometimes somewhere soon sort
  speak stand start stay stop straight stuff suddenly suggest supposed sure take talk tell thank think third
  thought three till time today together told tomorrow tonight took totally towards tried true truth
  try turn twice two type under understand unless use usual wait walk wanted watch week whatever
  whenever wherever whoever whole without woman man wonder word world worse worst worth write
  year yesterday young`)

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
  weakWords,
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
