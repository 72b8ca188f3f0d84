/**
 * Gives a writer's own words as Markdown: a “#” or “>” at the start of a line is no heading or quote
 * of ours, and the backslash keeps it text.
 */
export function printable(text: string): string {
  return text.replace(/^(\s*)([#>])/gm, '$1\\$2')
}
