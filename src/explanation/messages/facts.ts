import type { CaseFacts, KmsGrant } from '../../case/access-case'
import { expectedOfFact, type FactName } from '../../case/read-facts'

/** What each fact beside the policies is called, in the order in which they are told. */
export const FACT_LABELS: Readonly<Record<FactName, string>> = {
  kmsGrants: 'Grants on the KMS key',
  kmsKeyManager: 'Who manages the KMS key',
  s3RestrictPublicBuckets: 'S3 restricts public buckets',
  s3ObjectOwner: 'Account that owns the object',
  canonicalUser: 'Canonical user id of the caller’s account',
  federatedBy: 'IAM user who made the federated session',
  endpointType: 'Type of the VPC endpoint',
  managementAccount: 'Management account of the organization',
}

/** A fact that is given, in words. */
export interface FactWords {
  readonly label: string
  /** One a line. */
  readonly values: readonly string[]
}

const grantWords = ({ grantee, operations }: KmsGrant): string => `${grantee}: ${operations.join(', ')}`

/** Each value of a fact in words. */
const VALUES: Readonly<Record<FactName, (facts: CaseFacts) => readonly (string | undefined)[]>> = {
  kmsGrants: ({ kmsGrants = [] }) => (kmsGrants.length === 0 ? ['none'] : kmsGrants.map(grantWords)),
  kmsKeyManager: ({ kmsKeyManager }) => [kmsKeyManager === 'aws' ? 'AWS' : 'the account that owns it'],
  s3RestrictPublicBuckets: ({ s3RestrictPublicBuckets }) => [s3RestrictPublicBuckets ? 'yes' : 'no'],
  s3ObjectOwner: ({ s3ObjectOwner }) => [s3ObjectOwner],
  canonicalUser: ({ canonicalUser }) => [canonicalUser],
  federatedBy: ({ federatedBy }) => [federatedBy],
  endpointType: ({ endpointType }) => [endpointType],
  managementAccount: ({ managementAccount }) => [managementAccount],
}

/** The facts that a case gives, in words. One that is not of its kind is left out: no evaluation takes it. */
export function factWords(facts: CaseFacts | undefined): readonly FactWords[] {
  return (Object.keys(FACT_LABELS) as FactName[])
    .filter((name) => facts?.[name] !== undefined && expectedOfFact(name, facts[name]) === null)
    .map((name) => ({
      label: FACT_LABELS[name],
      values: VALUES[name](facts ?? {}).filter((value) => value !== undefined),
    }))
}
