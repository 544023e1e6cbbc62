import type { JsonMember, JsonNode } from '../json-node'
import { LooseContainers } from './loose-containers'
import { looseTokens } from './tokens'
import { object } from './constructions'
import type { LooseHints } from './values'

/** A value that stands by itself in a text. */
export interface LooseRoot {
  readonly node: JsonNode
  /** Nothing but commas, blank space and closing brackets stands between it and the root before. */
  readonly joined: boolean
  /** False: members without braces around them. */
  readonly braced: boolean
}

/** What stands in a text of data or code. */
export interface LooseReading {
  readonly roots: readonly LooseRoot[]
  /** Objects and lists of which a part is left out, cut off, or could not be read. */
  readonly cut: ReadonlySet<JsonNode>
}

class LooseReader extends LooseContainers {
  readonly roots: LooseRoot[] = []
  private joined = false
  /** Members at the top of the text, which may be those of an object without braces. */
  private members: JsonMember[] = []

  run(): LooseReading {
    while (this.token !== undefined) this.step()
    this.closeMembers()
    return { roots: this.roots, cut: this.cut }
  }

  private step(): void {
    const token = this.token!
    const start = this.i
    if (token.kind === 'line' || this.isMark(',;')) this.i += 1
    else if (this.isMark('}])')) {
      this.i += 1
      this.closeMembers()
    } else if (this.isMark('{[') || token.kind === 'json') {
      this.closeMembers()
      this.emit(this.value(), true)
    } else if (!this.member() && !this.call()) this.leave()
    if (this.i === start) this.i += 1
  }

  /** One member: of an object without braces, or a name that something is assigned to. */
  private member(): boolean {
    if (this.isHeading()) return false
    const member = this.tryMember()
    if (member === null) return false
    if (this.hints.isMember(member.key)) {
      if (this.members.some(({ key }) => key === member.key)) this.closeMembers()
      this.members.push(member)
      return true
    }
    this.closeMembers()
    if (member.value.kind === 'object' || member.value.kind === 'array' || member.value.kind === 'string')
      this.emit(object([member], [member.keySpan[0], member.value.span[1]]), true)
    else this.joined = false
    return true
  }

  private call(): boolean {
    if (!this.isCall()) return false
    const from = this.i
    const value = this.value()
    if (value.kind === 'object') {
      this.closeMembers()
      this.emit(value, true)
      return true
    }
    this.i = from + 1
    return this.leaveTo(this.i)
  }

  /** What is no data parts what stands before it from what comes. */
  private leave(): boolean {
    const isGap = this.token?.kind === 'gap'
    if (isGap && this.members.length > 0) {
      this.i += 1
      this.closeMembers(true)
      return true
    }
    return this.leaveTo(this.i + 1)
  }

  private leaveTo(at: number): boolean {
    this.closeMembers()
    this.joined = false
    this.i = at
    return true
  }

  private emit(node: JsonNode, braced: boolean): void {
    this.roots.push({ node, joined: this.joined, braced })
    this.joined = true
  }

  private closeMembers(isCut = false): void {
    const [first] = this.members
    const last = this.members.at(-1)
    if (!first || !last) return
    const node = object(this.members, [first.keySpan[0], last.value.span[1]])
    if (isCut) this.cut.add(node)
    this.members = []
    this.emit(node, false)
  }

  /** A name with a colon at the end of its line, and no brackets below: a heading. */
  private isHeading(): boolean {
    const length = this.token?.kind === 'word' ? this.keyLength() : 0
    const after = this.tokens[this.i + length]
    if (length === 0 || after?.kind !== 'line') return false
    const next = this.tokens[this.i + length + 1]
    return !(next?.kind === 'json' || (next?.kind === 'mark' && '{['.includes(next.value)))
  }
}

/**
 * Reads data as people paste it: JSON with comments, in other quotation marks, with commas or brackets missing, cut off
 * at either end; the literals and calls of programs; blocks of configuration. What cannot be read is passed over and
 * known as a cut; an expression becomes a text, `${name}`. `json`
 * holds whole JSON values by where they start. Linear in the text's length; never throws.
 */
export function readLoose(
  text: string,
  hints: LooseHints,
  json: ReadonlyMap<number, JsonNode> = new Map(),
): LooseReading {
  return new LooseReader(text, looseTokens(text, json), json, hints).run()
}
