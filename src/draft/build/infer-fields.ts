import { ARN_OF } from '../../iam/arn-in-text'
import { takesNoResource } from '../../iam/no-resource-actions'
import { labelledValues } from '../../text/labelled-values'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import { isAccountId, lastInPath, parseArn } from '../../iam/arn'
import { withoutBlanks } from '../../iam/blank-fields'
import type { RequestField } from '../draft'
import { accessPointIn } from './access-point'
import { directoryBucketIn, sessionFor } from './directory-bucket'
import { databaseUserIn } from './database-user'
import { deviceClientIn } from './device-client'
import { printedIssuer } from './printed-token'
import { saidCaller } from './said-caller'
import { asAskedFor, belowPrefix, type RowQuestion } from './row-question'
import { MOST_READ, type InferenceCode, type RuleInput } from './inference'

interface FieldRule {
  readonly code: InferenceCode
  /** `said` is what the text says of the field itself, where it cannot stand as it is. */
  readonly infer: (known: RuleInput, said: string | null) => string | null
}

const inferredBy =
  (field: RequestField): FieldRule['infer'] =>
  ({ denial }) =>
    denial?.inferred[field] ?? null

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

/** Such a name leaves out the path. The caller's own ARN has it, where the name is the caller's. */
function resourceFromPhrase({ field }: RuleInput, said: string | null): string | null {
  const [, type, name] = PHRASE.exec(said ?? '') ?? []
  const account = accountOf(field('principal'))
  if (type === undefined || name === undefined || account === null || !field('action').startsWith('iam:')) return null
  if (name.startsWith('arn:')) return name
  const { partition = 'aws', resource: caller = '' } = parseArn(field('principal')) ?? {}
  const kind = own(PHRASE_TYPES, type) ?? type
  const path = caller.startsWith(`${kind}/`) && lastInPath(caller) === name ? caller : `${kind}/${name}`
  return `arn:${partition}:iam::${account}:${path}`
}

const accessPoint = ({ text = '', field }: RuleInput, said: string | null): string | null =>
  said === null ? accessPointIn(text, field('action')) : null

/** A message that names no resource may only be shortened: what the action takes tells whether there is one. */
const noResource = ({ denial, field }: RuleInput, said: string | null): string | null =>
  said === null && denial !== null && takesNoResource(field('action')) ? '*' : null

/** How a call and an assertion name the provider that the assertion is of: alone, or with the role in one value. */
const SAML_PROVIDER = new RegExp(
  String.raw`(?:--principal-arn[ =]|\bPrincipalArn["']?\s{0,2}[:=]\s{0,2}|:role\/[\w+=,.@/-]{1,300},\s?)["']?(${ARN_OF.samlProvider})|(${ARN_OF.samlProvider}),\s?${ARN_OF.role}`,
  'gi',
)

/** The one SAML provider that signs in, as the text shows the call. */
function samlProvider({ field, denial, text = '' }: RuleInput): string | null {
  const action = field('action') || (denial?.action ?? denial?.inferred.action ?? '')
  if (action.toLowerCase() !== 'sts:assumerolewithsaml') return null
  return (
    onlyOne([...text.slice(0, MOST_READ).matchAll(SAML_PROVIDER)].map(([, own, paired]) => own ?? paired ?? '')) ?? null
  )
}

/** The provider in the account of the role, where the text prints the token that was sent for it. */
function tokenProvider({ denial, text = '', field }: RuleInput): string | null {
  const action = field('action') || (denial?.action ?? denial?.inferred.action ?? '')
  if (action.toLowerCase() !== 'sts:assumerolewithwebidentity' || !/\biss\b/.test(text)) return null
  const role = parseArn(denial?.resource ?? denial?.inferred.resource ?? '')
  const issuer = role?.service === 'iam' ? printedIssuer(labelledValues(text.slice(0, MOST_READ))) : null
  return role === null || issuer === null || !isAccountId(role.account)
    ? null
    : `arn:${role.partition}:iam::${role.account}:oidc-provider/${issuer}`
}

const byRow =
  (field: keyof RowQuestion): FieldRule['infer'] =>
  ({ row }) =>
    row?.[field] ?? null

/** How an access log of S3 writes that an object was asked for, and how a URL that was signed for it looks. */
const OBJECT_ASKED = /\bREST\.GET\.OBJECT\b|\bX-Amz-Algorithm=AWS4-HMAC-SHA256\b/

/** What a link to an object asks for, where nothing says that it was made for another method. */
function actionOfLink({ denial, text = '' }: RuleInput): string | null {
  const resource = denial?.resource ?? denial?.inferred.resource ?? ''
  const isObject = parseArn(resource)?.service === 's3' && resource.includes('/')
  const isOther = /\bREST\.(?!GET\.OBJECT)[A-Z]|\b(?:PUT|POST|DELETE|HEAD)\b|put_object|PutObject/.test(text)
  return isObject && OBJECT_ASKED.test(text.slice(0, MOST_READ)) && !isOther ? 's3:GetObject' : null
}

const FIELD_RULES: Readonly<Record<RequestField, readonly FieldRule[]>> = {
  principal: [
    { code: 'row-of-words', infer: ({ service = null }) => service },
    { code: 'principal-from-text', infer: inferredBy('principal') },
    { code: 'principal-from-text', infer: saidCaller },
    { code: 'principal-from-text', infer: samlProvider },
    { code: 'principal-from-text', infer: tokenProvider },
    { code: 'row-of-words', infer: byRow('principal') },
    { code: 'holder-in-names', infer: ({ holder, denial }) => (denial === null ? null : (holder?.() ?? null)) },
  ],
  action: [
    {
      code: 'action-from-operation',
      infer: ({ denial, text = '' }, said) => (said === null ? sessionFor(text, denial?.inferred.action ?? '') : null),
    },
    { code: 'action-from-operation', infer: inferredBy('action') },
    { code: 'action-from-operation', infer: actionOfLink },
    { code: 'row-of-words', infer: byRow('action') },
  ],
  resource: [
    { code: 'resource-from-text', infer: ({ text = '', field }) => directoryBucketIn(text, field('action')) },
    { code: 'resource-from-phrase', infer: resourceFromPhrase },
    { code: 'row-of-words', infer: byRow('resource') },
    {
      code: 'resource-from-text',
      infer: ({ denial, text = '', field }) =>
        belowPrefix(denial, asAskedFor(denial?.inferred.resource ?? null, field('action')), text),
    },
    { code: 'resource-from-text', infer: accessPoint },
    { code: 'resource-from-text', infer: ({ text = '', field }) => databaseUserIn(text, field('action')) },
    { code: 'resource-from-text', infer: ({ text = '', field }) => deviceClientIn(text, field('action')) },
    { code: 'action-takes-no-resource', infer: noResource },
    {
      code: 'resource-of-policy',
      infer: ({ ofPolicy, field }, said) => (said === null ? (ofPolicy?.(field('action')) ?? null) : null),
    },
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
  input: RuleInput,
): { readonly value: string; readonly code: InferenceCode } | null {
  for (const { code, infer } of FIELD_RULES[field]) {
    const value = infer(input, said)
    if (value !== null) return { value, code }
  }
  return null
}
