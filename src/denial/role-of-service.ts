import { reachOfService, type Target } from '../facts/service-reach'
import { unsignedCaller } from '../facts/unsigned-actions'
import type { SituationShape } from '../facts/situations/situation-row'
import { SITUATIONS } from '../facts/situations/situations'
import { likelyTakesNoPolicy } from '../facts/without-policy'
import { serviceOfAction } from '../iam/action'
import { own } from '../text/own'
import type { DenialSentence } from './denial-sentence'

/** The kind of thing that the actions of a service are about, where other services reach for it. */
const THING_OF: Readonly<Record<string, Target>> = {
  s3: 'bucket',
  lambda: 'function',
  sns: 'topic',
  sqs: 'queue',
  logs: 'logs',
  kinesis: 'stream',
  events: 'bus',
  secretsmanager: 'secret',
}

/**
 * Does a service that is spoken of by its name work here with a role that it was given? So it is where what it asked for takes
 * no policy of its own, which alone could let the service in, and where that service always does so.
 */
export function isRoleOfService(
  written: string | null,
  principal: string | undefined,
  action: string,
  resource: string,
): boolean {
  // AWS writes the principal itself where the service called as itself.
  if (written === null || /[.:]/.test(written) || principal?.endsWith('.amazonaws.com') !== true) return false
  const service = serviceOfAction(action)
  if (!/^[a-z\d-]+:[A-Z]\w+$/.test(action) || service === 'sts' || service === 'iam' || service === 'kms') return false
  const thing = own(THING_OF, service)
  if (thing !== undefined) return reachOfService(principal, thing) === 'role'
  return likelyTakesNoPolicy(resource, action)
}

/** Does a situation blame a caller’s own policies for what a provider’s token asks for? The trust policy alone decides such a call. */
export function isOfNoIdentity({ situation }: DenialSentence, action: string | null): boolean {
  if (situation === undefined || unsignedCaller(action?.toLowerCase() ?? '') !== 'identityProvider') return false
  const { decides }: SituationShape = SITUATIONS[situation]
  return decides === 'identity'
}
