import type { EventParts } from '../event-parts'
import { PART_NAMES, readPart, type PartName } from '../scan/pack-parts'
import type { RecordBatch } from '../scan/record-batch'
import type { TextCodec } from '../scan/text-codec'
import { ByteDictionary } from './byte-dictionary'
import { PART_LIMITS, thinPart } from './thin-part'
import { IntColumn } from './int-column'

/** The parts of events, each kept once, whatever readers they came from. */
export class PartStore {
  readonly #codec: TextCodec
  readonly #dictionaries: readonly ByteDictionary[]
  /** By reader, then by kind of part: its ids here by its ids there. */
  readonly #readers = new Map<number, readonly IntColumn[]>()

  readonly #limits: Readonly<Record<PartName, number>>
  /** How many parts came that there was no room for, so that less of them is kept. */
  thinned = 0

  constructor(codec: TextCodec, seed: number, limits = PART_LIMITS) {
    this.#codec = codec
    this.#limits = limits
    this.#dictionaries = PART_NAMES.map(() => new ByteDictionary(seed))
  }

  /** How many bytes it takes, about. */
  get weight(): number {
    return this.#dictionaries.reduce((sum, { weight }) => sum + weight, 0)
  }

  /** Takes the new parts of a batch; gives the ids here by those that the reader uses, for every kind. */
  add(reader: number, { parts }: Pick<RecordBatch, 'parts'>): readonly IntColumn[] {
    const columns = this.#readers.get(reader) ?? PART_NAMES.map(() => new IntColumn())
    this.#readers.set(reader, columns)
    for (const [index, { bytes, ends }] of parts.entries()) {
      let start = 0
      for (const end of ends) {
        columns[index]?.push(this.#keep(index, bytes, start, end))
        start = end
      }
    }
    return columns
  }

  #keep(index: number, bytes: Uint8Array, start: number, end: number): number {
    const dictionary = this.#dictionaries[index]
    const name = PART_NAMES[index]
    if (dictionary === undefined || name === undefined) return 0
    if (dictionary.weight < this.#limits[name]) return dictionary.add(bytes, start, end)
    const known = dictionary.find(bytes, start, end)
    if (known >= 0) return known
    const thin = this.#codec.encode(thinPart(name, this.#codec.decode(bytes.subarray(start, end))))
    this.thinned += 1
    return dictionary.add(thin, 0, thin.length)
  }

  /** How many parts of a kind there are. */
  size(name: PartName): number {
    return this.#dictionaries[PART_NAMES.indexOf(name)]?.size ?? 0
  }

  /** A part by its id. */
  get<Name extends PartName>(name: Name, id: number): EventParts[Name] {
    const bytes = this.#dictionaries[PART_NAMES.indexOf(name)]?.get(id) ?? new Uint8Array(0)
    return readPart(name, this.#codec.decode(bytes))
  }

  /** Nothing more comes from a reader. */
  release(reader: number): void {
    this.#readers.delete(reader)
  }
}
