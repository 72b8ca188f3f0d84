import { listDetails } from './details.ts'
import { exitThisPage } from './exit.ts'
import { showSimilar } from './similar.ts'

exitThisPage()
showSimilar()
listDetails()
