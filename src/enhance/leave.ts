import { exitThisPage } from './exit.ts'

exitThisPage()
