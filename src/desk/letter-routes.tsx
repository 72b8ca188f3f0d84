import { newRoom } from '../room.ts'

export const letterRoutes = newRoom()
