/** What stands in the way, on top of the page: each line leads to the field or part it is about. */
export function ErrorSummary({ errors }: { errors: { href: string; text: string }[] }) {
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert">
      <h2>There is a problem</h2>
      <ul>
        {errors.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
