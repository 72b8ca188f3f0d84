import { newRoom } from '../room.ts'

export const lettersRoom = newRoom()
