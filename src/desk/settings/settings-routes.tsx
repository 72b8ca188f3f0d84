import type { Context } from 'hono'
import { day } from '../../dates.ts'
import { intake, readIntake } from '../../letters/intake.ts'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { refuseEditor } from '../access.ts'
import { type Field, readForm } from '../form.ts'
import { changedTexts } from '../letter/decline-texts.ts'
import { saveIntake } from './save-intake.ts'
import { saveText } from './save-texts.ts'
import { saveTopic } from './save-topic.ts'
import { SettingsPage } from './settings-page.tsx'
import type { Refused, Sent } from './settings-section.tsx'
import { readShowFirstHours, saveShowFirst, showFirstHours } from './show-first-hours.ts'
import { listTopics } from './topics.ts'

/** What is set for the whole site: a page of sections, each with a form that names its section. */
export const settingsRoutes = newRoom()

/** Takes a section's form. Null: it is saved. */
type Save = (c: Context<AppEnv>, field: Field) => Promise<Refused | null>

/** Every editor may change what writers are told; what binds the whole desk, an owner. */
const SECTIONS: Record<string, { save: Save; isOwners?: true }> = {
  intake: { save: saveIntake },
  texts: { save: saveText },
  'show-first': { save: saveShowFirst, isOwners: true },
  topics: { save: saveTopic, isOwners: true },
}

settingsRoutes.get('/settings', (c) => {
  const section = c.req.query('saved') ?? ''
  return showSettings(c, section, { isSaved: true })
})

async function showSettings(c: Context<AppEnv>, section: string, sent: Sent) {
  const { config, db, editor, now } = c.var
  const [foundIntake, foundHours, texts] = await db.batch([
    intake(db),
    showFirstHours(db),
    changedTexts(db),
  ])
  const page = {
    section,
    sent,
    role: editor.role,
    languages: config.languages,
    intake: readIntake(foundIntake),
    texts,
    today: day(now),
    showFirst: readShowFirstHours(foundHours, config),
    topics: await listTopics(db),
  }
  if (sent.refused) c.status(sent.refused.status)
  return c.render(<SettingsPage {...page} />, {
    title: sent.refused ? 'Error: Settings' : 'Settings',
  })
}

settingsRoutes.post('/settings', async (c) => {
  const field = await readForm(c)
  const name = field('section')
  const section = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined
  if (!section) return showSettings(c, '', { refused: UNKNOWN })
  if (section.isOwners && c.var.editor.role !== 'owner') return refuseEditor(c)
  const refused = await section.save(c, field)
  if (refused) return showSettings(c, name, { refused })
  return c.redirect(`${paths.desk.settings()}?saved=${name}#${name}`, 303)
})

const UNKNOWN: Refused = {
  status: 422,
  errors: [{ href: '#text', text: 'Nothing was saved: the form did not say what it changes' }],
  typed: {},
}
