import type { ClaimedLayer, Denial } from '../denial/denial'
import { parseDenials } from '../denial/parse-denials'
import { readReason } from '../denial/reasons'
import { DENIAL_CODE } from '../denial/wrapper'

/** What the error of a call says: whether it was one of authorization, and of what. Null where it does not say. */
export interface EventError {
  readonly outcome: 'denied' | 'failed'
  readonly decision: Denial['decision']
  /** The layer that AWS names. */
  readonly layer: ClaimedLayer
  readonly action: string | null
  readonly resource: string | null
  readonly layerPolicyArn: string | null
}

/** AWS's usual sentence, up to its reason. */
const SENTENCE =
  /^(?:You are not authorized to perform this operation\. )?User: \S{1,2048} is not authorized to perform: ([a-z\d-]{1,64}:[A-Za-z\d]{1,128})(?: on resource: (?:"([^"\s]{1,2048})"|(arn:[^"\s]{1,2048})))?(?= because | with |\.? Encoded authorization failure message: |$)/

const BLOB = /^(?:\.? Encoded authorization failure message: [\w-]*)?$/

/** The usual sentence read at once; null where the words are others, which take the long way. */
function readUsual(message: string): EventError | null {
  const match = SENTENCE.exec(message)
  if (match === null) return null
  const [sentence, action = null, quoted, plain] = match
  const bare = { outcome: 'denied', action, resource: quoted ?? plain ?? null, layerPolicyArn: null } as const
  const rest = message.slice(sentence.length)
  if (BLOB.test(rest)) return { ...bare, decision: 'unknown', layer: 'unknown' }
  const reason = readReason(message, sentence.length + 1)
  if (reason === null || !BLOB.test(message.slice(reason.end))) return null
  return { ...bare, decision: reason.decision, layer: reason.layer }
}

function readSlowly(operation: string, source: string, code: string, message: string): EventError {
  const error = { eventName: operation, eventSource: source, errorCode: code, errorMessage: message }
  const [denial] = parseDenials(JSON.stringify(error))
  if (denial === undefined || denial.kind === 'not-authorization')
    return {
      outcome: 'failed',
      decision: 'unknown',
      layer: 'unknown',
      action: null,
      resource: null,
      layerPolicyArn: null,
    }
  const { decision, layer, inferred, layerPolicyArn } = denial
  return {
    outcome: 'denied',
    decision,
    layer,
    action: inferred.action ?? denial.action,
    resource: inferred.resource ?? denial.resource,
    layerPolicyArn,
  }
}

/** Reads the error of an event. What a log says again and again, its readers remember. */
export const errorOfEvent = (operation: string, source: string, code: string, message: string): EventError =>
  (DENIAL_CODE.test(code) ? readUsual(message) : null) ?? readSlowly(operation, source, code, message)
