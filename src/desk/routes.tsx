import { newRoom } from '../room.ts'
import { editorsOnly, onDeskHost, turnAway } from './access.ts'
import { pressDue } from './after-press.ts'
import { claimRoutes } from './claim-routes.tsx'
import { columnRoutes } from './column-routes.tsx'
import { digestRoutes } from './digest-routes.tsx'
import { draftRoutes } from './draft-routes.tsx'
import { figuresRoutes } from './figures-routes.tsx'
import { deskFrame } from './frame.tsx'
import { gatherRoutes } from './gather-routes.tsx'
import { insertRoutes } from './insert-routes.tsx'
import { leakRoutes } from './leak-routes.tsx'
import { isByWhoLeft } from './left.ts'
import { letterRoutes } from './letter-routes.tsx'
import { logRoutes } from './log-routes.tsx'
import { noteRoutes } from './note-routes.tsx'
import { previewLinkRoutes } from './preview-link-routes.tsx'
import { previewRoutes } from './preview-routes.tsx'
import { publishingRoutes } from './publishing-routes.tsx'
import { queueRoutes } from './queue-routes.tsx'
import { reviewRoutes } from './review-routes.tsx'
import { sealActs } from './sealing.ts'
import { settingsRoutes } from './settings-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { teamRoutes } from './team-routes.tsx'
import { trayRoutes } from './tray-routes.tsx'
import { versionRoutes } from './version-routes.tsx'
import { wordsRoutes } from './words-routes.tsx'
import { zoneRoutes } from './zone-routes.tsx'

/** The editors' room. All that is registered below `editorsOnly` refuses strangers. */
export const deskRoom = newRoom()

deskRoom.onError((error, c) => {
  if (isByWhoLeft(error)) return turnAway(c)
  throw error
})
deskRoom.use(onDeskHost, deskFrame, sealActs)
deskRoom.route('/', signInRoutes)
deskRoom.use(editorsOnly, pressDue)
deskRoom.route('/', trayRoutes)
deskRoom.route('/', letterRoutes)
deskRoom.route('/', wordsRoutes)
deskRoom.route('/', claimRoutes)
deskRoom.route('/', gatherRoutes)
deskRoom.route('/', noteRoutes)
deskRoom.route('/', draftRoutes)
deskRoom.route('/', digestRoutes)
deskRoom.route('/', insertRoutes)
deskRoom.route('/', leakRoutes)
deskRoom.route('/', publishingRoutes)
deskRoom.route('/', queueRoutes)
deskRoom.route('/', reviewRoutes)
deskRoom.route('/', versionRoutes)
deskRoom.route('/', previewRoutes)
deskRoom.route('/', previewLinkRoutes)
deskRoom.route('/', columnRoutes)
deskRoom.route('/', logRoutes)
deskRoom.route('/', teamRoutes)
deskRoom.route('/', figuresRoutes)
deskRoom.route('/', settingsRoutes)
deskRoom.route('/', zoneRoutes)
