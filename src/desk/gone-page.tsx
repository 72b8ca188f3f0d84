import { paths } from '../paths.ts'

/** A save that came after the draft was dropped or its column retracted: what was written is kept. */
export function GonePage({ isRetracted, document }: { isRetracted: boolean; document: string }) {
  return (
    <>
      <h1>{isRetracted ? 'The column was retracted' : 'The draft was dropped'}</h1>
      <p>
        Another editor did it while you were writing, so nothing was saved. This is what you wrote:
        copy it before you leave this page.
      </p>
      <label for="yours">Your document</label>
      <textarea id="yours" rows={32} readonly>
        {`\n${document}`}
      </textarea>
      <p>
        {isRetracted ? (
          <a href={paths.desk.columns()}>Make the column a draft again</a>
        ) : (
          <a href={paths.desk.drafts()}>Start another draft</a>
        )}
      </p>
    </>
  )
}
