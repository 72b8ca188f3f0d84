import { parseArgs } from 'node:util'
import { evaluateOtherHands, UNSEEN } from './another-hand.ts'
import { evaluate, type Figures } from './evaluation.ts'
import { HALVES } from './known.ts'

const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    posts: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20261128' },
    verbose: { type: 'boolean', default: false },
  },
})

const seed = Number(values.seed)
console.log(`Seed ${seed}`)
const isWanted = (half: string) => !values.part || half.startsWith(values.part)
if (HALVES.some(isWanted)) {
  for (const [half, figures] of await evaluate({ seed, posts: Number(values.posts), oneIn: 1 })) {
    if (isWanted(half)) print(half, figures)
  }
}
for (const [half, figures] of await evaluateOtherHands()) if (isWanted(half)) print(half, figures)

function print(
  half: string,
  { parts, junk, texts, lost, untold, unplaced, columns, misses }: Figures,
): void {
  console.log(`\n| ${half} | known | right | share |\n|---|--:|--:|--:|`)
  for (const [name, { known, right }] of [...parts, ...columns]) {
    console.log(`| ${name} | ${known} | ${right} | ${((100 * right) / known).toFixed(1)} % |`)
  }
  console.log(
    `| junk lines left out | ${junk.known} | ${junk.right} | ${((100 * junk.right) / junk.known).toFixed(1)} % |`,
  )
  console.log(
    `| dirty texts without junk | ${texts.known} | ${texts.right} | ${((100 * texts.right) / texts.known).toFixed(1)} % |`,
  )
  console.log(`| sentences that are not in their column | | ${lost.length} | |`)
  console.log(`| … of them lost: told nowhere | | ${untold.length} | |`)
  console.log(`| blocks without a place, so told | | ${unplaced.length} | |`)
  // It stays a share that nobody has seen for as long as its misses are not read.
  if (values.verbose && half !== UNSEEN)
    console.log([...misses, ...lost.map((one) => `lost: ${one}`)].slice(0, 4000).join('\n'))
}
