import type { DraftRow } from '../../schema.ts'
import { writtenMoment } from '../../zone.ts'
import { RetractedPart } from '../column/retracted-part.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { ArrivalPart } from './arrival-part.tsx'
import { CompareLetters } from './compare-part.tsx'
import { DraftDocument } from './draft-document.tsx'
import { DraftPanels } from './draft-panels.tsx'
import type { DraftView } from './draft-view.tsx'

/** A draft: the document, and beside it what stands in its way, what to do, and its letters. */
export function DraftPage(view: DraftView) {
  const { draft, errors, timeZone } = view
  return (
    <>
      <ErrorSummary errors={errors} />
      <header class="heading" data-fresh="heading">
        <p class="kicker">{standing(draft, timeZone)}</p>
        <h1>{draft.headline}</h1>
      </header>
      {draft.withdrawnOn && (
        <p class="failure" role="alert">
          A writer has withdrawn the letter of this draft. It cannot be published.
        </p>
      )}
      {draft.failure && (
        <p class="failure" role="alert">
          It was due and did not run: {draft.failure} Put it right and schedule it again.
        </p>
      )}
      {view.arrival && <ArrivalPart arrival={view.arrival} />}
      <div class="workbench">
        {draft.status === 'retracted' ? (
          <RetractedPart draft={draft} />
        ) : (
          <DraftDocument {...view} />
        )}
        <DraftPanels {...view} />
      </div>
      <CompareLetters {...view} />
    </>
  )
}

function standing(draft: DraftRow, timeZone: string): string {
  const version = `version ${draft.version}`
  if (draft.status === 'scheduled' && draft.scheduledFor) {
    return `Scheduled for ${writtenMoment(draft.scheduledFor, timeZone)}, ${version}`
  }
  if (draft.status === 'live') {
    return draft.version > (draft.pinnedVersion ?? 0)
      ? `Being revised, ${version}: readers see version ${draft.pinnedVersion} until it is published`
      : `Live, ${version}`
  }
  return `${STANDING[draft.status]}, ${version}`
}

const STANDING = {
  draft: 'Draft',
  review: 'In review',
  scheduled: 'Scheduled',
  retracted: 'Retracted',
}
