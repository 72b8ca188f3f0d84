import { newRoom } from '../room.ts'

export const logRoutes = newRoom()
