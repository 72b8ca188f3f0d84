/** What is wrong with a form, before its heading: each problem leads to its field, if it has one. */
export function ErrorSummary(props: {
  title: string
  problems: { text: string; field?: string }[]
  after?: string
}) {
  if (props.problems.length === 0) return null
  return (
    <div class="problems" role="alert" aria-labelledby="problems">
      <h2 id="problems">{props.title}</h2>
      <ul>
        {props.problems.map(({ text, field }) => (
          <li>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
      {props.after && <p>{props.after}</p>}
    </div>
  )
}
