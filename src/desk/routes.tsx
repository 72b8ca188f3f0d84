import { newRoom } from '../room.ts'
import { editorsOnly, onDeskHost, throughAccess, turnAway } from './access.ts'
import { columnRoutes } from './column/column-routes.tsx'
import { digestRoutes } from './draft/digest-routes.tsx'
import { draftRoutes } from './draft/draft-routes.tsx'
import { insertRoutes } from './draft/insert-routes.tsx'
import { pasteRoutes } from './draft/paste-routes.tsx'
import { previewLinkRoutes } from './draft/preview-link-routes.tsx'
import { previewRoutes } from './draft/preview-routes.tsx'
import { reviewRoutes } from './draft/review-routes.tsx'
import { versionRoutes } from './draft/version-routes.tsx'
import { figuresRoutes } from './figures/figures-routes.tsx'
import { deskFrame } from './frame.tsx'
import { healthRoutes } from './health/health-routes.tsx'
import { leakRoutes } from './leaks/leak-routes.tsx'
import { listsAtHand } from './leaks/lists-at-hand.ts'
import { gatherRoutes } from './letter/gather-routes.tsx'
import { letterRoutes } from './letter/letter-routes.tsx'
import { noteRoutes } from './letter/note-routes.tsx'
import { wordsRoutes } from './letter/words-routes.tsx'
import { logRoutes } from './log/log-routes.tsx'
import { sealActs } from './log/sealing.ts'
import { pressDue } from './publishing/after-press.ts'
import { publishingRoutes } from './publishing/publishing-routes.tsx'
import { queueRoutes } from './publishing/queue-routes.tsx'
import { settingsRoutes } from './settings/settings-routes.tsx'
import { isByWhoLeft } from './team/left.ts'
import { signInRoutes } from './team/sign-in-routes.tsx'
import { teamRoutes } from './team/team-routes.tsx'
import { zoneRoutes } from './team/zone-routes.tsx'
import { claimRoutes } from './tray/claim-routes.tsx'
import { trayRoutes } from './tray/tray-routes.tsx'

/** The editors' room. All that is registered below `editorsOnly` refuses strangers. */
export const deskRoom = newRoom()

deskRoom.onError((error, c) => {
  if (isByWhoLeft(error)) return turnAway(c)
  throw error
})
deskRoom.use(onDeskHost, throughAccess, deskFrame, sealActs)
deskRoom.route('/', signInRoutes)
deskRoom.use(editorsOnly, listsAtHand, pressDue)
deskRoom.route('/', trayRoutes)
deskRoom.route('/', letterRoutes)
deskRoom.route('/', wordsRoutes)
deskRoom.route('/', claimRoutes)
deskRoom.route('/', gatherRoutes)
deskRoom.route('/', noteRoutes)
deskRoom.route('/', pasteRoutes)
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
deskRoom.route('/', healthRoutes)
deskRoom.route('/', settingsRoutes)
deskRoom.route('/', zoneRoutes)
