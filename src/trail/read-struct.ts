import { setOwn } from '../text/own'
import { EVENT_FIELDS } from './event-fields'

const MAX_DEPTH = 12
const NAME = /\s*([\w-]{1,64})=/y
/** What ends a bare value: the bracket round it, or the name of the next member. */
const END = /[}\]]|, (?=[\w-]{1,64}=|\{)/g

/** The values of rows and arrays as Athena and CloudTrail Lake print them: `{type=IAMUser, arn=…}` and `[{…}, {…}]`. */
class StructReader {
  #at = 0
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }

  value(depth: number): unknown {
    const open = this.#text.charAt(this.#at)
    if (depth < MAX_DEPTH && open === '{') return this.#members(depth)
    if (depth < MAX_DEPTH && open === '[') return this.#items(depth)
    END.lastIndex = this.#at
    const end = END.exec(this.#text)?.index ?? this.#text.length
    const bare = this.#text.slice(this.#at, end)
    this.#at = end
    return bare === 'null' ? null : bare
  }

  #next(close: string): boolean {
    if (this.#text.charAt(this.#at) === close) {
      this.#at += 1
      return false
    }
    if (this.#text.startsWith(', ', this.#at)) this.#at += 2
    return this.#at < this.#text.length
  }

  #members(depth: number): unknown {
    const members: Record<string, unknown> = {}
    this.#at += 1
    while (this.#next('}')) {
      NAME.lastIndex = this.#at
      const match = NAME.exec(this.#text)
      if (match === null) break
      this.#at += match[0].length
      const name = match[1] ?? ''
      setOwn(members, EVENT_FIELDS.get(name.toLowerCase()) ?? name, this.value(depth + 1))
    }
    return members
  }

  #items(depth: number): unknown {
    const items: unknown[] = []
    this.#at += 1
    while (this.#next(']')) {
      const before = this.#at
      items.push(this.value(depth + 1))
      if (this.#at === before) break
    }
    return items
  }
}

/** The value that a printed row or array stands for. */
export const readStruct = (text: string): unknown => new StructReader(text).value(0)
