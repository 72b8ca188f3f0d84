import fc from 'fast-check'
import { test } from 'vitest'
import { anyWish, perform, type Wish } from './acts.ts'
import { agrees, leavesNoWords } from './checks.ts'
import { tick } from './model.ts'
import { openWorld, type World } from './world.ts'

/**
 * Each run has a database of its own, and looks at every page after every act. The gate takes the same
 * stories every time; `VITE_SEED=7 npx vitest …` tells others.
 */
const RUNS = 5
const WISHES = 50

test('Whatever two editors, writers and the clock do, in any order, the site is as the tables say', async () => {
  const seed = Number(import.meta.env.VITE_SEED ?? 543965828)
  const taken = new Map<string, number>()
  console.info(`Seed ${seed}`)
  const wishes = fc.array(anyWish, { minLength: WISHES, maxLength: WISHES })
  const check = async (wishes: Wish[]) => {
    const world = await openWorld()
    try {
      for (const wish of [LETTER, LETTER, ...wishes]) await happens(world, wish)
      await agrees(world, { isThorough: true })
      await leavesNoWords(world.model)
    } catch (error) {
      console.error(world.story.map(({ how, isTaken }) => `${isTaken} ${how}`).join('\n'))
      throw error
    }
    for (const { does, isTaken } of world.story) {
      if (isTaken) taken.set(does, (taken.get(does) ?? 0) + 1)
    }
  }
  await fc.assert(fc.asyncProperty(wishes, check), { seed, numRuns: RUNS, endOnFailure: true })
  console.info([...taken].map(([does, times]) => `${does} ${times}`).join(', '))
}, 600_000)

async function happens(world: World, wish: Wish): Promise<void> {
  await perform(world, wish)
  await world.ticks()
  tick(world.model, world.now)
  await agrees(world, { isThorough: world.story.length % 10 === 0 })
}

/** A letter comes that may be printed once its writer has seen it, or at once. */
const LETTER: Wish = {
  ...{ wishes: ['write'], who: 0, one: 0, other: 0, looks: true, fits: true },
}
