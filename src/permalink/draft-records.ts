import type { LayerState } from '../draft/draft'
import type { CaseLayer } from '../iam/layers'

/** What each record of a link of version 1 holds. What has its default value is left out. */
export const TAGS = {
  title: '\x01',
  paste: '\x02',
  chosen: '\x03',
  principal: '\x04',
  action: '\x05',
  resource: '\x06',
  resourceAccount: '\x07',
  knownKey: '\x08',
  /** A known key that holds a list. */
  knownList: '\x1a',
  absentKey: '\x0b',
  unknownKey: '\x0c',
  value: '\x0e',
  otherKeysAbsent: '\x0f',
  /** A sign for the layer and one for its state. */
  layer: '\x10',
  level: '\x11',
  policy: '\x12',
  source: '\x13',
  /** Nobody said that the policy before it belongs to its layer: it counts there by its look. */
  assumed: '\x1c',
  /** The text of the policy before it, as `foldLayout` writes it. */
  document: '\x14',
  fact: '\x15',
  factValue: '\x16',
  /**
   * A further check: a sign for the state of its policy, or a dot where it shares the request's, and the action. Its
   * resource, keys and policy follow as records of their own.
   */
  check: '\x1e',
  /** Something that is masked or left out, and what the user says that it stands for; without that it is open. */
  hole: '\x17',
  holeValue: '\x18',
  /** A request with the decision that is expected of it: its sign and the action; caller, resource and keys follow. */
  test: '\x1f',
} as const

/** The kinds of records. */
export type Tag = keyof typeof TAGS

/** The other way round. */
export const TAG_OF: ReadonlyMap<string, Tag> = new Map(Object.entries(TAGS).map(([name, char]) => [char, name as Tag]))
/** One sign a layer. */
export const LAYER_SIGNS: Readonly<Record<CaseLayer, string>> = {
  identity: 'i',
  resource: 'r',
  boundary: 'b',
  session: 's',
  scp: 'c',
  rcp: 'o',
  endpoint: 'e',
}
/** In the place of a state: the check meets the policy of the request's resource. */
export const SHARED_POLICY = '.'
/** One sign for what is expected of a test. */
export const EXPECTED_SIGNS = { allowed: '+', denied: '-' } as const
/** One sign a state. */
export const STATE_SIGNS: Readonly<Record<LayerState, string>> = { given: '+', none: '-', notGiven: '?' }
