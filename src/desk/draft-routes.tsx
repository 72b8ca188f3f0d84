import { newRoom } from '../room.ts'

export const draftRoutes = newRoom()
