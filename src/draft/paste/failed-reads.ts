import type { Denial } from '../../denial/denial'
import { serviceOfAction, nameOfAction } from '../../iam/action'
import { accountOfArn } from '../../iam/arn'
import type { CaseLayer } from '../../iam/layers'
import { POLICY_READS, type EvidenceRead } from '../../iam/policy-reads'
import type { Draft } from '../draft'
import { editLayers } from '../edit/edit-draft'
import { setState } from '../edit/edit-layers'
import type { PasteReading } from './read-paste-with'
import type { DraftQuestion } from './relation'
import type { RequestParts } from '../build/request-fields'

const NONE: readonly Denial[] = []

const operationOf = ({ operation, action, inferred }: Denial): string => {
  const asked = inferred.action ?? action ?? ''
  return operation ?? nameOfAction(asked)
}

const isRead = (denial: Denial): boolean => POLICY_READS.has(operationOf(denial))

/**
 * The errors in what the commands that fetch policies printed, where a case stands that they were run for: the calls that
 * the credentials may not make, and those that found no policy. Empty where a text is no such output, as with the error of
 * one such call alone, which may be what somebody asks about.
 */
export function failedReads(
  { draft, denial: standing }: DraftQuestion,
  { denials, policies }: PasteReading,
): readonly Denial[] {
  if (denials.length === 0 || !denials.every(isRead)) return NONE
  if (standing === null ? draft.request.action === undefined : isRead(standing)) return NONE
  const isPrinted = policies.length > 0 || denials.length > 1
  return isPrinted || denials.every(({ kind }) => kind === 'not-authorization') ? denials : NONE
}

/** Does a text say, as AWS's command line prints it, that a call failed with a code? */
const saysOf = (text: string, pick: (read: EvidenceRead) => string | undefined): boolean =>
  [...POLICY_READS].some(([operation, read]) => {
    const code = pick(read)
    return code !== undefined && text.includes(`(${code}) when calling the ${operation} operation`)
  })

/** The layers of which a text says that they hold nothing: the resource's, and those of an organization. */
function emptyLayers({ principal, action, resourceAccount }: RequestParts, text: string): readonly CaseLayer[] {
  const service = serviceOfAction(action)
  const isAlone = saysOf(text, ({ noOrganization }) => noOrganization)
  // Who runs the commands is in the caller's account: of another account's organization they say nothing.
  const isOneAccount = resourceAccount === '' || resourceAccount === accountOfArn(principal)
  return [
    ...(saysOf(text, (read) => (read.service === service ? read.noPolicy : undefined)) ? (['resource'] as const) : []),
    ...(isAlone ? (['scp'] as const) : []),
    ...(isAlone && isOneAccount ? (['rcp'] as const) : []),
  ]
}

/** The layers that are told as empty by what a text says, where nothing else is known of them. */
export const emptiedBy = (draft: Draft, request: RequestParts, text: string): readonly CaseLayer[] =>
  emptyLayers(request, text).filter((layer) => draft.layers[layer].state === 'notGiven')

/** The draft with layers told as empty. */
export const withEmpty = (draft: Draft, empty: readonly CaseLayer[]): Draft =>
  empty.reduce((before, layer) => editLayers(before, (layers) => setState(layers, layer, 'none')), draft)

/** A call as people name it, with what AWS answered: "iam:GetUser (AccessDenied)". */
const callOf = (denial: Denial): string => {
  const service = POLICY_READS.get(operationOf(denial))?.service ?? ''
  const action = denial.inferred.action ?? denial.action ?? `${service}:${operationOf(denial)}`
  return denial.errorCode === null ? action : `${action} (${denial.errorCode})`
}

/** The calls that failed, each once. */
export const failedCalls = (reads: readonly Denial[]): readonly string[] => [...new Set(reads.map(callOf))]
