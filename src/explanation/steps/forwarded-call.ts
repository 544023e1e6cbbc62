import { keysWith } from '../../facts/keys/condition-keys'
import type { Situation } from '../situation'

/** The key that tells a call which a service makes for the caller. */
export const FORWARDED = 'aws:ViaAWSService'

/** Keys that tell where a request comes from: what a service forwards comes from the service. */
const OF_NETWORK: readonly string[] = ['aws:sourceip', ...keysWith('notForwarded')]

/** Is the request known to be one that a service makes for the caller? */
const isForwarded = ({ accessCase }: Situation): boolean =>
  Object.entries(accessCase.request.context ?? {}).some(
    ([key, value]) => key.toLowerCase() === FORWARDED.toLowerCase() && value === 'true',
  )

/** Does a key tell of the network of a service that sent the request for the caller, whatever network the caller is in? */
export const isOfForwarder = (situation: Situation, key: string): boolean =>
  OF_NETWORK.includes(key.toLowerCase()) && isForwarded(situation)
