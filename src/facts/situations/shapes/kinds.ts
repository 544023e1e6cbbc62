import type { SituationShape } from '../situation-row'

/** Kinds of errors that no policy decides, which the stems of a code tell: see `../error-kinds.ts`. */
export const KINDS_SHAPES = {
  'already-exists': {
    decides: 'none',
    codes: ['BucketAlreadyExists', 'BucketAlreadyOwnedByYou', 'EntityAlreadyExists'],
  },
  'not-in-that-state': { decides: 'none' },
  'not-enabled-here': { decides: 'none' },
  'not-offered': { decides: 'none', codes: ['UnsupportedOperation'] },
  'setting-not-there': { decides: 'none' },
  'no-capacity': { decides: 'none' },
  'changed-meanwhile': { decides: 'none' },
  'token-not-valid': { decides: 'none' },
  'key-not-usable': { decides: 'none' },
  'role-not-accepted': { decides: 'open', refused: 'service' },
  'value-not-accepted': { decides: 'none' },
  'service-failed': { decides: 'none', codes: ['ServiceUnavailable'] },
  'printed-failure': { decides: 'open' },
  'took-too-long': { decides: 'none' },
} as const satisfies Readonly<Record<string, SituationShape>>
