import { expect, test } from 'vitest'
import { site } from './newsroom.ts'

test('An unknown address answers 404 with a page that helps', async () => {
  const response = await site().get('/nowhere')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('There is no page here')
})
