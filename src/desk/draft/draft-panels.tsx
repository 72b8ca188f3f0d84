import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { GatesPanel } from '../gates/gates-panel.tsx'
import { LeakPanel } from '../leaks/leak-panel.tsx'
import { PublishingPanel } from '../publishing/publishing-panel.tsx'
import { LettersPanel } from './digest-part.tsx'
import type { DraftView } from './draft-view.tsx'
import { DroppingPanel } from './dropping-panel.tsx'
import { PreviewLinksPanel } from './preview-links-panel.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { ShowFirst } from './show-first.tsx'
import { SourcePart } from './source-part.tsx'

/** All that stands beside a draft's document, in this order; each panel takes the whole view. */
export function DraftPanels(view: DraftView) {
  return (
    <div class="beside">
      <LivePreview {...view} />
      <Panel name="gates">
        <GatesPanel {...view} />
      </Panel>
      <Panel name="leaks">
        <LeakPanel {...view} />
      </Panel>
      <Panel name="show-first">
        {view.originals.map((original) => (
          <ShowFirst {...view} original={original} />
        ))}
      </Panel>
      <Panel name="review">
        <ReviewPanel {...view} />
      </Panel>
      <Panel name="publishing">
        <PublishingPanel {...view} />
      </Panel>
      <Panel name="links">
        <PreviewLinksPanel {...view} />
      </Panel>
      <Panel name="dropping">
        <DroppingPanel {...view} />
      </Panel>
      {view.source && (
        <Panel name="source">
          <SourcePart {...view.source} />
        </Panel>
      )}
      <Panel name="originals">
        <LettersPanel {...view} />
      </Panel>
    </div>
  )
}

/**
 * A part of the page that tells how the draft stands: when the page's script has saved, it takes it
 * anew from the server's answer, unless somebody is typing there.
 */
function Panel({ name, children }: { name: string; children?: Child }) {
  return (
    <div class="panel" data-fresh={name}>
      {children}
    </div>
  )
}

/** The page's script fills it, and shows it; without one, the button opens the preview in a tab. */
function LivePreview({ draft }: DraftView) {
  if (draft.status === 'retracted') return null
  return (
    <details class="live-preview" data-preview={paths.desk.preview(draft.id)} hidden>
      <summary>Preview</summary>
      <div data-problems-here="" role="status" />
    </details>
  )
}
