import { code, list, say, type Phrase } from '../../text/phrase'
import type { Layer } from '../../iam/layers'
import { LAYER_PHRASES } from './layers'

/** What AWS refuses next, once the first fault is mended. */
export const SECOND_FAULT = {
  /** The same request, by a policy of another layer. */
  layer: (layer: Layer): Phrase => say`There’s a second fault: ${LAYER_PHRASES[layer].one} must allow it too.`,
  /** The same request, by other Denies. */
  denies: (statements: readonly Phrase[]): Phrase =>
    say`${list(statements)} ${statements.length === 1 ? 'denies' : 'deny'} this request too.`,
  /** Another check of the same work, by the policies of the same layer. */
  check: (action: string, resource: string): Phrase =>
    say`There’s a second fault: the same work needs ${code(action)} on ${code(resource)} too.`,
  /** What the Allow that was meant for it lacks. */
  cover: (resource: string): Phrase => say`Add ${code(resource)} to that statement’s ${code('Resource')}.`,
} as const
