import { newRoom } from '../room.ts'

export const searchRoom = newRoom()
