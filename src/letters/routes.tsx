import { newRoom } from '../room.ts'
import { ticketRoutes } from './ticket-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** Readers write: the letter form, and the ticket by which they come back. */
export const lettersRoom = newRoom()

lettersRoom.route('/', writeRoutes)
lettersRoom.route('/', ticketRoutes)
