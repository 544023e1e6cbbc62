import type { ClaimedLayer } from '../../denial/denial'
import { MOST_RECORDS, type DenialRecord } from '../denial-record'
import type { EventParts } from '../event-parts'
import { likelyCauseOf } from '../likely-cause'
import { resourcePatternOf } from '../resource-kind'
import { timeOf } from '../scan/seconds'
import type { TextCodec } from '../scan/text-codec'
import type { DenialField } from './denial-fields'
import { ByteDictionary } from './byte-dictionary'
import type { EventStore } from './event-store'
import { IntColumn } from './int-column'
import { TupleTable } from './tuple-table'

/** Of these an entry is made; the others follow from them. */
const KEY = ['principal', 'action', 'resource', 'layer', 'error', 'decision'] as const
const DERIVED = ['pattern', 'cause'] as const

const DECISIONS = ['unknown', 'explicit', 'implicit'] as const

/** The denials of a trail that say the same, by the ids of their names. */
export interface StoredEntry {
  readonly id: number
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly pattern: string | null
  readonly layer: ClaimedLayer
  readonly error: string | null
  readonly cause: string
  readonly decision: (typeof DECISIONS)[number]
}

interface Answer {
  readonly isDenied: boolean
  readonly layer: number
  readonly error: number
  readonly decision: number
  readonly action: string | null
  readonly authorizationId: string | null
}

/** The denials among the events of a trail: which entry each belongs to, and what the entries say. */
export class DenialIndex {
  /** Names, under ids; 0 is that there is none. */
  readonly names: ByteDictionary
  readonly entries = new TupleTable(KEY.length)
  /** By entry. */
  readonly #derived = DERIVED.map(() => new IntColumn())
  /** The denied events in the order in which they came, and the entry of each. */
  readonly rows = new IntColumn()
  readonly rowEntries = new IntColumn()
  /** By entry: the denied event that it begins with, as its place among `rows`. */
  readonly firsts = new IntColumn()
  /** How many events have a version that is not known, denied or not. */
  unknownVersions = 0
  readonly #events: EventStore
  readonly #codec: TextCodec
  readonly #calls: EventParts['call'][] = []
  readonly #answers: Answer[] = []
  readonly #callers: number[] = []
  readonly #records: DenialRecord[] = []

  readonly #most: number

  constructor(events: EventStore, codec: TextCodec, seed: number, most = MOST_RECORDS) {
    this.#events = events
    this.#most = most
    this.#codec = codec
    this.names = new ByteDictionary(seed)
    this.#name(null)
  }

  #name(text: string | null): number {
    const bytes = this.#codec.encode(text ?? '')
    return this.names.add(bytes, 0, bytes.length)
  }

  /** The text of a name; null for the one that stands for none. */
  text(name: number): string | null {
    return name === 0 ? null : this.#codec.decode(this.names.get(name))
  }

  #answer(id: number): Answer {
    const known = this.#answers[id]
    if (known !== undefined) return known
    const { outcome, layer, errorCode, decision, action, authorizationId = null } = this.#events.parts.get('answer', id)
    const answer = {
      isDenied: outcome === 'denied',
      layer: this.#name(layer),
      error: this.#name(errorCode),
      decision: DECISIONS.indexOf(decision),
      action,
      authorizationId,
    }
    this.#answers[id] = answer
    return answer
  }

  #caller(id: number): number {
    const known = this.#callers[id]
    if (known !== undefined) return known
    const { principal } = this.#events.parts.get('caller', id)
    const name = this.#name(principal.arn ?? principal.name)
    this.#callers[id] = name
    return name
  }

  #call(id: number): EventParts['call'] {
    const call = this.#calls[id] ?? this.#events.parts.get('call', id)
    this.#calls[id] = call
    return call
  }

  /** Takes an event; what it keeps of those that were no denials is how many there are of an unknown version. */
  add(row: number): void {
    const { parts } = this.#events
    const call = this.#call(this.#events.partId(row, 'call'))
    if (!call.isKnownVersion) this.unknownVersions += 1
    const answerId = this.#events.partId(row, 'answer')
    const answer = this.#answer(answerId)
    if (!answer.isDenied) return
    const callerId = this.#events.partId(row, 'caller')
    const { resource } = parts.get('target', this.#events.partId(row, 'target'))
    const action = answer.action ?? call.needed[0] ?? (call.operation === '' ? null : call.operation)
    const key = [
      this.#caller(callerId),
      this.#name(action),
      this.#name(resource),
      answer.layer,
      answer.error,
      answer.decision,
    ]
    const size = this.entries.size
    const entry = this.entries.add(key)
    if (entry === size) {
      const cause = likelyCauseOf({
        answer: parts.get('answer', answerId),
        caller: parts.get('caller', callerId),
        resource,
        service: call.service,
      })
      this.#derived[0]?.push(this.#name(resource === null ? null : resourcePatternOf(resource)))
      this.#derived[1]?.push(this.#name(cause))
      this.firsts.push(this.rows.length)
    }
    if (answer.authorizationId !== null) this.#keepRecord(row, answer.authorizationId, action)
    this.rows.push(row)
    this.rowEntries.push(entry)
  }

  #keepRecord(row: number, id: string, action: string | null): void {
    const { region } = this.#events.parts.get('place', this.#events.partId(row, 'place'))
    this.#records.push({ id, action, region, time: timeOf(this.#events.seconds(row)) })
    if (this.#records.length < 2 * this.#most) return
    this.#records.sort((one, other) => ((one.time ?? '') < (other.time ?? '') ? 1 : -1))
    this.#records.length = this.#most
  }

  /** Denials of which AWS keeps a record of its own: the newest of them, in no order. */
  get records(): readonly DenialRecord[] {
    return this.#records
  }

  /** By entry, the names of a field. */
  column(field: DenialField): IntColumn {
    const key = KEY.findIndex((name) => name === field)
    const column = key >= 0 ? this.entries.columns[key] : this.#derived[DERIVED.findIndex((name) => name === field)]
    return column ?? new IntColumn()
  }

  /** What an entry says. */
  entry(id: number): StoredEntry {
    const text = (field: DenialField) => this.text(this.column(field).get(id))
    return {
      id,
      principal: text('principal'),
      action: text('action'),
      resource: text('resource'),
      pattern: text('pattern'),
      layer: (text('layer') ?? 'unknown') as ClaimedLayer,
      error: text('error'),
      cause: text('cause') ?? 'unnamed',
      decision: DECISIONS[this.entries.columns[KEY.indexOf('decision')]?.get(id) ?? 0] ?? 'unknown',
    }
  }
}
