/** Why YAML cannot be read, as far as a columnist could do something about it. */
export type Why =
  | 'colon in plain text'
  | 'tab as indentation'
  | 'open quotation'
  | 'open bracket'
  | 'other'

/** What a reader throws where it cannot go on; `readYamlEntry` catches it. */
export class UnreadableYaml extends Error {
  readonly why: Why
  readonly line: number

  constructor(why: Why, line: number) {
    super(why)
    this.why = why
    this.line = line
  }
}

const GAP = /(?:[ \t\n]|(?<![^ \t\n])#[^\n]*)*/y

/** A place in a text that is being read. Every pattern is sticky: it matches at that place or not at all. */
export class Cursor {
  readonly source: string
  at = 0

  constructor(source: string) {
    this.source = source
  }

  /** Says whether nothing is left to read. */
  get isAtEnd(): boolean {
    return this.at === this.source.length
  }

  /** Says whether the character before this place is a tab. */
  get isBehindTab(): boolean {
    return this.source[this.at - 1] === '\t'
  }

  /** The line of this place, from 0. */
  get line(): number {
    return this.source.slice(0, this.at).split('\n').length - 1
  }

  /** Says whether a pattern matches here. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    return pattern.test(this.source)
  }

  /** Gives what a pattern matches here, and goes behind it; null when it does not. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const [taken] = pattern.exec(this.source) ?? []
    if (taken === undefined) return null
    this.at += taken.length
    return taken
  }

  /** Goes over spaces, line breaks and comments; says whether it is on another line then. */
  skip(): boolean {
    return this.take(GAP)?.includes('\n') ?? false
  }

  /** Gives how many spaces this place's line begins with; refuses a tab before they are more than `least`. */
  indentation(least: number): number {
    const start = this.source.lastIndexOf('\n', this.at - 1) + 1
    return (
      indentationOf(this.source.slice(start, this.at), least) ?? this.refuse('tab as indentation')
    )
  }

  refuse(why: Why): never {
    throw new UnreadableYaml(why, this.line)
  }
}

/** Gives how many spaces a line begins with; null when a tab follows before they are more than `least`. */
export function indentationOf(line: string, least: number): number | null {
  const spaces = /^ */.exec(line)?.[0].length ?? 0
  return line[spaces] === '\t' && spaces <= least ? null : spaces
}
