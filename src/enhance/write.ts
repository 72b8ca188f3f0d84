import { exitThisPage } from './exit.ts'
import { showSimilar } from './similar.ts'

exitThisPage()
showSimilar()
