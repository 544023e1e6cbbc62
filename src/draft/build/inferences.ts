import { serviceOfAction } from '../../iam/action'
import { isRedshiftUser } from '../../denial/service-callers'
import { takesNoResource } from '../../iam/no-resource-actions'
import { parsePrincipal } from '../../iam/principal'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import type { Denial } from '../../denial/denial'
import { isAccountId, parseArn } from '../../iam/arn'
import { withoutBlanks } from '../../iam/blank-fields'
import { SINGLE_REGION } from '../../iam/single-region'
import { kmsCallerOf } from '../../facts/calls/needs-of-call'
import { isOfOperation, serviceOfOperation } from '../../iam/operations'
import { keysOfCall } from './call-keys'
import type { RequestField } from '../draft'
import { decidingRow, type RowQuestion } from './row-question'
import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { bucketArn } from '../../facts/calls/resource-of-request'

/** Why a value is inferred: the code of a rule below; its sentence stands in the message table. */
export type InferenceCode =
  | 'principal-from-text'
  | 'action-from-operation'
  | 'resource-from-text'
  | 'resource-from-phrase'
  | 'action-takes-no-resource'
  | 'account-from-text'
  | 'account-of-resource'
  | 'account-of-principal'
  | 'region-of-resource'
  | 'region-of-global-service'
  | 'service-of-linked-role'
  | 'region-of-call'
  | 'endpoint-of-call'
  | 'role-with-path'
  | 'https-is-usual'
  | 'service-that-calls-kms'
  | 'external-id-of-redshift'
  | 'parameter-of-call'
  | 'value-in-paste'
  | 'not-in-call'
  | 'check-of-call'
  | 'row-of-words'

/** What a rule may look at: the denial, and the fields that come before its own. */
interface Known {
  readonly denial: Denial | null
  /** What the words of a service speak of, where a policy given here is the one that decides. */
  readonly row?: RowQuestion | null
  readonly field: (field: RequestField) => string
  /** The whole text of the paste. */
  readonly text?: string
}

interface FieldRule {
  readonly code: InferenceCode
  /** `said` is what the text says of the field itself, where it cannot stand as it is. */
  readonly infer: (known: Known, said: string | null) => string | null
}

const inferredBy =
  (field: RequestField): FieldRule['infer'] =>
  ({ denial }) =>
    denial?.inferred[field] ?? null

const partitionOf = (arn: string): string | null => parseArn(arn)?.partition ?? null
const regionOf = (arn: string): string => parseArn(arn)?.region ?? ''
const accountOf = (arn: string): string | null => {
  const account = parseArn(arn)?.account ?? ''
  return isAccountId(account) ? account : null
}

/** Is a resource given whose ARN names no account? One that is masked or left out can be any. */
const hasNoAccount = (resource: string): boolean =>
  resource !== '' && (parseArn(withoutBlanks(resource))?.account ?? '') === ''

/** Names of IAM resources as IAM's messages write them: "role deploy" instead of an ARN. */
const PHRASE = /^(role|user|group|instance profile|policy) ([\w+=,.@/-]+)$/
const PHRASE_TYPES: Readonly<Record<string, string>> = { 'instance profile': 'instance-profile' }

function resourceFromPhrase({ field }: Known, said: string | null): string | null {
  const [, type, name] = PHRASE.exec(said ?? '') ?? []
  const account = accountOf(field('principal'))
  if (type === undefined || name === undefined || account === null || !field('action').startsWith('iam:')) return null
  return name.startsWith('arn:')
    ? name
    : `arn:${partitionOf(field('principal'))}:iam::${account}:${own(PHRASE_TYPES, type) ?? type}/${name}`
}

/** A message that names no resource may only be shortened: what the action takes tells whether there is one. */
const noResource = ({ denial, field }: Known, said: string | null): string | null =>
  said === null && denial !== null && takesNoResource(field('action')) ? '*' : null

/** So much of a text is looked through. */
const MOST_READ = 200_000

/** How people write who calls, beside the error: `caller: arn:…`, `running as arn:…`. */
const SAID_CALLER =
  /\b(?:caller|(?:call(?:s|ed|ing)?|run(?:s|ning)?|logged in|signed in) as)(?: is)?[ \t]{0,2}[:=]?[ \t]{0,2}["'`(]?(arn:aws[\w-]{0,12}:(?:iam|sts)::\d{12}:(?:user|role|assumed-role)\/[\w+=,.@/-]{1,300})/gi

/** Do the words of a service say that another was refused than who calls, or not who? */
const isOfAnother = ({ situation }: Denial): boolean => {
  if (situation === undefined) return false
  const row: SituationShape = SITUATIONS[situation]
  return row.refused !== 'caller'
}

/** The one caller that a text names as such. */
function saidCaller({ denial, text = '' }: Known): string | null {
  if (denial === null || isOfAnother(denial)) return null
  const arns = [...text.slice(0, MOST_READ).matchAll(SAID_CALLER)].map(([, arn]) => arn!.replace(/[.,/]$/, ''))
  return onlyOne(arns) ?? null
}

const byRow =
  (field: keyof RowQuestion): FieldRule['infer'] =>
  ({ row }) =>
    row?.[field] ?? null

/** How an access log of S3 writes that an object was asked for, and how a URL that was signed for it looks. */
const OBJECT_ASKED = /\bREST\.GET\.OBJECT\b|\bX-Amz-Algorithm=AWS4-HMAC-SHA256\b/

/** What a link to an object asks for, where nothing says that it was made for another method. */
function actionOfLink({ denial, text = '' }: Known): string | null {
  const resource = denial?.resource ?? denial?.inferred.resource ?? ''
  const isObject = parseArn(resource)?.service === 's3' && resource.includes('/')
  const isOther = /\bREST\.(?!GET\.OBJECT)[A-Z]|\b(?:PUT|POST|DELETE|HEAD)\b|put_object|PutObject/.test(text)
  return isObject && OBJECT_ASKED.test(text.slice(0, MOST_READ)) && !isOther ? 's3:GetObject' : null
}

const FIELD_RULES: Readonly<Record<RequestField, readonly FieldRule[]>> = {
  principal: [
    { code: 'principal-from-text', infer: inferredBy('principal') },
    { code: 'principal-from-text', infer: saidCaller },
    { code: 'row-of-words', infer: byRow('principal') },
  ],
  action: [
    { code: 'action-from-operation', infer: inferredBy('action') },
    { code: 'action-from-operation', infer: actionOfLink },
    { code: 'row-of-words', infer: byRow('action') },
  ],
  resource: [
    { code: 'resource-from-phrase', infer: resourceFromPhrase },
    { code: 'row-of-words', infer: byRow('resource') },
    { code: 'resource-from-text', infer: inferredBy('resource') },
    { code: 'action-takes-no-resource', infer: noResource },
  ],
  resourceAccount: [
    { code: 'account-of-resource', infer: ({ field }) => accountOf(field('resource')) },
    { code: 'account-from-text', infer: inferredBy('resourceAccount') },
    {
      code: 'account-of-principal',
      infer: ({ field }) => (hasNoAccount(field('resource')) ? accountOf(field('principal')) : null),
    },
  ],
}

/** What the first rule that applies says of a field; null where nothing follows. */
export function inferField(
  field: RequestField,
  said: string | null,
  denial: Denial | null,
  before: Known['field'],
  row: RowQuestion | null = null,
  text = '',
): { readonly value: string; readonly code: InferenceCode } | null {
  for (const { code, infer } of FIELD_RULES[field]) {
    const value = infer({ denial, field: before, row, text }, said)
    if (value !== null) return { value, code }
  }
  return null
}

/** The Region of services with one endpoint, where it is not that of the partition `aws`. */
const OTHER_PARTITIONS: Readonly<Record<string, string>> = { 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' }

const singleRegionOf = (service: string, partition: string | null): string | null => {
  const region = SINGLE_REGION.get(service) ?? null
  return partition === null || region === null
    ? null
    : partition === 'aws'
      ? region
      : (own(OTHER_PARTITIONS, partition) ?? null)
}

interface ContextRule {
  readonly key: string
  readonly code: InferenceCode
  readonly infer: (known: Known) => string | null
}

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/

/** Hosts that lead through a VPC endpoint: of a private API, and the endpoint's own names. */
const ENDPOINT_HOST =
  /\b[a-z\d]{10}-(vpce-[\da-f]{8,17})\.execute-api\.|\b(vpce-[\da-f]{8,17})-[a-z\d]{6,12}(?:-[a-z\d-]{1,40})?\.[\w.-]{3,100}\.vpce\.amazonaws\.com/g

/** A role as the commands that describe it print it: a policy that names one says nothing of where that is. */
const DESCRIBED_ROLE =
  /(?:"Arn":\s{0,5}|\bget-role\b[^\n]{0,200}\n\s{0,20})"?(arn:aws[\w-]{0,12}:iam::\d{12}:role\/[\w+=,.@/-]{1,500})"?/g

/** The ARN of the role whose session calls, where a command shows under which path it is. */
function describedRole({ field, text = '' }: Known): string | null {
  const caller = parsePrincipal(field('principal'))
  if (caller?.kind !== 'roleSession') return null
  const shown = [...text.slice(0, MOST_READ).matchAll(DESCRIBED_ROLE)]
    .map(([, arn]) => arn!)
    .filter((arn) => arn.includes(`:${caller.account ?? ''}:role/`) && arn.endsWith(`/${caller.name}`))
  return onlyOne(shown) ?? null
}

const CONTEXT_RULES: readonly ContextRule[] = [
  {
    key: 'aws:RequestedRegion',
    code: 'region-of-global-service',
    infer: ({ field }) => singleRegionOf(serviceOfAction(field('action')), partitionOf(field('principal'))),
  },
  {
    key: 'aws:RequestedRegion',
    code: 'region-of-resource',
    infer: ({ field }) => REGION.exec(regionOf(field('resource')))?.[0] ?? null,
  },
  {
    key: 'aws:RequestedRegion',
    code: 'region-of-call',
    infer: ({ denial, field }) => {
      const call = denial?.call
      const region = call?.parameters.region
      const isOfCall = call !== undefined && isOfOperation(field('action'), call.service, call.operation)
      return isOfCall && typeof region === 'string' && REGION.test(region) ? region : null
    },
  },
  {
    // S3 sends as the bucket that the notification is set on.
    key: 'aws:SourceArn',
    code: 'row-of-words',
    infer: ({ denial, field }) => {
      const bucket = denial?.call?.service === 's3' ? denial.call.parameters.bucket : undefined
      const isOfRow = decidingRow(denial)?.refused === 's3.amazonaws.com' && field('principal') === 's3.amazonaws.com'
      return isOfRow && typeof bucket === 'string' ? bucketArn(bucket, null) : null
    },
  },
  { key: 'aws:PrincipalArn', code: 'role-with-path', infer: describedRole },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
    key: 'iam:AWSServiceName',
    code: 'service-of-linked-role',
    infer: ({ field }) =>
      field('action').toLowerCase() === 'iam:createservicelinkedrole'
        ? (/:role\/aws-service-role\/([a-z\d.-]{1,100}\.amazonaws\.com)\//.exec(field('resource'))?.[1] ?? null)
        : null,
  },
  {
    key: 'aws:SourceVpce',
    code: 'endpoint-of-call',
    infer: ({ denial, text = '' }) => {
      const ids = [...text.slice(0, MOST_READ).matchAll(ENDPOINT_HOST)].map(
        ([, ofApi, ofEndpoint]) => ofApi ?? ofEndpoint,
      )
      return denial === null ? null : (onlyOne(ids) ?? null)
    },
  },
  {
    key: 'aws:SecureTransport',
    code: 'https-is-usual',
    infer: ({ denial }) => (denial === null ? null : 'true'),
  },
  {
    key: 'sts:ExternalId',
    code: 'external-id-of-redshift',
    infer: ({ denial }) => {
      const principal = denial?.principal ?? ''
      return isRedshiftUser(principal) ? principal : null
    },
  },
  {
    key: 'kms:ViaService',
    code: 'service-that-calls-kms',
    infer: ({ denial, field }) => {
      const caller = denial?.operation
        ? kmsCallerOf(`${serviceOfOperation(denial.operation) ?? ''}:${denial.operation}`)
        : null
      const region = regionOf(field('resource'))
      return caller && region && serviceOfAction(field('action')) === 'kms' ? `${caller}.${region}.amazonaws.com` : null
    },
  },
]

/** A condition key that follows from the request; without values the request does not carry it. */
export interface InferredKey {
  readonly key: string
  readonly state: 'known' | 'absent'
  readonly values: readonly string[]
  readonly code: InferenceCode
}

/** The context keys that follow from the request; of several rules for one key the first that applies. */
export function inferContext(denial: Denial | null, field: Known['field'], text = ''): readonly InferredKey[] {
  const found = new Map<string, InferredKey>()
  for (const { key, code, infer } of CONTEXT_RULES) {
    const value = found.has(key) ? null : infer({ denial, field, text })
    if (value !== null) found.set(key, { key, state: 'known', values: [value], code })
  }
  const told = keysOfCall(denial?.call, field('action'), field('resource')).map(({ key, value }): InferredKey => {
    return value === null
      ? { key, state: 'absent', values: [], code: 'not-in-call' }
      : { key, state: 'known', values: [value], code: 'parameter-of-call' }
  })
  return [...found.values(), ...told]
}
