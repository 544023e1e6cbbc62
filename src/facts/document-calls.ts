import type { Layer } from '../iam/layers'

/** A call that sets a policy document, and the place that the document gets. */
export interface DocumentCall {
  readonly operations: readonly string[]
  /** Words of the text that tell it from others of the same name, in lower case. */
  readonly near?: readonly string[]
  readonly layer: Layer
  /** The IAM prefix of the service whose actions alone the document may name; null: any. */
  readonly service: string | null
  /** What people call such a policy. */
  readonly name: string
}

const of = (service: string, name: string, ...operations: readonly string[]): DocumentCall => ({
  operations,
  layer: 'resource',
  service,
  name,
})

const at = (layer: Layer, name: string, ...operations: readonly string[]): DocumentCall => ({
  operations,
  layer,
  service: null,
  name,
})

/** The types of policies as the validation of IAM Access Analyzer names them. */
export const VALIDATED_AS: Readonly<Record<Layer, string>> = {
  identity: 'IDENTITY_POLICY',
  boundary: 'IDENTITY_POLICY',
  session: 'IDENTITY_POLICY',
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
  resource: 'RESOURCE_POLICY',
  trust: 'RESOURCE_POLICY',
  endpoint: 'RESOURCE_POLICY',
}

const ORGANIZATIONS = ['organizations', 'service_control_policy', 'resource_control_policy']

/** The policy that says who may assume a role. */
export const TRUST_DOCUMENT = at('trust', 'role trust policy', 'CreateRole', 'UpdateAssumeRolePolicy')

/** Ordered: the first whose operation and words fit. */
const DOCUMENT_CALLS: readonly DocumentCall[] = [
  { ...at('rcp', 'resource control policy', 'CreatePolicy', 'UpdatePolicy'), near: ['resource_control_policy'] },
  { ...at('scp', 'service control policy', 'CreatePolicy', 'UpdatePolicy'), near: ORGANIZATIONS },
  at('identity', 'identity-based policy', 'CreatePolicy', 'CreatePolicyVersion', 'PutRolePolicy', 'PutUserPolicy'),
  at('identity', 'identity-based policy', 'PutGroupPolicy', 'PutInlinePolicyToPermissionSet'),
  TRUST_DOCUMENT,
  at(
    'session',
    'session policy',
    'AssumeRole',
    'AssumeRoleWithWebIdentity',
    'AssumeRoleWithSAML',
    'GetFederationToken',
  ),
  at('endpoint', 'VPC endpoint policy', 'CreateVpcEndpoint', 'ModifyVpcEndpoint'),
  of('s3', 'bucket policy', 'PutBucketPolicy'),
  of('s3', 'access point policy', 'PutAccessPointPolicy', 'PutMultiRegionAccessPointPolicy'),
  of('sns', 'topic policy', 'SetTopicAttributes'),
  of('sqs', 'queue policy', 'SetQueueAttributes'),
  of('kms', 'key policy', 'PutKeyPolicy', 'CreateKey'),
  of('ecr', 'repository policy', 'SetRepositoryPolicy'),
  of('ecr', 'registry policy', 'PutRegistryPolicy'),
  of('backup', 'vault policy', 'PutBackupVaultAccessPolicy'),
  of('elasticfilesystem', 'file system policy', 'PutFileSystemPolicy'),
  of('glacier', 'vault policy', 'SetVaultAccessPolicy', 'InitiateVaultLock'),
  of('codeartifact', 'policy of CodeArtifact', 'PutDomainPermissionsPolicy', 'PutRepositoryPermissionsPolicy'),
  of('es', 'domain access policy', 'UpdateElasticsearchDomainConfig', 'UpdateDomainConfig'),
]

/** What a call sets a document as; null where the table has none of that name. */
export function documentCall(operation: string, text: string): DocumentCall | null {
  const lower = text.toLowerCase()
  return (
    DOCUMENT_CALLS.find(
      ({ operations, near }) =>
        operations.includes(operation) && (near === undefined || near.some((word) => lower.includes(word))),
    ) ?? null
  )
}
