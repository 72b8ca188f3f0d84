import { pressByKey } from './keys.ts'

pressByKey()
