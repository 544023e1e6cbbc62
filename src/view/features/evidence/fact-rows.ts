import { DETAILS_TEXTS } from './details-messages'
import type { CaseFacts } from '../../../case/access-case'
import type { FactName } from '../../../case/read-facts'
import { readAccount, readCanonicalUser, readUserArn, type ReadFact } from '../../../draft/edit/edit-facts'
import type { ShellCommand } from '../../../text/shell-quote'
import { FACT_LABELS } from '../../../explanation/messages/facts'
import { AS_JSON, literal } from '../../../explanation/steps/script'
import { type Arn, firstInPath } from '../../../iam/arn'
import type { AskedResource, FactScene } from './fact-scene'

/** How a fact is said: one of a few, or a text. */
export type FactControl =
  | {
      readonly kind: 'choice'
      readonly options: readonly { readonly label: string; readonly value: string | boolean }[]
    }
  | {
      readonly kind: 'text'
      readonly placeholder: string
      readonly read: (text: string) => ReadFact<string>
      readonly offers: (scene: FactScene) => readonly { readonly label: string; readonly value: string }[]
    }
  | { readonly kind: 'grants' }

/** A fact that no policy can say. */
export interface FactRow {
  readonly name: FactName
  readonly label: string
  readonly isRelevant: (scene: FactScene) => boolean
  readonly control: FactControl
  /** What it does to the verdict, for its value; undefined: nobody said. */
  readonly effect: (value: unknown, scene: FactScene) => string
  /** The command that tells it. */
  readonly commands: (scene: FactScene) => readonly ShellCommand[]
  readonly page: string
}

const DOCS = 'https://docs.aws.amazon.com'

const of = (service: string, { asked }: FactScene) => asked.filter((one) => one.service === service)
const isObject = ({ arn }: AskedResource) => arn?.resource.includes('/') === true
const bucketOf = ({ arn }: AskedResource) => firstInPath(arn?.resource ?? '')
const isAcross = ({ principal }: FactScene, { account }: AskedResource) =>
  principal?.kind === 'anonymous' || principal?.account !== account
const s3Of = (scene: FactScene): AskedResource | undefined => of('s3', scene)[0]
const askedKmsKey = (scene: FactScene): AskedResource | undefined => of('kms', scene)[0]

const region = (arn: Arn | null | undefined): readonly string[] => (arn?.region ? ['--region', arn.region] : [])

const aws = (...words: readonly (string | readonly string[])[]): ShellCommand => literal(['aws', ...words.flat()])

const query = (path: string): readonly string[] => ['--query', path, '--output', 'text']

/** Accounts that a fact may name, for a click. */
function accountOffers(scene: FactScene): readonly { readonly label: string; readonly value: string }[] {
  const caller = scene.principal?.account ?? null
  const others = scene.asked.map(({ account }) => account).filter((account) => account !== null && account !== caller)
  return [
    ...(caller === null ? [] : [{ label: 'the caller’s account', value: caller }]),
    ...[...new Set(others)].map((value) => ({ label: 'the resource’s account', value: value ?? '' })),
  ]
}

function organizationEffect(value: unknown, scene: FactScene): string {
  if (value === undefined) return DETAILS_TEXTS.scpsAndRcpsDo
  if (value === scene.principal?.account) return DETAILS_TEXTS.itIsTheCaller
  if (scene.asked.some(({ account }) => account === value)) return DETAILS_TEXTS.itIsTheResource
  return DETAILS_TEXTS.itIsNeitherThe
}

/** Every fact that the form offers, in its order. */
export const FACT_ROWS: readonly FactRow[] = [
  {
    name: 'kmsGrants',
    label: FACT_LABELS.kmsGrants,
    isRelevant: (scene) => of('kms', scene).length > 0,
    control: { kind: 'grants' },
    effect: (value, scene) => {
      if (value === undefined)
        return 'A grant allows its grantee in addition to the key policy. Until you list some, we assume that there are none.'
      const keys = new Set(of('kms', scene).map(({ resource }) => resource))
      const where = keys.size > 1 ? ' We assume that they are on every key of this call.' : ''
      return `A grant allows its grantee these operations in addition to the key policy. Constraints on the encryption context aren’t evaluated.${where}`
    },
    commands: (scene) => {
      const key = askedKmsKey(scene)
      return [aws('kms', 'list-grants', '--key-id', key?.resource ?? 'KEY', region(key?.arn), AS_JSON)]
    },
    page: `${DOCS}/kms/latest/developerguide/grants.html`,
  },
  {
    name: 'kmsKeyManager',
    label: FACT_LABELS.kmsKeyManager,
    isRelevant: (scene) => of('kms', scene).some((one) => isAcross(scene, one) || scene.states.rcp !== 'none'),
    control: {
      kind: 'choice',
      options: [
        { label: 'you', value: 'customer' },
        { label: 'AWS', value: 'aws' },
      ],
    },
    effect: (value) =>
      value === 'aws'
        ? 'RCPs don’t apply to an AWS managed key, and other accounts can’t use it.'
        : 'We assume a customer managed key: RCPs apply to it, and its policy may allow other accounts.',
    commands: (scene) => {
      const key = askedKmsKey(scene)
      const words = ['kms', 'describe-key', '--key-id', key?.resource ?? 'KEY']
      return [aws(words, query('KeyMetadata.KeyManager'), region(key?.arn))]
    },
    page: `${DOCS}/organizations/latest/userguide/orgs_manage_policies_rcps.html`,
  },
  {
    name: 's3RestrictPublicBuckets',
    label: FACT_LABELS.s3RestrictPublicBuckets,
    isRelevant: (scene) => of('s3', scene).some((one) => isAcross(scene, one)),
    control: {
      kind: 'choice',
      options: [
        { label: 'yes', value: true },
        { label: 'no', value: false },
      ],
    },
    effect: (value) =>
      value === true
        ? 'Block Public Access is on: a bucket policy that makes the bucket public grants nothing to other accounts.'
        : 'RestrictPublicBuckets of Block Public Access, at any level. We assume that it is off, so public bucket policies grant access.',
    commands: (scene) => {
      const one = s3Of(scene)
      if (one === undefined) return []
      const which = query('PublicAccessBlockConfiguration.RestrictPublicBuckets')
      return [
        aws('s3api', 'get-public-access-block', '--bucket', bucketOf(one), which),
        ...(one.account === null
          ? []
          : [aws('s3control', 'get-public-access-block', '--account-id', one.account, which)]),
      ]
    },
    page: `${DOCS}/AmazonS3/latest/userguide/access-control-block-public-access.html`,
  },
  {
    name: 's3ObjectOwner',
    label: FACT_LABELS.s3ObjectOwner,
    isRelevant: (scene) => of('s3', scene).some(isObject),
    control: { kind: 'text', placeholder: '12 digits', read: readAccount, offers: accountOffers },
    effect: (value, scene) => {
      const one = of('s3', scene).find(isObject)
      if (value === undefined) return 'We assume the bucket’s account, which is always right when ACLs are disabled.'
      return value === one?.account
        ? 'The bucket policy can grant access to it.'
        : 'A bucket policy grants nothing on an object of another account, unless the owner itself asks.'
    },
    commands: (scene) => {
      const one = s3Of(scene)
      if (one === undefined) return []
      const which = query('OwnershipControls.Rules[0].ObjectOwnership')
      return [aws('s3api', 'get-bucket-ownership-controls', '--bucket', bucketOf(one), which)]
    },
    page: `${DOCS}/AmazonS3/latest/userguide/about-object-ownership.html`,
  },
  {
    name: 'canonicalUser',
    label: FACT_LABELS.canonicalUser,
    isRelevant: (scene) => of('s3', scene).length > 0 && scene.namesCanonicalUser,
    control: { kind: 'text', placeholder: '64 characters', read: readCanonicalUser, offers: () => [] },
    effect: (value) =>
      value === undefined
        ? 'The bucket policy names a canonical user. Until you enter the caller’s ID, we assume that it is someone else.'
        : 'The bucket policy names this caller if it names this ID.',
    commands: () => [aws('s3api', 'list-buckets', query('Owner.ID'))],
    page: `${DOCS}/accounts/latest/reference/manage-acct-identifiers.html`,
  },
  {
    name: 'federatedBy',
    label: FACT_LABELS.federatedBy,
    isRelevant: ({ principal }) => principal?.kind === 'federatedUser',
    control: {
      kind: 'text',
      placeholder: 'arn:aws:iam::111122223333:user/alice',
      read: readUserArn,
      offers: () => [],
    },
    effect: (value) =>
      value === undefined
        ? 'A resource-based policy that names the user applies to the session. Until you enter the user, we assume that none does.'
        : 'A resource-based policy that names this user applies to the session.',
    commands: () => [
      aws(
        [
          'cloudtrail',
          'lookup-events',
          '--lookup-attributes',
          'AttributeKey=EventName,AttributeValue=GetFederationToken',
        ],
        ['--query', 'Events[].Username', '--output', 'text'],
      ),
    ],
    page: `${DOCS}/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html`,
  },
  {
    name: 'endpointType',
    label: FACT_LABELS.endpointType,
    isRelevant: ({ states, endpoint }) => states.endpoint === 'given' || endpoint !== null,
    control: {
      kind: 'choice',
      options: [
        { label: 'gateway', value: 'gateway' },
        { label: 'interface', value: 'interface' },
      ],
    },
    effect: (value) =>
      value === 'gateway'
        ? 'In a gateway endpoint’s policy, an account as principal means only its root user.'
        : value === 'interface'
          ? 'In an interface endpoint’s policy, an account as principal means everyone in it.'
          : 'We assume a gateway endpoint for S3 and DynamoDB. In its policy, an account as principal means only its root user.',
    commands: ({ endpoint }) => [
      aws(
        'ec2',
        'describe-vpc-endpoints',
        '--vpc-endpoint-ids',
        endpoint ?? 'vpce-ID',
        query('VpcEndpoints[].VpcEndpointType'),
      ),
    ],
    page: `${DOCS}/vpc/latest/privatelink/vpc-endpoints-access.html`,
  },
  {
    name: 'managementAccount',
    label: FACT_LABELS.managementAccount,
    isRelevant: ({ states }) => states.scp !== 'none' || states.rcp !== 'none',
    control: { kind: 'text', placeholder: '12 digits', read: readAccount, offers: accountOffers },
    effect: organizationEffect,
    commands: () => [aws('organizations', 'describe-organization', query('Organization.MasterAccountId'))],
    page: `${DOCS}/organizations/latest/userguide/orgs_manage_policies_scps.html`,
  },
]

/** The facts that can matter for a case, and those that it says already. */
export function factRows(scene: FactScene, facts: CaseFacts): readonly FactRow[] {
  return FACT_ROWS.filter(({ name, isRelevant }) => facts[name] !== undefined || isRelevant(scene))
}
