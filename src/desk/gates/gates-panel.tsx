import type { DraftView } from '../draft/draft-view.tsx'
import type { GateProblem } from './gate.ts'

/** What stands in the way of publishing a draft, as far as it was saved; each leads to what is wrong. */
export function GatesPanel({ checked: { gates } }: DraftView) {
  return (
    <section aria-labelledby="gates">
      <h2 id="gates">Before it can be published</h2>
      <ul class="gates">
        {gates.map(({ name, problems }) => (
          <li class={problems.length > 0 ? 'shut' : 'passed'}>
            <strong>{problems.length > 0 ? 'Not yet' : 'Yes'}:</strong> {name}
            {problems.length > 0 && (
              <ul>
                {problems.map((problem) => (
                  <li>
                    <Where {...problem} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** With JavaScript, a line is selected in the document; without, the link leads to the field. */
function Where({ text, href, line }: GateProblem) {
  if (!href) return <>{text}</>
  return (
    <a href={href} data-line={line}>
      {text}
    </a>
  )
}
