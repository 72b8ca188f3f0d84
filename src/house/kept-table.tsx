import { KEPT, KEPT_WORDS, UNTIL } from '../kept.ts'
import type { Language } from '../ui/copy/index.ts'

/** Each stored field about a letter, why it is kept, and for how long. */
export function KeptTable({ language }: { language: Language }) {
  const words = KEPT_WORDS[language]
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{words.title}</h2>
      <p>{words.lead}</p>
      {KEPT.map(({ table, fields, what, why, until }) => (
        <section class="kept">
          <h3>{what[language]}</h3>
          <dl class="answers">
            <div>
              <dt>{words.what}</dt>
              <dd>
                {table}: <code>{fields.join(', ')}</code>
              </dd>
            </div>
            <div>
              <dt>{words.why}</dt>
              <dd>{why[language]}</dd>
            </div>
            <div>
              <dt>{words.until}</dt>
              <dd>{UNTIL[until][language]}</dd>
            </div>
          </dl>
        </section>
      ))}
    </section>
  )
}
