import type { PartKind, UnknownPiece } from '../../../draft/build/known-part'
import type { InferenceCode } from '../../../draft/build/inference'

/** Why a field or a key has the value that nobody wrote. */
export const INFERENCES: Readonly<Record<InferenceCode, string>> = {
  'principal-from-text': 'named elsewhere in the text.',
  'action-from-operation': 'the permission that this operation usually needs.',
  'resource-from-text': 'named elsewhere in the text.',
  'resource-from-phrase': 'the ARN of what the message names, in the caller’s account.',
  'action-takes-no-resource': 'this action takes no resource.',
  'account-from-text': 'named elsewhere in the text.',
  'account-of-resource': 'the account in the resource’s ARN.',
  'account-of-principal': 'assumed to be the caller’s account, because the ARN has none.',
  'region-of-resource': 'the Region in the resource’s ARN.',
  'region-of-global-service': 'the Region in which this global service is called.',
  'service-of-linked-role': 'the service in the path of the role that is to be created.',
  'role-with-path': 'the ARN of the calling role, as a command in the text shows it.',
  'session-of-caller': 'the ID of the calling role, which isn’t known, and the name of its session.',
  'endpoint-of-call': 'the host that was called leads through this VPC endpoint.',
  'region-of-call': 'the Region that the command, or a line before it, names.',
  'address-without-tls': 'the client’s address begins with http://.',
  'made-by-service': 'An AWS service makes this call with the caller’s credentials.',
  'https-is-usual': 'tools and SDKs call AWS over HTTPS.',
  'option-of-mount': 'the command that mounts the file system does or doesn’t ask for TLS.',
  'sent-by-service': 'the ACL with which this service writes.',
  'external-id-of-redshift': 'Redshift assumes roles with its database user as external ID.',
  'parameter-of-call': 'the command or the code in the text gives it.',
  'resource-of-action': 'AWS checks this action on it.',
  'value-in-paste': 'the text says so beside the policies. Nothing proves that it is of this request.',
  'check-of-call': 'the first check of this call that the policies here don’t let through.',
  'row-of-words': 'what the service’s words mean, for the policy you pasted.',
  'holder-in-names': 'the names of the identity-based policies you pasted have its ARN.',
  'resource-of-policy': 'the text names it, and the policy of it that you pasted has its ARN.',
  'not-in-call': 'the command in the text does not give it.',
  'not-with-parts': 'the operation: parts of an upload carry no tags, only the call that begins it does.',
  'called-directly': 'the error: the caller called KMS, and no AWS service did.',
  'tags-alone': 'the error: the call sets tags on something that exists, and creates nothing.',
  'service-that-calls-kms': 'the service that calls KMS for this operation.',
}

/** What a part of the request is, as far as it is written. */
export const PART_KINDS: Readonly<Record<PartKind, string>> = {
  user: 'A user',
  role: 'A role',
  session: 'A session of the role',
  federated: 'A federated-user session',
  root: 'A root user',
  caller: 'A caller',
  resource: 'A resource',
}

/** What is masked or left out of it. */
export const UNKNOWN_PIECES: Readonly<Record<UnknownPiece, string>> = {
  account: 'the account',
  region: 'the Region',
  name: 'part of the name',
  partition: 'the partition',
}
