import { EXAMPLES } from '../examples'
import type { Example } from '../example'
import { COMPUTE_EXAMPLES } from './compute-and-data'
import { ORGANIZATION_EXAMPLES } from './organization'
import { ROLE_EXAMPLES } from './roles'
import { STORAGE_EXAMPLES } from './storage'

/** All examples; the six of the empty page first. Loaded when the gallery is opened. */
export const GALLERY: readonly Example[] = [
  ...EXAMPLES,
  ...STORAGE_EXAMPLES,
  ...COMPUTE_EXAMPLES,
  ...ROLE_EXAMPLES,
  ...ORGANIZATION_EXAMPLES,
]
