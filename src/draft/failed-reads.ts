import type { Denial } from '../denial/denial'
import { POLICY_READS } from '../iam/policy-reads'
import { requestOf } from './build-case'
import { chosenDenial } from './chosen-denial'
import type { Draft } from './draft'
import { editLayers } from './edit-draft'
import { setState } from './edit-layers'
import { denialsOf } from './known-denials'
import type { PasteReading } from './read-paste'

const NONE: readonly Denial[] = []

const operationOf = ({ operation, action, inferred }: Denial): string => {
  const asked = inferred.action ?? action ?? ''
  return operation ?? asked.slice(asked.indexOf(':') + 1)
}

const isRead = (denial: Denial): boolean => POLICY_READS.has(operationOf(denial))

/**
 * The errors in what the commands that fetch policies printed, where a case stands that they were run for: the calls that
 * the credentials may not make, and those that found no policy. Empty where a text is no such output, as with the error of
 * one such call alone, which may be what somebody asks about.
 */
export function failedReads(draft: Draft, { denials, policies }: PasteReading): readonly Denial[] {
  if (denials.length === 0 || !denials.every(isRead)) return NONE
  const standing = chosenDenial(draft, denialsOf(draft.paste))
  if (standing === null ? draft.request.action === undefined : isRead(standing)) return NONE
  const isPrinted = policies.length > 0 || denials.length > 1
  return isPrinted || denials.every(({ kind }) => kind === 'not-authorization') ? denials : NONE
}

/** Does a text say, as AWS's command line prints it, that the resource of a service has no policy? */
const saysNoPolicy = (text: string, service: string): boolean =>
  [...POLICY_READS].some(
    ([operation, read]) =>
      read.noPolicy !== undefined &&
      read.service === service &&
      text.includes(`(${read.noPolicy}) when calling the ${operation} operation`),
  )

/** The draft with the resource's policy told as none, where a call for it said so and nothing else is known of it. */
export function takeNoPolicy(draft: Draft, text: string): Draft {
  const { action } = requestOf(draft)
  const service = action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase()
  if (draft.layers.resource.state !== 'notGiven' || !saysNoPolicy(text, service)) return draft
  return editLayers(draft, (layers) => setState(layers, 'resource', 'none'))
}

/** A call as people name it, with what AWS answered: "iam:GetUser (AccessDenied)". */
const callOf = (denial: Denial): string => {
  const service = POLICY_READS.get(operationOf(denial))?.service ?? ''
  const action = denial.inferred.action ?? denial.action ?? `${service}:${operationOf(denial)}`
  return denial.errorCode === null ? action : `${action} (${denial.errorCode})`
}

/** The calls that failed, each once. */
export const failedCalls = (reads: readonly Denial[]): readonly string[] => [...new Set(reads.map(callOf))]
