import { ErrorSummary as Summary } from '../ui/error-summary.tsx'

/** What stands in the way, on top of a page of the desk; each line leads to what it is about. */
export function ErrorSummary({ errors }: { errors: { href: string; text: string }[] }) {
  const problems = errors.map(({ href, text }) => ({ text, field: href.slice(1) }))
  return <Summary title="There is a problem" problems={problems} />
}
