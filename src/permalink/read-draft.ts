import type { ContextValue, KeptTest } from '../case/access-case'
import type {
  ContextEdit,
  Draft,
  DraftCheck,
  DraftLayer,
  DraftLevel,
  DraftLevels,
  DraftPolicy,
  LayerState,
  RequestField,
} from '../draft/draft'
import { EXPECTED_SIGNS, LAYER_SIGNS, SHARED_POLICY, STATE_SIGNS, TAG_OF, type Tag } from './draft-records'
import { LAYOUT_MARKS, unfoldLayout } from './json-layout'
import { isTagCharacter, readRecords, unescapeText } from './tagged-text'
import { byCaseLayer, hasLevels, type CaseLayer } from '../iam/layers'

const nameOfSign = <K extends string>(signs: Readonly<Record<K, string>>, sign: string | undefined): K | undefined =>
  (Object.keys(signs) as K[]).find((key) => signs[key] === sign)

const isLayoutMark = (char: string) => Object.values(LAYOUT_MARKS).some((mark) => mark === char)
const isDraftTag = (char: string) => isTagCharacter(char) && !isLayoutMark(char)

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface OpenCheck {
  readonly action: string
  resource: string
  resourceAccount?: string
  readonly context: [key: string, edit: ContextEdit][]
  readonly policy: OpenLayer | null
}
interface OpenTest {
  readonly action: string
  resource: string
  resourceAccount?: string
  principal?: string
  readonly context: [key: string, edit: ContextEdit][]
  readonly expect: KeptTest['expect']
}
interface OpenLayer {
  state: LayerState
  readonly policies: DraftPolicy[]
  readonly levels: DraftLevel[]
}

const valueOf = (edit: ContextEdit): ContextValue =>
  edit.state !== 'known' ? '' : edit.multivalued ? edit.values : (edit.values[0] ?? '')

/** Puts the records together again; every method says whether its record makes sense where it stands. */
class DraftReader {
  /** Characters that may still come out of documents. */
  #room: number
  title = ''
  paste = ''
  chosen = 0
  otherContext: Draft['otherContext'] = 'unknown'
  readonly request: Partial<Record<RequestField, string>> = {}
  readonly context: [key: string, edit: ContextEdit][] = []
  readonly facts: [fact: string, value: unknown][] = []
  readonly layers = new Map<CaseLayer, OpenLayer>()
  readonly holes: [hole: string, value: string | null][] = []
  readonly checks: OpenCheck[] = []
  readonly tests: OpenTest[] = []
  #values: string[] | null = null
  #layer: CaseLayer | null = null
  #policies: Mutable<DraftPolicy>[] | null = null
  #fact: string | null = null

  constructor(room: number) {
    this.#room = room
  }

  take(tag: Tag, text: string): boolean {
    switch (tag) {
      case 'title':
      case 'paste':
        this[tag] = text
        return true
      case 'chosen':
        this.chosen = Number(text)
        return /^\d{1,6}$/.test(text)
      case 'resource':
      case 'resourceAccount': {
        const check = this.tests.at(-1) ?? this.checks.at(-1)
        if (check) check[tag] = text
        else this.request[tag] = text
        return true
      }
      case 'principal': {
        const test = this.tests.at(-1)
        if (test) test.principal = text
        else this.request.principal = text
        return true
      }
      case 'action':
        this.request[tag] = text
        return true
      case 'test':
        return this.#takeTest(text)
      case 'knownKey':
        this.#values = []
        return this.#takeKey(text, { state: 'known', values: this.#values })
      case 'knownList':
        this.#values = []
        return this.#takeKey(text, { state: 'known', values: this.#values, multivalued: true })
      case 'absentKey':
        return this.#takeKey(text, { state: 'absent' })
      case 'unknownKey':
        return this.#takeKey(text, { state: 'unknown' })
      case 'value':
        this.#values?.push(text)
        return this.#values !== null
      case 'otherKeysAbsent':
        this.otherContext = 'absent'
        return true
      case 'layer':
        return this.#takeLayer(text)
      case 'level':
        return this.#takeLevel(text)
      case 'policy':
        this.#policies?.push({ name: text, text: '' })
        return this.#policies !== null
      case 'source':
        return this.#changePolicy({ source: text })
      case 'assumed':
        return text === '' && this.#changePolicy({ isAssumed: true })
      case 'document':
        return this.#changePolicy({ text })
      case 'fact':
        this.#fact = text
        return true
      case 'factValue':
        return this.#takeFactValue(text)
      case 'hole':
        this.holes.push([text, null])
        return true
      case 'holeValue': {
        const hole = this.holes.at(-1)
        if (hole) hole[1] = text
        return hole !== undefined
      }
      case 'check':
        return this.#takeCheck(text)
    }
  }

  #takeTest(text: string): boolean {
    const expect = nameOfSign(EXPECTED_SIGNS, text[0])
    if (expect !== undefined) this.tests.push({ action: text.slice(1), resource: '', context: [], expect })
    return expect !== undefined
  }

  /** A key of the last test or further check, or of the request where there is none yet. */
  #takeKey(key: string, edit: ContextEdit): boolean {
    const { context } = this.tests.at(-1) ?? this.checks.at(-1) ?? this
    context.push([key, edit])
    return true
  }

  #takeCheck(text: string): boolean {
    const state = nameOfSign(STATE_SIGNS, text[0])
    if (!state && text[0] !== SHARED_POLICY) return false
    const policy: OpenLayer | null = state ? { state, policies: [], levels: [] } : null
    this.checks.push({ action: text.slice(1), resource: '', context: [], policy })
    this.#layer = null
    this.#policies = policy?.policies ?? null
    return true
  }

  #takeLayer(text: string): boolean {
    const layer = nameOfSign(LAYER_SIGNS, text[0])
    const state = nameOfSign(STATE_SIGNS, text[1])
    if (!layer || !state || text.length !== 2 || this.layers.has(layer)) return false
    const open: OpenLayer = { state, policies: [], levels: [] }
    this.layers.set(layer, open)
    this.#layer = layer
    this.#policies = hasLevels(layer) ? null : open.policies
    return true
  }

  #takeLevel(target: string): boolean {
    if (this.#layer === null || !hasLevels(this.#layer)) return false
    const policies: DraftPolicy[] = []
    this.layers.get(this.#layer)?.levels.push({ target, policies })
    this.#policies = policies
    return true
  }

  #changePolicy(change: Partial<DraftPolicy>): boolean {
    const policy = this.#policies?.at(-1)
    if (policy) Object.assign(policy, change)
    return policy !== undefined
  }

  #takeFactValue(text: string): boolean {
    if (this.#fact === null) return false
    try {
      this.facts.push([this.#fact, JSON.parse(text)])
      return true
    } catch {
      return false
    }
  }

  /** The text of a record as it was written; null where it cannot have been. */
  textOf(tag: Tag, text: string): string | null {
    const unfolded = tag === 'document' ? unfoldLayout(text, this.#room) : text
    this.#room -= unfolded?.length ?? 0
    return unfolded === null ? null : unescapeText(unfolded)
  }

  draft(): Draft {
    const layer = (name: CaseLayer): DraftLayer => {
      const { state, policies } = this.layers.get(name) ?? { state: 'notGiven', policies: [] }
      return { state, policies }
    }
    const levels = (name: CaseLayer): DraftLevels => {
      const { state, levels } = this.layers.get(name) ?? { state: 'notGiven', levels: [] }
      return { state, levels }
    }
    const check = ({ policy, context, ...rest }: OpenCheck): DraftCheck => ({
      ...rest,
      context: Object.fromEntries(context),
      ...(policy ? { policy: { state: policy.state, policies: policy.policies } } : {}),
    })
    const test = ({ context, ...rest }: OpenTest): KeptTest => ({
      ...rest,
      ...(context.length > 0
        ? { context: Object.fromEntries(context.map(([key, edit]) => [key, valueOf(edit)])) }
        : {}),
    })
    const { title, paste, chosen, request, otherContext } = this
    return {
      title,
      paste,
      chosen,
      request,
      context: Object.fromEntries(this.context),
      otherContext,
      layers: byCaseLayer(layer, levels),
      facts: Object.fromEntries(this.facts),
      ...(this.holes.length > 0 ? { holes: Object.fromEntries(this.holes) } : {}),
      ...(this.checks.length > 0 ? { linked: this.checks.map(check) } : {}),
      ...(this.tests.length > 0 ? { tests: this.tests.map(test) } : {}),
    }
  }
}

/** The draft of a text that `writeDraft` wrote; null for any other text. `room` caps all policies together, in characters. */
export function readDraft(text: string, room: number): Draft | null {
  const records = readRecords(text, isDraftTag)
  if (!records) return null
  const reader = new DraftReader(room)
  for (const record of records) {
    const tag = TAG_OF.get(record.tag)
    if (!tag) return null
    const plain = reader.textOf(tag, record.text)
    if (plain === null || !reader.take(tag, plain)) return null
  }
  return reader.draft()
}
