import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { withTopics } from '../../src/cli/topics-file.ts'

const FILE = `# The order in which readers see them
pay:
  en: { name: Pay, description: "What is owed." }
managers: # whom you report to
  en: { name: Managers, description: "Above you." }
`
const topic = (slug: string, name: string, isAhead = false) => ({
  ...{ slug, version: 1, columns: 1, isAhead },
  texts: { en: { name, description: `${name}, in a sentence.` } },
})

test('A topics’ file that the desk did not change stays as it is, byte by byte', () => {
  const known = [topic('managers', 'Managers'), topic('pay', 'Pay')]
  expect(withTopics(FILE, known, new Map())).toBe(FILE)
})

test('What the desk changed is written, in the desk’s order, and comments stay', () => {
  const text = withTopics(FILE, [topic('managers', 'Bosses', true), topic('pay', 'Pay')], new Map())
  expect(Object.keys(parse(text))).toEqual(['managers', 'pay'])
  expect(parse(text).managers.en.name).toBe('Bosses')
  expect(parse(text).pay.en.description).toBe('What is owed.')
  expect(text).toContain('# whom you report to')
})

test('A merged topic is taken out, and a new one put in', () => {
  const known = [topic('managers', 'Managers'), topic('money', 'Money')]
  const text = withTopics(FILE, known, new Map([['pay', 'money']]))
  expect(Object.keys(parse(text))).toEqual(['managers', 'money'])
  expect(withTopics('', known, new Map())).toContain('money')
})
