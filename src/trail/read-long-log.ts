import { readDenials, type ReadingProgress } from '../denial/read-denials'
import { maskCredentials } from '../draft/file/mask-credentials'
import type { DenialRecord } from './denial-record'
import { excerptOf, type ExcerptedDenial } from './excerpt'
import { DenialGroups, type LogEntry } from './log-entry'
import type { TextCodec } from './scan/text-codec'

/** So much before and after the first denial of an entry is kept; of entries beyond that many only the message. */
const AROUND = 2_000
const MOST_WINDOWS = 20_000
const LONGEST_MESSAGE = 8_000

/** A line that begins so goes on with the one before: what is wrapped, and the members and ends of objects. */
const GOES_ON = /[\s\]})",:]/

interface Kept {
  readonly bytes: Uint8Array
  readonly denial: ExcerptedDenial
}

/** A log that is too long to be kept whole. It comes in stretches of whole lines; of each different denial a piece stays. */
export class LongLog {
  readonly #codec: TextCodec
  readonly #groups = new DenialGroups()
  readonly #kept: Kept[] = []
  /** How many characters it has, and how many credentials were taken out. */
  length = 0
  removed = 0

  constructor(codec: TextCodec) {
    this.#codec = codec
  }

  /** What was found so far. */
  get entries(): readonly LogEntry[] {
    return this.#groups.entries
  }

  /** Denials of which AWS keeps a record of its own. */
  get records(): readonly DenialRecord[] {
    return this.#groups.records
  }

  /** Takes the next stretch, step by step. */
  *add(raw: string): Generator<ReadingProgress, void> {
    const { text, removed } = maskCredentials(raw)
    this.length += text.length
    this.removed += removed
    const found = (yield* readDenials(text)).filter(({ kind }) => kind !== 'not-authorization')
    this.#groups.add(found, (denial) => void this.#kept.push(this.#keep(text, denial)))
    this.#groups.detach()
  }

  #keep(text: string, { span, principal, action, resource, layer, operation }: ExcerptedDenial): Kept {
    const around = this.#kept.length < MOST_WINDOWS ? AROUND : 0
    const [start, end] = [span[0], Math.min(span[1], span[0] + LONGEST_MESSAGE)]
    const from = Math.max(0, start - around)
    const denial: ExcerptedDenial = { span: [start - from, end - from], principal, action, resource, layer, operation }
    return {
      bytes: this.#codec.encode(text.slice(from, end + around)),
      denial: JSON.parse(JSON.stringify(denial)) as ExcerptedDenial,
    }
  }

  /** The piece of the log that stands for an entry; null where there is no such entry. */
  excerpt(entry: number): string | null {
    const kept = this.#kept[entry]
    return kept === undefined ? null : excerptOf(this.#codec.decode(kept.bytes), kept.denial)
  }
}

/** Where a stretch of a log ends that goes on: before the last line that does not go on with the one before it. */
export function endOfStretch(text: string): number {
  for (let at = text.lastIndexOf('\n'); at > text.length / 2; at = text.lastIndexOf('\n', at - 1))
    if (at + 1 < text.length && !GOES_ON.test(text.charAt(at + 1))) return at + 1
  const newline = text.lastIndexOf('\n')
  return newline < 0 ? text.length : newline + 1
}
