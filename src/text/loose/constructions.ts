import type { JsonMember, JsonNode } from '../json-node'
import type { Span } from '../span'
import { LooseCursor } from './cursor'

/** How a construct of Java begins to be built. */
const BUILDER = '.Builder.create'

/** Is it what a program of Java calls to build a construct, method by method? */
export const isBuilder = (name: string): boolean => name.endsWith(BUILDER)

/** An object of members, which keys that stand twice have twice. */
export const object = (members: readonly JsonMember[], span: Span): Extract<JsonNode, { kind: 'object' }> => ({
  kind: 'object',
  members,
  span,
})

/** Reads what programs of C# and Java fill in where those of others write an object. */
export abstract class LooseConstructions extends LooseCursor {
  protected abstract object(start: number): JsonNode

  protected abstract list(start: number, close: string): JsonNode

  /** What a program of C# fills in: `new[] { … }`, `new List<string> { … }`, `new Props { … }`. */
  protected initialised(start: number): JsonNode | null {
    let isList = false
    for (let at = this.i + 1; at <= this.i + 10; at += 1) {
      const token = this.tokens[at]
      if (token?.kind === 'line') continue
      if (token?.kind === 'mark' && token.value === '{') {
        this.i = at
        return isList ? this.list(start, '}') : this.object(start)
      }
      // An empty list is whole JSON.
      const isEmpty = token?.kind === 'json' && this.text.slice(...token.span) === '[]'
      isList ||= isEmpty
      if (isEmpty) continue
      const isPart = token?.kind === 'word' || (token?.kind === 'mark' && '[]<>.,?'.includes(token.value))
      if (!isPart) return null
      isList ||= token.value === '[' || /^(?:List|HashSet|Collection)$/.test(token.value)
    }
    return null
  }

  /** What a program of Java builds, method by method: the call of its class with one object of properties. */
  protected built(name: string, start: number): JsonNode {
    const members: JsonMember[] = []
    for (let before = this.i; ; before = this.i) {
      this.skipLines()
      const isDotted = this.take('.')
      const method = this.token
      const opens = this.tokens[this.i + 1]
      if (!isDotted || method?.kind !== 'word' || opens?.kind !== 'mark' || opens.value !== '(') {
        this.i = before
        break
      }
      this.i += 1
      const given = this.list(this.from, ')')
      const only = given.kind === 'array' && given.items.length === 1 ? given.items[0]! : given
      if (method.value !== 'build') members.push({ key: method.value, keySpan: method.span, value: only })
    }
    const span: Span = [start, this.until]
    const items = [object(members, span)]
    const call = { key: `${name.slice(0, -BUILDER.length)}()`, keySpan: [start, start] as const }
    return object([{ ...call, value: { kind: 'array', items, span } }], span)
  }
}
