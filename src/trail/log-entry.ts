import type { ClaimedLayer, Denial } from '../denial/denial'
import { MOST_RECORDS, type DenialRecord } from './denial-record'

/** The denials of a log that say the same: one principal, action, resource and layer. */
export interface LogEntry {
  /** Its place in the log's order, which also names it. */
  readonly id: number
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly layer: ClaimedLayer
  /** What was called, where no action is known. */
  readonly operation: string | null
  readonly decision: Denial['decision']
  readonly count: number
  /** As the log writes it, to the second; null where it gives no time. */
  readonly first: string | null
  readonly last: string | null
}

/** Entries with the denial that each begins with. */
export interface GroupedDenials {
  readonly entries: readonly LogEntry[]
  /** By the id of the entry. */
  readonly denials: readonly Denial[]
  /** Those of which AWS keeps a record of its own. */
  readonly records: readonly DenialRecord[]
}

function entryOf(denial: Denial, id: number): LogEntry {
  const { principal, action, resource, layer, operation, decision, inferred, repeats, times } = denial
  return {
    id,
    principal: principal ?? inferred.principal ?? null,
    action: inferred.action ?? action,
    resource: resource ?? inferred.resource ?? null,
    layer,
    operation,
    decision,
    count: repeats ?? 1,
    first: times?.first ?? null,
    last: times?.last ?? null,
  }
}

const entryKey = ({ principal, action, resource, layer, operation }: LogEntry): string =>
  JSON.stringify([principal, action ?? [operation], resource, layer])

/** The earlier, or the later, of two times, either of which may be missing. */
export function pickTime(which: 'first' | 'last', one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other === (which === 'first') ? one : other
}

/** Makes one entry of the denials that say the same, in the order in which they first stand in the log. */
export class DenialGroups {
  #groups = new Map<string, LogEntry>()
  #records: DenialRecord[] = []

  /** Takes more denials; `onNew` is told of each that begins an entry. */
  add(denials: readonly Denial[], onNew: (denial: Denial) => void): void {
    for (const denial of denials) {
      const entry = entryOf(denial, this.#groups.size)
      const id = denial.authorizationId
      // A log goes on in time: the last ones are the newest.
      if (id !== undefined)
        this.#records = [
          ...this.#records.slice(1 - MOST_RECORDS),
          { id, action: entry.action, time: entry.last, region: null },
        ]
      const key = entryKey(entry)
      const known = this.#groups.get(key)
      if (known === undefined) onNew(denial)
      this.#groups.set(
        key,
        known === undefined
          ? entry
          : {
              ...known,
              count: known.count + entry.count,
              first: pickTime('first', known.first, entry.first),
              last: pickTime('last', known.last, entry.last),
            },
      )
    }
  }

  /** Lets go of the text that the denials were read from: parts of it would keep all of it in memory. */
  detach(): void {
    this.#groups = new Map(JSON.parse(JSON.stringify([...this.#groups])) as [string, LogEntry][])
    this.#records = JSON.parse(JSON.stringify(this.#records)) as DenialRecord[]
  }

  /** Denials of which AWS keeps a record of its own: the last of the log. */
  get records(): readonly DenialRecord[] {
    return this.#records
  }

  /** What was made so far. */
  get entries(): readonly LogEntry[] {
    return [...this.#groups.values()]
  }
}

/** The denials of a log at once. */
export function groupDenials(all: readonly Denial[]): GroupedDenials {
  const groups = new DenialGroups()
  const denials: Denial[] = []
  groups.add(all, (denial) => void denials.push(denial))
  return { entries: groups.entries, denials, records: groups.records }
}
