import { howDenied } from '../denial/denial'
import { TOKEN_PROVIDERS } from './token-forms'
import { subjectOf } from './token-subject'
import { asksUnusualAudience } from './find-token-causes'
import { issuerOfProvider, tokenIssuerOf, type TokenIssuerId } from '../facts/keys/token-issuers'
import { isOneOf } from '../iam/call-patterns'
import { isServicePrincipal } from '../iam/principal'
import type { RowSource } from '../iam/row-source'
import type { CheckTemplate, Observation } from './knowledge'
import type { ShownFactId } from './shown-facts'
import { DOCS } from '../iam/aws-docs'

/** One look that tells apart what can have denied a call of which AWS says no more than that; the first row that fits is told. */
export interface DecidingCheck extends RowSource {
  /** Actions and operations that it is about, in lower case; `*` as in a policy. */
  readonly calls: readonly string[]
  /** Words of the text without which it says nothing. */
  readonly texts?: readonly string[]
  /** Is it about tokens of one issuer? Then it says nothing where the trust policy given here lets in others alone. */
  readonly issuer?: TokenIssuerId
  /** Does it ask for the subject of a token, which the text may show? */
  readonly isOfSubject?: true
  /** Is it told too where AWS names the action? */
  readonly isOfNamed?: true
  /** Is it told where a service says that it could not assume a role, in words that it has for a role that is not there too? */
  readonly isOfServiceRole?: true
  /** Is it told only where the text holds an encoded message: whole, or with a part cut or masked, which whoever called has whole? */
  readonly isOfEncoded?: 'whole' | 'cut'
  /** What a text shows where it has been looked at already. */
  readonly answeredBy: readonly ShownFactId[]
  /** What the caller's own policies must not allow: then the answer would be another than a refusal. */
  readonly unlessAllowed?: CheckTemplate
  /** The command; gaps in braces. Null: something to look at by hand. */
  readonly run: string | null
}

/** The rows. */
export const DECIDING_CHECKS = {
  // The step that decodes holds the command, with the message in it.
  'encoded-message': {
    calls: ['*'],
    isOfEncoded: 'whole',
    answeredBy: [],
    run: null,
    page: `${DOCS}STS/latest/APIReference/API_DecodeAuthorizationMessage.html`,
    confirmed: '2026-11-28',
  },
  'encoded-message-cut': {
    calls: ['*'],
    isOfEncoded: 'cut',
    answeredBy: [],
    run: 'aws sts decode-authorization-message --encoded-message <the whole message> --query DecodedMessage --output text',
    page: `${DOCS}STS/latest/APIReference/API_DecodeAuthorizationMessage.html`,
    confirmed: '2026-11-28',
  },
  'object-exists': {
    calls: ['s3:getobject', 's3:headobject', 's3:getobjectattributes'],
    answeredBy: [
      ...(['object-exists', 'works-for-another', 'works-at-home', 'same-caller-elsewhere', 'works-as-admin'] as const),
      'asks-whether-it-exists',
    ],
    // Who may list is told 404.
    unlessAllowed: { action: 's3:ListBucket', resource: 'arn:{partition}:s3:::{bucket}' },
    run: 'aws s3api list-objects-v2 --bucket {bucket} --prefix {key} --max-items 1',
    page: `${DOCS}AmazonS3/latest/API/API_HeadObject.html`,
    confirmed: '2026-11-26',
  },
  'launch-of-instances': {
    calls: ['ec2:runinstances', 'ec2:requestspotinstances', 'ec2:createfleet', 'ec2:requestspotfleet'],
    answeredBy: [],
    run: 'aws cloudtrail lookup-events --max-items 5 --lookup-attributes AttributeKey=EventName,AttributeValue={actionName} --query Events[].CloudTrailEvent --output text',
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances`,
    confirmed: '2026-11-28',
  },
  'role-of-service': {
    calls: ['sts:assumerole'],
    isOfServiceRole: true,
    isOfNamed: true,
    answeredBy: [],
    run: 'aws iam get-role --role-name {assumedRole} --output json',
    page: `${DOCS}IAM/latest/UserGuide/troubleshoot_roles.html`,
    confirmed: 'unconfirmed',
  },
  'token-of-github': {
    calls: ['sts:assumerolewithwebidentity'],
    texts: ['github', ...TOKEN_PROVIDERS.github.signs],
    issuer: 'github',
    isOfNamed: true,
    isOfSubject: true,
    answeredBy: ['environment-decides'],
    // The variables are the job's: a shell of its own fills them in, whichever shell hands the command on.
    run: [
      'sh -c "curl -sH Authorization:\\ bearer\\ $ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      '$ACTIONS_ID_TOKEN_REQUEST_URL\\&audience=sts.amazonaws.com',
      '| jq -r .value | cut -d. -f2 | tr _- /+ | base64 -d"',
    ].join(' '),
    page: 'https://docs.github.com/en/actions/reference/security/oidc',
    confirmed: '2026-11-26',
  },
  'token-claims': {
    calls: ['sts:assumerolewithwebidentity'],
    isOfNamed: true,
    isOfSubject: true,
    answeredBy: ['environment-decides'],
    run: null,
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
  },
} as const satisfies Readonly<Record<string, DecidingCheck>>

/** The id of a row. */
export type DecidingCheckId = keyof typeof DECIDING_CHECKS

/** Does AWS say no more than that it denied? Another service that hands on S3's answer names the action, and no caller. */
const isBare = ({ isActionNamed, denial }: Observation): boolean =>
  !isActionNamed || (denial?.principal === null && denial.layer === 'unknown')

/** Does the text hold a message that can be decoded, or one of which a part is missing? */
const holdsEncoded = ({ denial }: Observation, how: 'whole' | 'cut'): boolean =>
  denial?.encodedMessageDamaged === true ? how === 'cut' : how === 'whole' && (denial?.encodedMessage ?? null) !== null

const isMet = (row: DecidingCheck, seen: Observation): boolean => {
  const { operation, action, lowerText, policies } = seen
  return (
    (row.isOfNamed === true || isBare(seen)) &&
    !(row.isOfServiceRole === true && !isRefusedService(seen)) &&
    !(row.isOfSubject === true && (subjectOf(seen) !== null || testsNoSubject(seen) || asksUnusualAudience(seen))) &&
    (row.isOfEncoded === undefined || holdsEncoded(seen, row.isOfEncoded)) &&
    !(row.issuer !== undefined && letsInOthers(seen, row.issuer)) &&
    (isOneOf(row.calls, operation) || isOneOf(row.calls, action)) &&
    (row.texts === undefined ||
      row.texts.some((text) => lowerText.includes(text) || policies.some((one) => namesIn(one, text))))
  )
}

/** Was a service refused, in words of its own, and is no trust policy here that shows why? */
const isRefusedService = ({ denial, principal, givenLayers }: Observation): boolean =>
  denial !== null &&
  howDenied(denial) === null &&
  denial.layer === 'trust' &&
  isServicePrincipal(principal ?? '') &&
  !givenLayers.has('trust')

/** Does the trust policy given here test other claims of a token, and never its subject? */
const testsNoSubject = ({ policies }: Observation): boolean => {
  const keys = policies
    .filter(({ layer }) => layer === 'trust')
    .flatMap(({ policy }) => policy.statements)
    .flatMap(({ conditions }) => conditions.map(({ lowerKey }) => lowerKey))
  return keys.length > 0 && !keys.some((key) => key.endsWith(':sub'))
}

/** Does the trust policy given here let in tokens, and none of an issuer? */
const letsInOthers = ({ policies }: Observation, issuer: TokenIssuerId): boolean => {
  const providers = policies
    .filter(({ layer }) => layer === 'trust')
    .flatMap(({ policy }) => policy.statements)
    .flatMap(({ principal }) => principal?.values ?? [])
    .flatMap(({ text }) => issuerOfProvider(text) ?? [])
  return providers.length > 0 && providers.every((one) => tokenIssuerOf(one) !== issuer)
}

const namesIn = ({ policy }: Observation['policies'][number], text: string): boolean =>
  policy.statements.some(({ principal }) => principal?.values.some((value) => value.text.toLowerCase().includes(text)))

/** The check that tells the causes of a denial apart; null where none is known, or the text answers it already. */
export const decidingCheckOf = (seen: Observation, shown: ReadonlySet<ShownFactId>): DecidingCheckId | null =>
  (Object.entries(DECIDING_CHECKS) as [DecidingCheckId, DecidingCheck][]).find(
    ([, row]) => isMet(row, seen) && !row.answeredBy.some((id) => shown.has(id)),
  )?.[0] ?? null
