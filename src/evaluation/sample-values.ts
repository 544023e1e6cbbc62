import type { ContextReading } from '../case/case-reading'
import { isMultivaluedKey } from '../iam/condition-keys'
import { parseInstant } from '../iam/instant'
import { parseIpRange } from '../iam/ip-address'
import { hasWildcard } from '../iam/wildcard'
import type { Probe } from './question'

/** A state of a key to try. */
export type Sample = ContextReading | 'absent'

/** The classes of tests whose samples answer them in every possible way. */
type SampleClass = 'string' | 'numeric' | 'date' | 'bool' | 'ip' | 'other'

function classOf({ family, set, texts }: Probe): SampleClass | null {
  if (set) return 'other'
  switch (family) {
    case 'null':
      return null
    case 'string':
      return 'string'
    case 'stringLike':
      return texts.some(hasWildcard) ? 'other' : 'string'
    case 'numeric':
      return texts.every((text) => /^-?\d{1,300}(?:\.\d{1,300})?$/.test(text)) ? 'numeric' : 'other'
    case 'date':
      return texts.every((text) => (parseInstant(text) ?? -1) >= 1) ? 'date' : 'other'
    case 'ip':
      return texts.every((text) => parseIpRange(text) !== null) ? 'ip' : 'other'
    case 'bool':
      return 'bool'
    default:
      return 'other'
  }
}

/**
 * States of a key that answer the questions on it in many ways; `complete` where they answer them in every way that
 * any state could.
 */
export function sampleStates(
  key: string,
  probes: readonly Probe[],
  likely: readonly string[],
): { samples: readonly Sample[]; complete: boolean } {
  const classes = new Set(probes.map(classOf).filter((one) => one !== null))
  const [only = 'string'] = classes
  const complete = classes.size <= 1 && only !== 'other'
  const texts = [...new Set(probes.flatMap((probe) => probe.texts))]
  const values = complete ? SAMPLERS[only](texts) : [...classes].flatMap((one) => SAMPLERS[one](texts))
  const isList = isMultivaluedKey(key.toLowerCase())
  const one = (text: string): Sample => ({ key, values: [text], multivalued: isList, ambiguous: false })
  const many = (list: readonly string[]): Sample => ({ key, values: list, multivalued: true, ambiguous: false })
  const single = [...likely, ...values].map(one)
  const lists = probes.some(({ set }) => set) ? [...values.map((text) => many([text])), many(texts)] : [many(['?'])]
  return { samples: [...single, 'absent', ...lists], complete }
}

const SAMPLERS: Readonly<Record<SampleClass, (texts: readonly string[]) => readonly string[]>> = {
  string: (texts) => [...texts, fresh(texts)],
  bool: () => ['true', 'false'],
  numeric: (texts) => [...texts.flatMap(numbersAround), `-0.${'0'.repeat(400)}1`, '1e99999', '-1e99999', 'no number'],
  date: (texts) => [...texts.flatMap(instantsAround), '0', 'no date'],
  ip: (texts) => [...texts.flatMap(addressesAround), '0.0.0.0', '::', 'no address'],
  other: (texts) => [...texts, ...texts.map((text) => text.replaceAll('*', 'x').replaceAll('?', 'x')), fresh(texts)],
}

/** A text that equals none of them. */
function fresh(texts: readonly string[]): string {
  let text = 'other'
  while (texts.includes(text)) text += '-'
  return text
}

/** The number, and one next to it, further from zero. */
const numbersAround = (text: string): readonly string[] => [
  text,
  `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(400)}1`,
]

function instantsAround(text: string): readonly string[] {
  const at = parseInstant(text) ?? 0
  return [at - 1, at, at + 1].map((ms) => `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`)
}

/** The first address of a range, and the first one behind it. */
function addressesAround(text: string): readonly string[] {
  const range = parseIpRange(text)
  if (range === null) return []
  const { version, prefix } = range
  const first = range.bytes.map((byte, i) => byte & (0xff00 >> Math.min(Math.max(prefix - i * 8, 0), 8)) & 255)
  const behind = [...first]
  let at = Math.ceil(prefix / 8) - 1
  let step = prefix === 0 ? 256 : 1 << (8 * (at + 1) - prefix)
  while (at >= 0) {
    const sum = (behind[at] ?? 0) + step
    behind[at] = sum & 255
    if (sum < 256) break
    step = 1
    at--
  }
  return (at < 0 ? [first] : [first, behind]).map((bytes) =>
    version === 4
      ? bytes.join('.')
      : Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)).toString(16)).join(
          ':',
        ),
  )
}
