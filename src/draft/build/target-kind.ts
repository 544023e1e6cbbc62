import { serviceOfAction } from '../../iam/action'
import { own } from '../../text/own'

/** How people speak of what a service holds. */
const NOUNS: Readonly<Record<string, RegExp>> = {
  sqs: /\b(?:sqs|queues?)\b/i,
  sns: /\b(?:sns|topics?)\b/i,
  lambda: /\b(?:lambdas?|functions?)\b/i,
  s3: /\b(?:s3|buckets?)\b/i,
  kinesis: /\b(?:kinesis|data streams?)\b/i,
  firehose: /\b(?:firehose|delivery streams?)\b/i,
  states: /\b(?:state machines?|step functions?)\b/i,
  ecs: /\becs\b/i,
  logs: /\b(?:log groups?|cloudwatch logs)\b/i,
}

/** What takes messages that reach nobody: it is beside the target. */
const BESIDE = /\b(?:dead[ -]?letter (?:queues?|topics?)|dlqs?)\b/gi

/** Of calls that a service makes of one of several kinds of things, those of the one kind that a text speaks of; all, where it speaks of none or of several. */
export function ofToldKind(actions: readonly string[], text: string): readonly string[] {
  const services = [...new Set(actions.map(serviceOfAction))]
  if (services.length < 2) return actions
  const told = text.replace(BESIDE, ' ')
  const named = services.filter((service) => own(NOUNS, service)?.test(told) === true)
  return named.length === 1 ? actions.filter((one) => serviceOfAction(one) === named[0]) : actions
}
