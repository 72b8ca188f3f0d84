/** How something is: as it should be, in want of somebody's eye, or broken. The worst is last. */
export const LEVELS = ['well', 'eye', 'broken'] as const
export type Level = (typeof LEVELS)[number]

/** What was found of one thing, and what to do about it; nothing of a letter or of a person stands in it. */
export type Finding = { about: string; level: Level; says: string; todo?: string }

/** Gives how bad the worst of some findings is: 0 all is well, 1 something needs an eye, 2 is broken. */
export function worstOf(findings: Pick<Finding, 'level'>[]): number {
  return Math.max(0, ...findings.map(({ level }) => LEVELS.indexOf(level)))
}

export const well = (about: string, says: string): Finding => ({ about, level: 'well', says })
export const eye = (about: string, says: string, todo: string): Finding => ({
  ...{ about, level: 'eye', says, todo },
})
export const broken = (about: string, says: string, todo: string): Finding => ({
  ...{ about, level: 'broken', says, todo },
})

/** Writes a number with its noun: “1 draft”, “1,200 drafts”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
