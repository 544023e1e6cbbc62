import type { LooseToken } from './tokens'

/** Words that make one value of two. */
const JOINING: ReadonlySet<string> = new Set(['if', 'for'])

/** Walks the tokens of a text. */
export class LooseCursor {
  protected i = 0

  constructor(
    protected readonly text: string,
    protected readonly tokens: readonly LooseToken[],
  ) {}

  protected get token(): LooseToken | undefined {
    return this.tokens[this.i]
  }

  protected isMark(chars: string): boolean {
    const token = this.token
    return token?.kind === 'mark' && chars.includes(token.value)
  }

  protected take(char: string): boolean {
    if (!this.isMark(char)) return false
    this.i += 1
    return true
  }

  protected skipLines(): void {
    while (this.token?.kind === 'line') this.i += 1
  }

  protected get from(): number {
    return this.token?.span[0] ?? this.text.length
  }

  protected get until(): number {
    return this.tokens[Math.min(this.i, this.tokens.length) - 1]?.span[1] ?? 0
  }

  /** Does a bare word stand here, below an empty line? */
  protected isWordAfterGap(): boolean {
    const token = this.token
    if (token?.kind !== 'word') return false
    let at = this.i - 1
    while (this.tokens[at]?.kind === 'line') at -= 1
    return /\n[ \t\r]*\n/.test(this.text.slice(this.tokens[at]?.span[1] ?? 0, token.span[0]))
  }

  /** How many tokens a key and its colon, equals sign or arrow take here; 0 where none stand. */
  protected keyLength(): number {
    const token = this.token
    if (token?.kind !== 'text' && token?.kind !== 'word') return 0
    let at = this.i + 1
    if (this.tokens[at]?.kind === 'line' && token.kind === 'text') at += 1
    const mark = this.tokens[at]
    if (mark?.kind !== 'mark' || (mark.value !== ':' && mark.value !== '=')) return 0
    const next = this.tokens[at + 1]
    const follows = next?.kind === 'mark' && next.span[0] === mark.span[1] ? next.value : ''
    if (mark.value === '=' && follows === '=') return 0
    if (mark.value === ':' && follows === ':') return 0
    return at + (mark.value === '=' && follows === '>' ? 2 : 1) - this.i
  }

  /** How many tokens the type and labels of a block take before its brace; 0 where no block opens. */
  protected blockLength(): number {
    if (this.token?.kind !== 'word') return 0
    let at = this.i + 1
    while (this.tokens[at]?.kind === 'text' && at - this.i < 4) at += 1
    const brace = this.tokens[at]
    const opens = brace?.kind === 'mark' && brace.value === '{'
    return opens || (brace?.kind === 'json' && this.text[brace.span[0]] === '{') ? at - this.i : 0
  }

  protected isCall(): boolean {
    const at = this.token?.value === 'new' ? this.i + 1 : this.i
    const [name, paren] = [this.tokens[at], this.tokens[at + 1]]
    return name?.kind === 'word' && paren?.kind === 'mark' && paren.value === '(' && paren.span[0] === name.span[1]
  }

  /** Does a value end here? A line's end ends it, but where the next line goes on with it. */
  protected atEnd(): boolean {
    const token = this.token
    if (token === undefined || this.isMark(',}]);')) return true
    if (token.kind !== 'line') return false
    const next = this.tokens[this.i + 1]
    return !(next?.kind === 'mark' && '.?+'.includes(next.value))
  }

  /** Does something follow a value that makes another one of it? */
  protected goesOn(): boolean {
    const token = this.token
    return token?.kind === 'word'
      ? JOINING.has(token.value)
      : token?.kind === 'mark' && '.?%[(-|&=!'.includes(token.value)
  }

  protected passExpression(): void {
    while (!this.atEnd()) {
      if (this.isMark('{[(')) this.passBrackets()
      else this.i += 1
      const before = this.i
      this.skipLines()
      if (!this.isMark('.?+')) this.i = before
    }
  }

  protected passBrackets(): void {
    const open: string[] = []
    for (; this.token !== undefined; this.i += 1) {
      if (this.isMark('{[(')) open.push(this.token.value)
      else if (this.isMark('}])')) open.pop()
      if (open.length === 0) break
    }
    this.i += 1
  }
}
