import type { JsonMember, JsonNode } from '../json-node'
import { object } from './constructions'
import { LooseValues } from './values'
import { append } from '../append'
import type { Span } from '../span'
import { own } from '../own'

const CLOSER: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' }
/** Words that stand before statements of programs. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'const let var return export default await async public private protected static readonly class def import from'.split(
    ' ',
  ),
)

/** Reads objects and lists whose brackets and commas may be missing. */
export class LooseContainers extends LooseValues {
  /** Objects and lists of which a part is left out, cut off, or could not be read. */
  readonly cut = new Set<JsonNode>()
  /** Objects and lists that the text ends in. */
  private readonly unclosed = new Set<JsonNode>()
  private readonly open: string[] = []

  protected tryMember(): JsonMember | null {
    const length = this.keyLength()
    const token = this.token
    if (length > 0 && token) {
      this.i += length
      const value = this.value()
      return { key: token.value, keySpan: token.span, value }
    }
    const block = this.blockLength()
    if (block === 0) return null
    const [type, ...labels] = this.tokens.slice(this.i, this.i + block)
    this.i += block
    const key = [type!, ...labels].map(({ value }) => value).join(' ')
    return { key, keySpan: type!.span, value: this.value() }
  }

  protected object(start: number): JsonNode {
    this.i += 1
    this.open.push('{')
    const members: JsonMember[] = []
    let state: 'open' | 'closed' | 'cut' = 'open'
    let isCut = false
    let isOpen = false
    while (state === 'open') {
      const pending = this.isMark(',')
      while (this.token?.kind === 'line' || this.isMark(',;')) this.i += 1
      const token = this.token
      if (token === undefined || this.isLeft(members[0]?.keySpan)) {
        isCut ||= pending || this.endsInside(members.at(-1)?.value)
        state = 'cut'
        isOpen = true
      } else if (this.take('}')) state = 'closed'
      else if (this.isMark('])')) {
        if (this.open.some((open) => own(CLOSER, open) === token.value)) state = 'cut'
        else this.i += 1
      } else if (token.kind === 'gap') {
        isCut = true
        this.i += 1
        if (this.token?.kind === 'word') this.i += 1
      } else {
        const member = this.tryMember()
        if (member !== null) members.push(member)
        else if (this.isMark('{') || token.kind === 'json') state = 'cut'
        else if (this.isMark('[')) {
          isCut = true
          this.value()
        } else {
          isCut ||= !this.isCall()
          const value = this.isCall() ? this.value() : null
          if (value?.kind === 'object') append(members, value.members)
          else if (KEYWORDS.has(token.value)) this.i += 1
          else if (!this.passJunk()) state = 'cut'
        }
      }
    }
    this.open.pop()
    const node = object(members, [start, Math.max(this.until, start + 1)])
    if (isCut) this.cut.add(node)
    if (isOpen) this.unclosed.add(node)
    return node
  }

  /**
   * Does something else begin here? What was cut off in JSON ends at an empty line with a bare word below it, as of YAML or
   * of prose: JSON has none.
   */
  private isLeft(first: Span | undefined): boolean {
    return first !== undefined && this.isWordAfterGap() && '"{['.includes(this.text[first[0]] ?? ' ')
  }

  /** Did the text end inside of the last value of an object, and not only before its closing brackets? */
  private endsInside(last: JsonNode | undefined): boolean {
    if (last === undefined) return true
    if (last.kind === 'null') return last.span[0] === last.span[1]
    if (last.kind === 'object') return this.unclosed.has(last)
    return this.tokens.at(-1)?.open === true || (this.unclosed.has(last) && this.cut.has(last))
  }

  /** Goes past what cannot be read, to the end of its line; false where the next line cannot be read either. */
  private passJunk(): boolean {
    while (this.token !== undefined && this.token.kind !== 'line' && !this.isMark('}]{')) this.i += 1
    this.skipLines()
    return this.isMark('}]{,') || this.keyLength() > 0 || this.blockLength() > 0
  }

  protected list(start: number, close: string): JsonNode {
    const opening = this.token!.value
    this.i += 1
    this.open.push(opening)
    const items: JsonNode[] = []
    let state: 'open' | 'done' = 'open'
    let isCut = false
    let isOpen = false
    const kwargs: JsonMember[] = []
    while (state === 'open') {
      const pending = this.isMark(',')
      while (this.token?.kind === 'line' || this.isMark(',;')) this.i += 1
      const token = this.token
      if (token === undefined || this.isLeft(items[0]?.span)) {
        isCut ||= pending || items.every(({ kind }) => kind !== 'object')
        isOpen = true
        state = 'done'
      } else if (this.take(close)) state = 'done'
      else if (this.isMark('}])')) {
        if (this.open.some((open) => own(CLOSER, open) === token.value)) state = 'done'
        else this.i += 1
      } else if (this.keyLength() > 0) {
        if (
          close === ']' &&
          items.length > 0 &&
          this.open.at(-2) === '{' &&
          items.every(({ kind }) => kind === 'string')
        )
          state = 'done'
        else if (close === ')') kwargs.push(this.tryMember()!)
        else items.push(this.looseObject())
      } else if (token.kind === 'gap') {
        isCut = true
        items.push(this.operand() ?? this.reference(this.i - 1))
      } else if (close === ']' && token.kind === 'word' && token.value === 'for') {
        isCut = true
        this.passExpression()
      } else items.push(this.value())
    }
    this.open.pop()
    if (kwargs.length > 0) items.push(object(kwargs, [kwargs[0]!.keySpan[0], kwargs.at(-1)!.value.span[1]]))
    const node: JsonNode = { kind: 'array', items, span: [start, Math.max(this.until, start + 1)] }
    if (isCut) this.cut.add(node)
    if (isOpen) this.unclosed.add(node)
    return node
  }

  /** Members in a list without braces around them. */
  private looseObject(): JsonNode {
    const members: JsonMember[] = []
    while (this.keyLength() > 0 && !members.some(({ key }) => key === this.token!.value)) {
      members.push(this.tryMember()!)
      while (this.token?.kind === 'line' || this.isMark(',')) this.i += 1
    }
    return object(members, [members[0]!.keySpan[0], members.at(-1)!.value.span[1]])
  }
}
