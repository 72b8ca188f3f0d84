import { newRoom } from '../room.ts'

export const feedsRoom = newRoom()
