import { KEPT, KEPT_WORDS, type Told, UNTIL } from '../kept.ts'
import { directionOf } from '../language.ts'
import type { Language } from '../ui/copy/index.ts'

/** Each stored field about a letter, why it is kept, and for how long. */
export function KeptTable({ language }: { language: Language }) {
  const spoken = KEPT_WORDS[language] ? language : 'en'
  const words = KEPT_WORDS[spoken] ?? KEPT_WORDS.en
  const tell = (text: Told) => text[spoken] ?? text.en
  return (
    <section aria-labelledby="kept" lang={spoken} dir={directionOf(spoken)}>
      <h2 id="kept">{words.title}</h2>
      <p>{words.lead}</p>
      {KEPT.map(({ table, fields, what, why, until }) => (
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
              <dd>{tell(UNTIL[until])}</dd>
            </div>
          </dl>
        </section>
      ))}
    </section>
  )
}
