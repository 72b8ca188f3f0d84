import type { Child } from 'hono/jsx'

/** A control with its label, hint and error, which are read out together; `name` is also its id. */
export type FieldProps = {
  name: string
  label: string
  hint?: string
  error?: string
  value?: string
  isRequired?: boolean
}

/** One of a list; `text` says more about it. */
export type Option = { value: string; name: string; text?: string }

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'date'
  autocomplete?: string
  class?: string
}

/** A line of text, an e-mail address or a day. */
export function TextField({ type = 'text', autocomplete, ...props }: TextFieldProps) {
  return (
    <Labelled {...props}>
      <input {...control(props)} type={type} value={props.value} autocomplete={autocomplete} />
    </Labelled>
  )
}

/** A longer text, which grows with what is written where the browser can. */
export function TextArea({ rows, ...props }: FieldProps & { rows: number; class?: string }) {
  return (
    <Labelled {...props}>
      <textarea {...control(props)} rows={rows}>
        {props.value}
      </textarea>
    </Labelled>
  )
}

/** One of a list that is too long to lie open. */
export function SelectField({ options, ...props }: FieldProps & { options: Option[] }) {
  return (
    <Labelled {...props}>
      <select {...control(props)}>
        {options.map(({ value, name }) => (
          <option value={value} selected={value === props.value}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** One of a few, all in sight. The first choice has the field's own id, so that the error summary leads to it. */
export function RadioField({ options, ...props }: FieldProps & { options: Option[] }) {
  const { name, label } = props
  return (
    <fieldset class={fieldClass(props)} aria-describedby={describedBy(props)}>
      <legend>{label}</legend>
      <HintAndError {...props} />
      {options.map((option, index) => {
        const id = index === 0 ? name : `${name}-${option.value}`
        const textId = option.text && `${name}-${option.value}-text`
        return (
          <div class="choice">
            <input
              type="radio"
              id={id}
              name={name}
              value={option.value}
              checked={option.value === props.value}
              aria-describedby={textId}
            />
            <label for={id}>{option.name}</label>
            {option.text && (
              <p class="hint" id={textId}>
                {option.text}
              </p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** One box: ticked when it has any value. */
export function TickField(props: FieldProps) {
  return (
    <div class={fieldClass(props)}>
      <HintAndError {...props} />
      <div class="choice">
        <input {...control(props)} type="checkbox" value="yes" checked={!!props.value} />
        <label for={props.name}>{props.label}</label>
      </div>
    </div>
  )
}

function Labelled(props: FieldProps & { class?: string; children?: Child }) {
  return (
    <div class={fieldClass(props)}>
      <label for={props.name}>{props.label}</label>
      <HintAndError {...props} />
      {props.children}
    </div>
  )
}

function HintAndError({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

function control(props: FieldProps) {
  return {
    id: props.name,
    name: props.name,
    required: props.isRequired,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
  }
}

function describedBy({ name, hint, error }: FieldProps): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
}

function fieldClass(props: { error?: string; class?: string }): string {
  return ['field', props.error && 'wrong', props.class].filter(Boolean).join(' ')
}
