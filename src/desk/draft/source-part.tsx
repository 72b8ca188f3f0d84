import type { Manuscript } from '../../manuscript.ts'
import { paths } from '../../paths.ts'

/** The column that a draft translates, part by part, to be read beside the draft. */
export function SourcePart({ slug, source }: { slug: string; source: Manuscript }) {
  const { language, exchanges } = source
  const parts: [string, string | null][] = [
    ['Headline', source.headline],
    ['Standfirst', source.standfirst],
    ['Content note', source.contentNote],
    ['Editor’s note', source.note],
    ...exchanges.flatMap(({ headline, letter, signoff, reply }, index): typeof parts => {
      const which = exchanges.length > 1 ? ` ${index + 1}` : ''
      const signed = signoff ? `${letter}\n\n— ${signoff}` : letter
      const title = headline ? `${headline}\n\n` : ''
      return [
        [`Letter${which}`, title + signed],
        [`Reply${which}`, reply],
      ]
    }),
    ...source.updates.map(({ on, text }): (typeof parts)[number] => [`Update ${on}`, text]),
  ]
  return (
    <section class="source" aria-labelledby="source">
      <h2 id="source">
        The original: <a href={paths.desk.column(slug)}>{source.headline}</a>
      </h2>
      {parts.map(
        ([name, text]) =>
          text && (
            <details open>
              <summary>{name}</summary>
              <div class="text" lang={language}>
                {text}
              </div>
            </details>
          ),
      )}
    </section>
  )
}
