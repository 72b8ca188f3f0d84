import { newRoom } from '../room.ts'

export const teamRoutes = newRoom()
