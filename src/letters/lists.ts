import { asc, eq } from 'drizzle-orm'
import { type Db, topics } from '../schema.ts'
import { copies, type Language } from '../ui/copy/index.ts'
import type { Option } from '../ui/field.tsx'
import { countryList } from './countries.ts'
import { FOLLOW_UPS, STANDINGS } from './letter-form.ts'

/** What the form's lists offer, in the page's language. */
export type Lists = Record<'topic' | 'standing' | 'country' | 'language' | 'follow_up', Option[]>

/** Gives the query for the topics that the site has in a language, in the site's own order. */
export function topicList(db: Db, language: Language) {
  return db
    .select({ value: topics.slug, name: topics.name })
    .from(topics)
    .where(eq(topics.language, language))
    .orderBy(asc(topics.position), asc(topics.slug))
}

/** Puts names to everything that the form's lists offer. */
export function listsIn(language: Language, topic: Option[], languages: Language[]): Lists {
  const copy = copies[language].letters
  const none = { value: '', name: copy.write.none }
  return {
    topic: [none, ...topic],
    standing: [none, ...STANDINGS.map((value) => ({ value, name: copy.standing[value] }))],
    country: [none, ...countryList(language)],
    language: languages.map((value) => ({ value, name: copies[value].languageName })),
    follow_up: [
      { value: '', name: copy.followUp.none },
      ...FOLLOW_UPS.map((value) => ({ value, name: copy.followUp[value] })),
    ],
  }
}
