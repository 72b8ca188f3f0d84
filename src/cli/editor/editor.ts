import { INVITATION_DAYS, invite, LINK_HOURS, makeLink } from '../../desk/team/invitation.ts'
import { OPERATOR } from '../../desk/team/owner.ts'
import { editorNamed, listEditors, removeEditor } from '../../desk/team/team.ts'
import { paths } from '../../paths.ts'
import type { Db, EditorRow } from '../../schema.ts'
import { Mistake, readArguments } from '../command-line.ts'
import { openDatabase, readSiteFile } from '../database.ts'
import type { Shell } from '../shell.ts'

const HELP = `Who may enter the desk.

  npm run editor -- invite [--owner]   a one-time link by which somebody new joins
  npm run editor -- link NAME          a one-time link by which an editor comes back
  npm run editor -- list               everybody who may enter
  npm run editor -- remove NAME        ends an editor's sessions, passkeys and links

  --remote       the site at Cloudflare, not the one on this computer
  --url ADDRESS  where the links lead, like https://example.com
  --help         this text
`

type Options = { owner?: boolean; remote?: boolean; url?: string; help?: boolean }

/** Lets somebody into the desk, or out of it: `npm run editor`. */
export async function editor(words: string[], { dataDir, print }: Shell): Promise<void> {
  const flag = { type: 'boolean' } as const
  const flags = { owner: flag, remote: flag, url: { type: 'string' }, help: flag } as const
  const { positionals, values } = readArguments(HELP, flags, words)
  const [verb, ...rest] = positionals
  if (values.help || !verb) return print(HELP)
  const command = COMMANDS[verb]
  if (!command) throw new Mistake(`There is no “${verb}”.\n\n${HELP}`)
  const { db, close } = await openDatabase({ remote: values.remote, dataDir })
  try {
    print(await command(db, rest.join(' '), values))
  } finally {
    await close()
  }
}

const COMMANDS: Record<string, (db: Db, name: string, options: Options) => Promise<string>> = {
  invite: async (db, _name, options) => {
    const desk = await deskUrl(options)
    const code = await invite(db, options.owner ? 'owner' : 'editor', hand())
    if (!code) throw new Mistake('No invitation was made.')
    return `This link works once, within ${INVITATION_DAYS} days:\n${desk}${paths.desk.signIn(code)}`
  },
  link: async (db, name, options) => {
    const desk = await deskUrl(options)
    const editor = await whoIs(db, name)
    const code = await makeLink(db, editor.id, hand())
    if (!code) throw new Mistake(`${editor.name} has just left the desk.`)
    return `This link works once, within ${LINK_HOURS} hours:\n${desk}${paths.desk.signIn(code)}`
  },
  list: async (db) => {
    const editors = await listEditors(db)
    const lines = editors.map(({ name, role, joinedAt }) => `${name}\t${role}\tsince ${joinedAt}`)
    return lines.join('\n') || 'Nobody yet. Invite the first: npm run editor -- invite --owner'
  },
  remove: async (db, name) => {
    const editor = await whoIs(db, name)
    const removed = await removeEditor(db, editor.id, hand())
    if (removed) return `${editor.name} is out, and every unused one-time link has stopped working.`
    throw new Mistake(
      `${editor.name} is the last owner. Invite another first: npm run editor -- invite --owner`,
    )
  },
}

function hand() {
  return { by: OPERATOR, now: new Date() }
}

async function whoIs(db: Db, name: string): Promise<EditorRow> {
  const editor = name ? await editorNamed(db, name) : null
  if (editor) return editor
  const who = name ? `Nobody at the desk is called “${name}”.` : 'Say who: give the name.'
  throw new Mistake(`${who} See who there is: npm run editor -- list`)
}

/** Where links lead: as asked, else SITE_URL; else the local site, or what wrangler.toml says. */
async function deskUrl({ remote, url }: Options): Promise<string> {
  const written = url ?? process.env.SITE_URL ?? (remote ? await remoteUrl() : LOCAL_URL)
  const address = URL.parse(written)
  if (address && /^https?:$/.test(address.protocol)) return address.origin
  throw new Mistake('Say where the links lead: add --url https://example.com')
}

const LOCAL_URL = 'http://localhost:8787'

async function remoteUrl(): Promise<string> {
  const { vars } = await readSiteFile()
  return vars.DESK_HOST ? `https://${vars.DESK_HOST}` : String(vars.SITE_URL ?? '')
}
