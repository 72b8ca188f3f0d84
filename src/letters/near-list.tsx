import type { Near } from '../nearest.ts'
import type { Paths } from '../paths.ts'
import type { Copy } from '../ui/copy/index.ts'

/** The columns that may have answered a letter already, each with a button that says it did. */
export function NearList({ near, copy, paths }: { near: Near[]; copy: Copy; paths: Paths }) {
  const { similar } = copy.sending
  return (
    <section class="near" aria-labelledby="near">
      <h2 id="near">{similar.title}</h2>
      <p class="hint">{similar.lead}</p>
      <ul>
        {near.map(({ anchor, columnId, headline, sentence, slug }) => (
          <li>
            <a href={paths.column(slug, anchor)} target="_blank" rel="noopener">
              {headline}
            </a>{' '}
            {sentence}
            <form method="post" action={paths.write()}>
              <input type="hidden" name="answers" value={columnId} />
              <button class="second" type="submit" name="step" value="answered">
                {similar.answers}
                <span class="unseen">{similar.answersOf(headline)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
