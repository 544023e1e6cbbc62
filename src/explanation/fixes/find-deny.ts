import { DENIALS_PAGE } from '../../iam/aws-docs'
import type { StatementResult } from '../../evaluation/evaluation'
import { lastInPath, parseArn } from '../../iam/arn'
import type { Layer } from '../../iam/layers'
import { isServicePrincipal } from '../../iam/principal'
import { join } from '../../text/phrase'
import type { Answer } from '../answer'
import { toRun, type Instruction } from '../instruction'
import type { JudgedCase } from '../judged-case'
import { ADD_TO_LIST, FIND_DENY } from '../messages/find-deny'
import { headlineFacts } from '../words/headline'

const ROOT = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html'
/** Is it a Deny in policies of a known layer that nobody pasted? Then those policies are what is to be seen first. */
const isUnseenDeny = ({ decision, layer, causes: [first] }: Answer): boolean =>
  decision === 'explicitDeny' && layer !== 'none' && first?.code === 'deny-elsewhere' && first.check !== null

const isOfBucket = (resource: string): boolean => {
  const arn = parseArn(resource)
  return arn?.service === 's3' && arn.account === ''
}

/** The look at the policies that AWS says deny: who can change them, and what to look for in them. */
const unseen = (judged: JudgedCase, layer: Layer, [first]: Answer['causes']): readonly Instruction[] => {
  const { principal, action, resource } = judged.accessCase.request
  if (!first?.check || action === '') return []
  const ofBucket = layer === 'resource' && isOfBucket(resource)
  const caller = isServicePrincipal(principal) ? null : headlineFacts(judged, layer).caller
  const policy = lastInPath(judged.denial?.layerPolicyArn ?? '') || null
  const sentence = FIND_DENY({ layer, action, caller, policy, isOfBucket: ofBucket })
  // How they are fetched is a next step, and stands where they are pasted.
  return [{ kind: 'check', sentence, commands: [], page: ofBucket ? ROOT : DENIALS_PAGE }]
}

/** What to find out of a Deny that is here and may have applied; what it exempts by a list takes one more entry. */
const open = (judged: JudgedCase, [first]: Answer['causes'], statement: StatementResult): readonly Instruction[] => {
  if (first?.code !== 'deny-open' || first.isInWords === true || first.check === null) return []
  const { command } = first.check
  const { action } = judged.accessCase.request
  const isExempting = statement.elements.some(({ element }) => element === 'NotAction')
  const sentence = isExempting && action !== '' ? join(first.remedy, ' ', ADD_TO_LIST(action)) : first.remedy
  return [{ kind: 'check', sentence, commands: command ? [toRun(command)] : [], page: first.page }]
}

/** What to do first about a Deny that nothing in the request lifts, as far as it is known. */
export const findDeny = (
  judged: JudgedCase,
  answer: Answer,
  statement: StatementResult | undefined,
): readonly Instruction[] => {
  const { decision, layer, causes } = answer
  if (decision !== 'explicitDeny' || layer === 'none') return []
  if (isUnseenDeny(answer)) return unseen(judged, layer, causes)
  return statement === undefined ? [] : open(judged, causes, statement)
}
