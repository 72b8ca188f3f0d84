import type { Told } from '../kept.ts'
import { directionOf } from '../language.ts'
import type { Language } from '../ui/copy/index.ts'
import type { WrittenPrivacy } from './written-privacy.ts'

type Props = { language: Language } & Pick<WrittenPrivacy, 'kept' | 'keptWords' | 'until'>

/** Each stored field about a letter, why it is kept, and for how long. */
export function KeptTable({ language, kept, keptWords, until }: Props) {
  const spoken = keptWords[language] ? language : 'en'
  const words = keptWords[spoken] ?? keptWords.en
  const tell = (text: Told) => text[spoken] ?? text.en
  return (
    <section aria-labelledby="kept" lang={spoken} dir={directionOf(spoken)}>
      <h2 id="kept">{words.title}</h2>
      <p>{words.lead}</p>
      {kept.map(({ table, fields, what, why, ...one }) => (
        <section class="kept">
          <h3>{tell(what)}</h3>
          <dl class="answers">
            <div>
              <dt>{words.what}</dt>
              <dd>
                {table}: <code>{fields.join(', ')}</code>
              </dd>
            </div>
            <div>
              <dt>{words.why}</dt>
              <dd>{tell(why)}</dd>
            </div>
            <div>
              <dt>{words.until}</dt>
              <dd>{tell(until[one.until])}</dd>
            </div>
          </dl>
        </section>
      ))}
    </section>
  )
}
