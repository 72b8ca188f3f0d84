/** What a form held when it was sent: a field may stand in it several times. */
export type Sent = [name: string, value: string][]

/** Carries what was sent on in another form, so that nothing is lost. */
export function SentFields({ sent }: { sent: Sent }) {
  return (
    <>
      {sent.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
