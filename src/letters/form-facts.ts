import type { Db } from '../schema.ts'
import type { Language } from '../ui/copy/index.ts'
import type { Option } from '../ui/field.tsx'
import { type Closed, closedAt, intake } from './intake.ts'
import { topicList } from './lists.ts'
import { lately } from './tally.ts'

/** What the form needs to know of the site: its topics, its honest numbers, whether it is open. */
export type FormFacts = {
  topics: Option[]
  received: number
  answered: number
  /** Null while the letter box is open. */
  closed: Closed | null
}

/** What a form is shown with when the database does not answer. */
export const NO_FACTS: FormFacts = { topics: [], received: 0, answered: 0, closed: null }

/** Reads the form's facts in one round trip. */
export async function formFacts(db: Db, language: Language, now: Date): Promise<FormFacts> {
  const [topics, counts, closed] = await db.batch([
    topicList(db, language),
    lately(db, now),
    intake(db),
  ])
  const count = (kind: string) => counts.find((row) => row.kind === kind)?.count ?? 0
  return {
    topics,
    received: count('received'),
    answered: count('answered'),
    closed: closedAt(closed, language, now),
  }
}
