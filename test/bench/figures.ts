export type Range = [number, number]

/** The value below which that share of the values lies; 0 of none. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0
}

/** The middle value: of an even number of values, the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return (low + high) / 2
}

/** The least and the greatest of the values. */
export function rangeOf(values: number[]): Range {
  return [Math.min(...values), Math.max(...values)]
}

/** Sets rows in columns of even width, the first aligned left and all others right. */
export function table(heads: string[], rows: (string | number)[][]): string {
  const lines = [heads, ...rows.map((row) => row.map(String))]
  const widths = heads.map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, place) => {
          const width = widths[place] ?? 0
          return place === 0 ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  '),
    )
    .join('\n')
}
