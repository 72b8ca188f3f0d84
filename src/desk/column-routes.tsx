import { newRoom } from '../room.ts'

export const columnRoutes = newRoom()
