import type { Intake } from '../../letters/intake.ts'
import type { Role } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { ErrorSummary } from '../error-summary.tsx'
import type { ReadyText } from '../letter/reasons.ts'
import { IntakeSection } from './intake-section.tsx'
import type { Sent } from './settings-section.tsx'
import type { ShowFirstHours } from './show-first-hours.ts'
import { ShowFirstSection } from './show-first-section.tsx'
import { TextsSection } from './texts-section.tsx'
import type { Topic } from './topics.ts'
import { TopicsSection } from './topics-section.tsx'

type Props = {
  /** The section whose form was just sent, if any, and what became of it. */
  section: string
  sent: Sent
  role: Role
  languages: Language[]
  intake: Intake
  texts: ReadyText[]
  today: string
  showFirst: ShowFirstHours
  topics: Topic[]
}

export function SettingsPage({ section, sent, ...props }: Props) {
  const sentTo = (name: string): Sent => (name === section ? sent : {})
  return (
    <article class="settings">
      <ErrorSummary errors={sent.refused?.errors ?? []} />
      <h1>Settings</h1>
      <IntakeSection {...props} sent={sentTo('intake')} />
      <TextsSection {...props} sent={sentTo('texts')} />
      <ShowFirstSection {...props} sent={sentTo('show-first')} />
      <TopicsSection {...props} sent={sentTo('topics')} />
    </article>
  )
}
