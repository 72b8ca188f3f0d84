import type { DraftView } from './draft-view.tsx'

/** What stands in the way of publishing a draft, as far as it was saved. */
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
                  <li>{problem}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
