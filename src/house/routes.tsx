import { newRoom } from '../room.ts'

export const houseRoom = newRoom()
