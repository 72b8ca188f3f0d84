import { newRoom } from '../room.ts'

export const columnsRoom = newRoom()
