import { directionOf } from '../language.ts'
import type { Language } from '../ui/copy/index.ts'
import type { WrittenPrivacy } from './written-privacy.ts'

type Props = { language: Language; words: WrittenPrivacy['peopleCheck'] }

/** What /privacy has to tell besides while Cloudflare's check for people is on. */
export function PeopleCheck({ language, words }: Props) {
  const spoken = words[language] ? language : 'en'
  const { title, text } = words[spoken] ?? words.en
  return (
    <section aria-labelledby="people" lang={spoken} dir={directionOf(spoken)}>
      <h2 id="people">{title}</h2>
      <p>{text}</p>
    </section>
  )
}
