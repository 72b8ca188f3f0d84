import type { Paths } from '../paths.ts'
import type { Copy } from './copy/index.ts'

/** The site's topics in a row, below a list or where a search found nothing. */
export function TopicLinks(props: {
  topics: { slug: string; name: string }[]
  copy: Copy
  paths: Paths
}) {
  const { topics, copy, paths } = props
  if (topics.length === 0) return null
  return (
    <section class="next" aria-labelledby="topics">
      <h2 class="label" id="topics">
        {copy.site.topics}
      </h2>
      <p class="topics">
        {topics.map(({ slug, name }) => (
          <>
            <a href={paths.topic(slug)}>{name}</a>{' '}
          </>
        ))}
      </p>
    </section>
  )
}
