import { keysWith } from '../../facts/keys/condition-keys'
import type { JudgedCase } from '../judged-case'

/** The key that tells a call which a service makes for the caller. */
export const FORWARDED = 'aws:ViaAWSService'

/** Keys that tell where a request comes from: what a service forwards comes from the service. */
const OF_NETWORK: readonly string[] = ['aws:sourceip', ...keysWith('notForwarded')]

/** Is the request known to be one that a service makes for the caller? */
const isForwarded = ({ accessCase }: Pick<JudgedCase, 'accessCase'>): boolean =>
  Object.entries(accessCase.request.context ?? {}).some(
    ([key, value]) => key.toLowerCase() === FORWARDED.toLowerCase() && value === 'true',
  )

/** Does the text print what another side sends, as the external id of an integration? Then the policy follows it. */
const isSentByAnother = ({ pasted = [] }: JudgedCase, key: string): boolean =>
  key.toLowerCase() === 'sts:externalid' &&
  pasted.some((one) => one.key.toLowerCase() === 'sts:externalid' && one.parameter === null && one.values.length > 0)

/** Does a key tell of the network of a service that sent the request for the caller, whatever network the caller is in? */
export const isOfForwarder = (judged: Pick<JudgedCase, 'accessCase'>, key: string): boolean =>
  OF_NETWORK.includes(key.toLowerCase()) && isForwarded(judged)

/** Sessions whose names a service gives, for code that runs where AWS runs it. */
const RUN_BY_AWS = /:assumed-role\/[^/]+\/(?:AWSCodeBuild-|GlueJobRunnerSession|SageMaker$|BuildTask|amplify)/i

/** Words by which a text tells that its code runs in a function, without a network of its own. */
const OUTSIDE_NETWORK =
  /\b(?:lambdas?|function)\b[^\n.]{1,40}\b(?:not|outside|without|no)[ -][^\n.]{0,16}\bvpc\b|\b(?:not|outside|without)[ -][^\n.]{0,16}\bvpc\b[^\n.]{1,60}\b(?:lambda|function)\b/i

/**
 * Does a key tell the public address, where the code runs at AWS and has none of the office: a function outside a VPC, a build?
 * Nobody sends it from there.
 */
const isBoundToAws = ({ accessCase }: JudgedCase, key: string): boolean =>
  key.toLowerCase() === 'aws:sourceip' &&
  (RUN_BY_AWS.test(accessCase.request.principal) || OUTSIDE_NETWORK.test((accessCase.error ?? '').slice(0, 20_000)))

/** Does a key tell of a place that the caller cannot send the request from, whatever they change? */
export const isFromElsewhere = (judged: JudgedCase, key: string): boolean =>
  isOfForwarder(judged, key) || isBoundToAws(judged, key) || isSentByAnother(judged, key)
