import { keepInStep } from './draft/in-step.ts'
import { leadToLines } from './draft/lines.ts'
import { previewLive } from './draft/preview.ts'
import { keepSaved } from './draft/saving.ts'
import { nameTheEffect } from './schedule.ts'

const form = document.querySelector<HTMLFormElement>('form[data-editor]')
if (form) {
  keepInStep(form)
  keepSaved(form)
  previewLive(form)
  leadToLines(form)
}
nameTheEffect()
