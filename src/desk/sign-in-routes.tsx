import { newRoom } from '../room.ts'

export const signInRoutes = newRoom()
