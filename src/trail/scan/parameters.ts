import { TAG_PARAMETERS } from '../../denial/cloudtrail-context'
import { RESOURCE_PARAMETERS } from '../../facts/calls/resource-of-request'

/** The bit of a parameter that names a resource. */
export const NAMES_RESOURCE = 1

/** The bit of a parameter that holds tags. */
export const HOLDS_TAGS = 2

interface WantedParameter {
  /** In lower case. */
  readonly codes: Uint8Array
  readonly bit: number
}

const wanted = (names: readonly string[], bit: number): readonly WantedParameter[] =>
  names.map((name) => ({ codes: Uint8Array.from(name.toLowerCase(), (char) => char.charCodeAt(0)), bit }))

const WANTED = [...wanted(RESOURCE_PARAMETERS, NAMES_RESOURCE), ...wanted(TAG_PARAMETERS, HOLDS_TAGS)]

const BY_LENGTH: readonly (readonly WantedParameter[])[] = Array.from(
  { length: Math.max(...WANTED.map(({ codes }) => codes.length)) + 1 },
  (_, length) => WANTED.filter(({ codes }) => codes.length === length),
)

function isSameInAnyCase(codes: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] !== ((bytes[start + i] ?? 0) | 32)) return false
  return true
}

/** What the parameter is wanted for whose name stands between two places. One with escapes may be any. */
export function wantedParameter(bytes: Uint8Array, start: number, end: number): number {
  const candidates = BY_LENGTH[end - start]
  if (candidates !== undefined)
    for (const { codes, bit } of candidates) if (isSameInAnyCase(codes, bytes, start)) return bit
  for (let at = start; at < end; at++) if (bytes[at] === 92) return NAMES_RESOURCE | HOLDS_TAGS
  return 0
}
