/** One bar: how high it is, and how much of it is filled in. */
export type Bar = { value: number; part?: number }

type Props = {
  /** Unique on the page. */
  id: string
  title: string
  /** What the chart shows in a sentence; the numbers stand in the table below it. */
  text: string
  bars: Bar[]
  /** What stands below the first and the last bar. */
  from: string
  to: string
}

const STEP = 10
const GAP = 2
const HEIGHT = 100

/** A small bar chart. It scales to the width of its place; its labels are text, and do not. */
export function Chart({ id, title, text, bars, from, to }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const height = (value: number) => Math.round((1000 * HEIGHT * value) / most) / 1000
  return (
    <figure class="chart">
      <p class="most" aria-hidden="true">
        {most}
      </p>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{text}</desc>
        {bars.map(({ value, part }, index) => (
          <>
            <Column kind="whole" index={index} height={height(value)} />
            {part !== undefined && <Column kind="part" index={index} height={height(part)} />}
          </>
        ))}
      </svg>
      <p class="ends" aria-hidden="true">
        <span>{from}</span> <span>{to}</span>
      </p>
    </figure>
  )
}

function Column(props: { kind: 'whole' | 'part'; index: number; height: number }) {
  const { kind, index, height } = props
  if (height <= 0) return null
  return (
    <rect
      class={kind}
      x={String(index * STEP + GAP / 2)}
      y={String(HEIGHT - height)}
      width={String(STEP - GAP)}
      height={String(height)}
    />
  )
}
