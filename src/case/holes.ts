import { isHoleAt } from '../iam/find-holes'
import { fillBlanks, POLICY_BLANKS, type BlankField } from '../iam/blank-fields'
import { ANY_TEXT, digits, narrower, someOf, type HoleDomain } from './hole-domain'
import { domainAt, type HolePlace } from './hole-place'

/** The parts of a request that may be missing. */
export type RequestPart = 'principal' | 'action' | 'resource'

/** Something that is not written: a text of the case's `holes`, or what a missing part would say. */
export interface Hole {
  /** As the case spells it; for a missing part what it is, e.g. "name". */
  readonly name: string
  /** The part that is missing, where it is none of the case's holes. */
  readonly part: RequestPart | null
  readonly domain: HoleDomain
}

/** What is open in the form of a hole. */
const FORM_GAPS = {
  region: someOf('region'),
  account: digits(12),
  path: someOf('field'),
  name: someOf('name'),
} as const satisfies Readonly<Record<string, HoleDomain>>
type FormGap = keyof typeof FORM_GAPS
const FORM_GAP = /\{(region|account|path|name)\}/g

/** Is a text an ARN with gaps, and with no other braces? */
export const isHoleForm = (text: string): boolean =>
  /^arn:[^:{}]+:[^:{}]+:[^{}]*\{/.test(text) && !/[{}]/.test(text.replaceAll(FORM_GAP, ''))

const FIRST = 0xe000
const COUNT = 0x1800

/** What stands for a character that is a mark by nature, so that no text of the case is taken for a hole. */
const plainFor = (code: number): string => String.fromCharCode(FIRST + COUNT + (code & 0xff))

const isMarkCode = (code: number): boolean => code >= FIRST && code < FIRST + COUNT

/** An ellipsis is a text of its own wherever it stands. */
const ELLIPSES: ReadonlySet<string> = new Set(['...', '…'])

const NO_NAMES: ReadonlySet<string> = new Set()
const NO_TEXTS: ReadonlyMap<string, string> = new Map()

/**
 * The holes of one case. A hole stands in its texts as one private character, its mark, so that what parts, compares
 * and joins texts does so with holes too: equal marks are equal texts, and nothing else is known but the hole's domain.
 */
export class Holes {
  private readonly names: readonly string[]
  private readonly holes: Hole[] = []
  /** The mark of each name, and the marked text of each text, once there is one. */
  private markOf: Map<string, string> | null = null
  private marked: Map<string, string> | null = null
  private readonly filled: ReadonlyMap<string, string>
  private readonly hasBlanks: boolean

  private readonly loose: ReadonlySet<string>
  private readonly forms: ReadonlyMap<string, string>
  /** What stands for each hole that has a form: what is written of it, with marks for the rest. */
  private readonly formed = new Map<string, string>()

  /**
   * `filled` are the texts of those that are known after all; `loose` those that are another text each time; `forms` what
   * is known of those that are an ARN of some kind.
   */
  constructor(
    names: readonly string[],
    filled: ReadonlyMap<string, string> = NO_TEXTS,
    loose: readonly string[] = [],
    forms: ReadonlyMap<string, string> = NO_TEXTS,
  ) {
    this.filled = filled
    this.forms = forms
    this.loose = loose.length === 0 ? NO_NAMES : new Set(loose)
    this.names =
      names.length === 0 ? names : [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length)
    this.hasBlanks = names.length > 0 && Object.values(POLICY_BLANKS).some((name) => this.names.includes(name))
  }

  /** There are more holes than marks, so that some share one: nothing can then be said for certain. */
  tooMany = false

  /** Is nothing open? */
  get none(): boolean {
    return this.names.length === 0 && this.holes.length === 0
  }

  /** A text with marks in place of the holes, which are learned to fit where they stand. */
  mark(text: string, place: HolePlace = 'policy'): string {
    if (this.none) return text
    return place === 'policy' && this.hasBlanks
      ? this.markBlanks(this.markNames(text, place))
      : this.markNames(text, place)
  }

  /** Can a hole stand in a text, also where it is written with escapes? */
  touches(text: string): boolean {
    return (
      (this.hasBlanks && text.includes('::')) ||
      text.includes('\\') ||
      this.names.some((name) => text.includes(name)) ||
      hasMark(text)
    )
  }

  private markNames(text: string, place: HolePlace): string {
    const before = this.marked?.get(text)
    if (before !== undefined && place === 'policy') return before
    let out = ''
    let from = 0
    let at = 0
    const found: string[] = []
    if (!hasMark(text) && !this.names.some((name) => text.includes(name))) return text
    while (at < text.length) {
      const name = this.names.find((one) => isHoleAt(text, one, at))
      const isForeign = isMarkCode(text.charCodeAt(at))
      if (name === undefined && !isForeign) {
        at++
        continue
      }
      out += text.slice(from, at)
      if (name === undefined) {
        out += plainFor(text.charCodeAt(at))
        at++
      } else {
        const known = this.filled.get(name) ?? this.formOf(name)
        const mark = known ?? this.markFor(name)
        if (known === null) found.push(mark)
        out += mark
        at += name.length
      }
      from = at
    }
    out += text.slice(from)
    // A text with an ellipsis or a loose hole is another one each time.
    const isOther = found.some((mark) => this.isEllipsis(mark) || this.loose.has(this.of(mark).name))
    if (place === 'policy' && !isOther) (this.marked ??= new Map<string, string>()).set(text, out)
    for (const mark of found) this.learn(mark, domainAt(out, mark, place, this.isEllipsis(mark)))
    return out
  }

  /** A policy's text with a mark of its own for each field of an ARN that is left blank, where the case says so. */
  private markBlanks(text: string): string {
    return fillBlanks(text, (field) => {
      const name = POLICY_BLANKS[field]
      return this.names.includes(name) ? this.fresh(name, null, BLANK_DOMAINS[field]) : ''
    })
  }

  /** A text that holds no holes, such as the value of a key. */
  plain(text: string): string {
    if (this.none || !hasMark(text)) return text
    return text.replace(/[\ue000-\uf7ff]/g, (char) => plainFor(char.charCodeAt(0)))
  }

  /** A mark for something unknown of a part that is missing, or of which little is written. */
  fresh(name: string, part: RequestPart | null, domain: HoleDomain): string {
    if (this.holes.length < COUNT) this.holes.push({ name, part, domain })
    else this.tooMany = true
    return String.fromCharCode(FIRST + this.holes.length - 1)
  }

  /** The hole behind a mark. */
  of(mark: string): Hole {
    return this.holes[mark.charCodeAt(0) - FIRST] ?? { name: mark, part: null, domain: ANY_TEXT }
  }

  /** A text as it was written. */
  unmark(text: string): string {
    if (!hasMark(text)) return text
    let out = ''
    for (const char of this.withoutForms(text)) out += isMark(char) ? this.of(char).name : char
    return out
  }

  /** A text with what stands for a hole of some form as it was written. */
  withoutForms(text: string): string {
    let out = text
    for (const [name, formed] of this.formed) out = out.replaceAll(formed, name)
    return out
  }

  /** What stands for a hole of some form; null for one of which nothing is known. */
  private formOf(name: string): string | null {
    const form = this.forms.get(name)
    if (form === undefined) return null
    const before = this.formed.get(name)
    if (before !== undefined) return before
    const formed = form.replace(FORM_GAP, (_, gap: FormGap) => this.fresh(name, null, FORM_GAPS[gap]))
    this.formed.set(name, formed)
    return formed
  }

  /** Narrows down what a hole can be. */
  learn(mark: string, domain: HoleDomain): void {
    const at = mark.charCodeAt(0) - FIRST
    const hole = this.holes[at]
    if (hole !== undefined) this.holes[at] = { ...hole, domain: narrower(hole.domain, domain) }
  }

  /** Is a text that holds marks an account id for certain: twelve digits, whatever the holes are? */
  isAccount(text: string): boolean {
    let min = 0
    let max = 0
    for (const char of text) {
      const domain = isMark(char) ? this.of(char).domain : ONE_CHARACTER
      if (isMark(char) ? domain.chars !== 'digits' : char < '0' || char > '9') return false
      min += domain.min
      max += domain.max
    }
    return min <= 12 && max >= 12
  }

  /** Is it the mark of an ellipsis? */
  isEllipsis(mark: string): boolean {
    return mark !== '' && isMark(mark) && ELLIPSES.has(this.of(mark).name)
  }

  private markFor(name: string): string {
    if (ELLIPSES.has(name)) return this.fresh(name, null, { ...ANY_TEXT, min: 0 })
    if (this.loose.has(name)) return this.fresh(name, null, ANY_TEXT)
    const marks = (this.markOf ??= new Map<string, string>())
    let mark = marks.get(name)
    if (mark === undefined) marks.set(name, (mark = this.fresh(name, null, ANY_TEXT)))
    return mark
  }
}

/** Whoever wrote the policy may have meant the blank, which then is one. */
const BLANK_DOMAINS: Readonly<Record<BlankField, HoleDomain>> = {
  account: { chars: 'digits', min: 0, max: 12 },
  region: { chars: 'region', min: 0, max: Infinity },
}

const ONE_CHARACTER: HoleDomain = { chars: 'any', min: 1, max: 1 }

/** Is the character a mark? */
export const isMark = (char: string): boolean => isMarkCode(char.charCodeAt(0))

/** Does a text hold marks? */
export function hasMark(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isMarkCode(text.charCodeAt(i))) return true
  return false
}

/** A text as a pattern: each mark may be any text. */
export const withWildcards = (text: string): string =>
  hasMark(text) ? Array.from(text, (char) => (isMark(char) ? '*' : char)).join('') : text

/** The first mark of a text; null where it holds none. */
export function firstMark(text: string): string | null {
  for (let i = 0; i < text.length; i++) if (isMarkCode(text.charCodeAt(i))) return text.charAt(i)
  return null
}

/** A text that is left out altogether, as a mark; any other as it is. */
export const markOfLeftOut = (text: string): string => (ELLIPSES.has(text) ? String.fromCharCode(FIRST) : text)

/** The marks of texts, each once. */
export function marksIn(...texts: readonly string[]): readonly string[] {
  const marks = new Set<string>()
  for (const text of texts) for (let i = 0; i < text.length; i++) if (isMark(text.charAt(i))) marks.add(text.charAt(i))
  return [...marks]
}

/** Of a case in which nothing is open. */
export const NO_HOLES = new Holes([])
