import type { DraftView } from './draft-view.tsx'
import { DroppingPanel } from './dropping-panel.tsx'
import { GatesPanel } from './gates-panel.tsx'
import { LeakPanel } from './leak-panel.tsx'
import { OriginalLetter } from './original-letter.tsx'
import { PublishingPanel } from './publishing-panel.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { ShowFirst } from './show-first.tsx'
import { SourcePart } from './source-part.tsx'

/** All that stands beside a draft's document, in this order; each panel takes the whole view. */
export function DraftPanels(view: DraftView) {
  return (
    <div class="beside">
      <GatesPanel {...view} />
      <LeakPanel {...view} />
      {view.originals.map((original) => (
        <ShowFirst {...view} original={original} />
      ))}
      <ReviewPanel {...view} />
      <PublishingPanel {...view} />
      <DroppingPanel {...view} />
      {view.source && <SourcePart {...view.source} />}
      {view.originals.map((original) => (
        <OriginalLetter {...original} />
      ))}
    </div>
  )
}
