import { stems } from '../full-text.ts'
import type { TopicRow } from '../schema.ts'
import type { Query } from './query.ts'

/** How many topics are offered to who found nothing. */
const MOST = 8

/** Gives the topics that a search comes nearest to by their own words, the fullest ones if by none. */
export function nearestTopics(topics: TopicRow[], { concepts, language }: Query): TopicRow[] {
  const asked = concepts.flatMap(({ ways }) => ways.map(({ stems }) => ` ${stems.join(' ')} `))
  const shared = ({ name, description }: TopicRow) => {
    const text = ` ${stems(`${name} ${description}`, language)} `
    return asked.filter((stem) => text.includes(stem)).length
  }
  return topics
    .map((topic) => ({ topic, shared: shared(topic) }))
    .sort((one, other) => other.shared - one.shared || other.topic.columns - one.topic.columns)
    .slice(0, MOST)
    .map(({ topic }) => topic)
}
