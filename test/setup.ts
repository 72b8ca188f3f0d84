import { beforeEach } from 'vitest'
import { emptyDatabase } from './empty-database.ts'

beforeEach(emptyDatabase)
