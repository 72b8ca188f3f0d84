import type { Context } from 'hono'
import type { AppEnv } from '../../room.ts'
import { characters, clean } from '../../text.ts'
import type { Field } from '../form.ts'
import { afterPress } from '../publishing/after-press.ts'
import { overtaken, type Refused } from './settings-section.tsx'
import { changeTopic, listTopics, mergeTopic, type Topic } from './topics.ts'

/** A name stands in lists and links; a description is a sentence or two. */
const NAME_MOST = 60
const DESCRIPTION_MOST = 300

/** Changes a topic, or merges it into another. */
export async function saveTopic(c: Context<AppEnv>, field: Field): Promise<Refused | null> {
  const { db } = c.var
  const slug = field('topic')
  const topics = await listTopics(db)
  const topic = topics.find((each) => each.slug === slug)
  if (!topic) return refuse([{ href: '#topics', text: 'This topic is not there any more' }], {})
  const refused = await (field('act') === 'merge' ? merge : change)(c, field, { topic, topics })
  if (!refused) await afterPress(c)
  return refused
}

type Found = { topic: Topic; topics: Topic[] }

async function merge(
  c: Context<AppEnv>,
  field: Field,
  { topic: { slug }, topics }: Found,
): Promise<Refused | null> {
  const into = field(`into-${slug}`)
  const typed = { topic: slug, [`into-${slug}`]: into }
  if (into === slug || !topics.some((other) => other.slug === into)) {
    return refuse([{ href: `#into-${slug}`, text: 'Choose the topic to merge it into' }], typed)
  }
  const version = Number(field('version'))
  const isMerged = await mergeTopic(c.var.db, { slug, version, into }, c.var.hand)
  return isMerged ? null : overtaken(`#into-${slug}`, typed)
}

async function change(
  c: Context<AppEnv>,
  field: Field,
  { topic: { slug, texts: known }, topics }: Found,
): Promise<Refused | null> {
  const texts = c.var.config.languages.map((language) => ({
    language,
    name: clean(field(`name-${language}-${slug}`)).replace(/\s+/g, ' '),
    description: clean(field(`description-${language}-${slug}`)).replace(/\s+/g, ' '),
  }))
  const place = Number(field(`place-${slug}`))
  const typed: Record<string, string> = { topic: slug, [`place-${slug}`]: field(`place-${slug}`) }
  const errors: Refused['errors'] = []
  for (const { language, name, description } of texts) {
    typed[`name-${language}-${slug}`] = name
    typed[`description-${language}-${slug}`] = description
    const isNeeded = !!known[language] || description !== ''
    const wrongName = tooLong(name, NAME_MOST) ?? (isNeeded && name === '' && 'Give it a name')
    const wrongText = tooLong(description, DESCRIPTION_MOST)
    if (wrongName) errors.push({ href: `#name-${language}-${slug}`, text: wrongName })
    if (wrongText) errors.push({ href: `#description-${language}-${slug}`, text: wrongText })
  }
  if (!Number.isInteger(place) || place < 1 || place > topics.length) {
    errors.push({ href: `#place-${slug}`, text: `Write a place from 1 to ${topics.length}` })
  }
  if (errors.length > 0) return refuse(errors, typed)
  const naming = {
    ...{ slug, place, version: Number(field('version')) },
    texts: texts.filter(({ name }) => name !== ''),
  }
  const isChanged = await changeTopic(c.var.db, naming, c.var.hand)
  return isChanged ? null : overtaken(`#name-en-${slug}`, typed)
}

function tooLong(text: string, most: number): string | null {
  const count = characters(text)
  return count > most ? `Shorten it to ${most} characters: it has ${count}` : null
}

function refuse(errors: Refused['errors'], typed: Record<string, string>): Refused {
  return { status: 422, errors, typed }
}
