import {
  GetContextKeysForPrincipalPolicyCommand,
  SimulateCustomPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam'
import { DecodeAuthorizationMessageCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { EvaluationResult, SimulateCustomPolicyRequest, SimulatePrincipalPolicyRequest } from '@aws-sdk/client-iam'
import { answered } from './answered'
import type { AwsClients } from './client'

/** Who the credentials are. */
export interface CallerIdentity {
  readonly account: string
  readonly arn: string
  readonly userId: string
}

/** Asks STS whose credentials these are. Needs no permission. */
export async function getCallerIdentity({ sts }: AwsClients, abortSignal?: AbortSignal): Promise<CallerIdentity> {
  const { Account, Arn, UserId } = await sts.send(
    new GetCallerIdentityCommand({}),
    ...(abortSignal ? [{ abortSignal }] : []),
  )
  return { account: answered(Account, 'Account'), arn: answered(Arn, 'Arn'), userId: UserId ?? '' }
}

/** The longest message that STS takes. https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
const LONGEST_MESSAGE = 10_240

/** The blob without the white space, quotes and full stop that pasting leaves around and inside it. */
const cleanMessage = (text: string): string => text.replace(/[^\w-]+/g, '').slice(0, LONGEST_MESSAGE)

/** Decodes an encoded authorization message; answers with the JSON text that is inside. */
export async function decodeMessage({ sts }: AwsClients, message: string, abortSignal?: AbortSignal): Promise<string> {
  const { DecodedMessage } = await sts.send(
    new DecodeAuthorizationMessageCommand({ EncodedMessage: cleanMessage(message) }),
    ...(abortSignal ? [{ abortSignal }] : []),
  )
  return answered(DecodedMessage, 'DecodedMessage')
}

/** Simulates one action with the policies given in the request. */
export async function simulateCustom(
  { iam }: AwsClients,
  request: SimulateCustomPolicyRequest,
  abortSignal?: AbortSignal,
): Promise<readonly EvaluationResult[]> {
  const answer = await iam.send(new SimulateCustomPolicyCommand(request), ...(abortSignal ? [{ abortSignal }] : []))
  return answered(answer.EvaluationResults, 'EvaluationResults')
}

/** Simulates one action with the policies that are attached to the user or role. */
export async function simulatePrincipal(
  { iam }: AwsClients,
  request: SimulatePrincipalPolicyRequest,
  abortSignal?: AbortSignal,
): Promise<readonly EvaluationResult[]> {
  const answer = await iam.send(new SimulatePrincipalPolicyCommand(request), ...(abortSignal ? [{ abortSignal }] : []))
  return answered(answer.EvaluationResults, 'EvaluationResults')
}

/** The condition keys and policy variables that the attached policies use: what a simulation would want to know. */
export async function attachedContextKeys(
  { iam }: AwsClients,
  PolicySourceArn: string,
  abortSignal?: AbortSignal,
): Promise<readonly string[]> {
  const answer = await iam.send(
    new GetContextKeysForPrincipalPolicyCommand({ PolicySourceArn }),
    ...(abortSignal ? [{ abortSignal }] : []),
  )
  return answered(answer.ContextKeyNames, 'ContextKeyNames')
}
