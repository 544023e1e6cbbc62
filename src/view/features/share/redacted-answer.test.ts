import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE, KNOWN_NAMES } from '../../../../.ci/built-reference'
import { answerShape } from '../../../diagnosis/answer-shape'
import { EMPTY_DRAFT, type Draft } from '../../../draft/draft'
import { takePaste } from '../../../draft/paste/take-paste'
import { GALLERY } from '../../../lessons/gallery/gallery'
import { decodeFragment, encodeDraft } from '../../../permalink/permalink'
import { REDACTION_KINDS, type RedactionKind } from '../../../permalink/redaction/kinds'
import { type Redaction } from '../../../permalink/redaction/redact'
import { isAlike, redactDraft } from '../../../permalink/redaction/redact-draft'
import { finish } from '../../../text/steps'
import { vectorFiles } from '../../../testing/read-vectors'

interface DenialVector {
  readonly name: string
  readonly text: string | readonly string[]
}

const ALL: ReadonlySet<RedactionKind> = new Set(Object.keys(REDACTION_KINDS) as RedactionKind[])

const ANSWERS = new Map<string, string>()

/** The answer to a draft; a draft that is equal in every part is not asked of twice. */
function answerOf(draft: Draft): string {
  const key = serialize(draft).toString('latin1')
  let answer = ANSWERS.get(key)
  if (answer === undefined) ANSWERS.set(key, (answer = finish(answerShape(draft, { reference: BUILT_REFERENCE }))))
  return answer
}

const REDACTIONS = new Map<Draft, Redaction>()

/** A draft with everything replaced, all steps at once; the same draft is not asked of twice. */
function redacted(draft: Draft): Redaction {
  const redaction = REDACTIONS.get(draft) ?? finish(redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES, answerOf }))
  REDACTIONS.set(draft, redaction)
  return redaction
}

const pasted = (text: string): Draft => takePaste(EMPTY_DRAFT, text).draft

const EVERY = Number(process.env['REDACTED_EVERY'] ?? 150)
/** Some of the texts of each kind that the readers of denials are tried with. */
const TEXTS = vectorFiles<DenialVector>('denial/vectors').flatMap(({ file, vectors }) =>
  vectors
    .filter((_, at) => at % EVERY === 0)
    .map(({ name, text }) => [`${file}: ${name}`, pasted(typeof text === 'string' ? text : text.join('\n'))] as const),
)

const ACCOUNT = '420715398862'
const OWN: readonly (readonly [name: string, text: string])[] = [
  [
    'a role of Identity Center, whose path holds a Region that stands elsewhere too',
    `User: arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_Dredgers_0123456789abcdef/jo@quay.example is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-central-1:${ACCOUNT}:berths because no identity-based policy allows the sqs:SendMessage action\n{"Arn": "arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Dredgers_0123456789abcdef"}`,
  ],
  [
    'a denial by an SCP',
    `User: arn:aws:sts::${ACCOUNT}:assumed-role/dredger/ops is not authorized to perform: ec2:CreateVolume on resource: arn:aws:ec2:sa-east-1:${ACCOUNT}:volume/* with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-a1b2c3d4e5/service_control_policy/p-8x7y6z5w`,
  ],
  [
    'a policy that AWS manages',
    `User: arn:aws:iam::${ACCOUNT}:user/lamplighter is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-north-1:${ACCOUNT}:table/beacons because no identity-based policy allows the dynamodb:PutItem action\n{"AttachedPolicies":[{"PolicyName":"AmazonDynamoDBReadOnlyAccess","PolicyArn":"arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"}]}`,
  ],
  [
    'a masked account',
    'User: arn:aws:sts::***:assumed-role/tide-reader/i-0c7 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::tide-tables/2026/harbour.csv" because no identity-based policy allows the s3:GetObject action',
  ],
  [
    'an event of a role',
    JSON.stringify({
      eventVersion: '1.08',
      userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/pilot/jo`, accountId: ACCOUNT },
      eventSource: 'sqs.amazonaws.com',
      eventName: 'SendMessage',
      awsRegion: 'eu-west-1',
      errorCode: 'AccessDenied',
      errorMessage: `User: arn:aws:sts::${ACCOUNT}:assumed-role/pilot/jo is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:${ACCOUNT}:berths because no identity-based policy allows the sqs:SendMessage action`,
      requestParameters: { queueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/berths` },
    }),
  ],
  [
    'a session whose name AWS gave it',
    `CREATE_FAILED AWS::SNS::Topic Lighthouse User: arn:aws:sts::${ACCOUNT}:assumed-role/quay-exec/AWSCloudFormation is not authorized to perform: SNS:CreateTopic on resource: arn:aws:sns:us-west-1:${ACCOUNT}:berths because no identity-based policy allows the SNS:CreateTopic action`,
  ],
  [
    'a role that a repository takes over',
    `Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\nrole-to-assume: arn:aws:iam::${ACCOUNT}:role/quay-ship\nrepository: dredgers/lamplighter\nref: refs/heads/pilot-train\n{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:dredgers/lamplighter:ref:refs/heads/main"}}}]}`,
  ],
]

const OWN_CASES = OWN.map(([name, text]) => [name, pasted(text), text] as const)

const CASES: readonly (readonly [name: string, draft: Draft])[] = [
  ...OWN_CASES.map(([name, draft]) => [name, draft] as const),
  ...GALLERY.filter((_, at) => at % 3 === 0).map(({ id, draft }) => [id, draft] as const),
  ...TEXTS,
]

describe('a case with other names', () => {
  it('is tried with cases of all kinds', () => {
    expect(CASES.length).toBeGreaterThan(30)
  })

  it.each(CASES)('is answered alike where its link is opened: %s', (_, draft) => {
    const redaction = redacted(draft)
    const opened = decodeFragment(encodeDraft(redaction.draft))
    // What no link carries is missing in either.
    const asItIs = decodeFragment(encodeDraft(draft))
    const [before, after] = [asItIs, opened].map((link) => ('draft' in link ? answerOf(link.draft) : '')) as [
      string,
      string,
    ]
    expect(before).not.toBe('')
    if (!isAlike(before, after, redaction)) expect(after).toBe(before)
    expect(redaction.sameVerdict).toBe(true)
  })

  it.each(OWN_CASES)('keeps what is AWS’s own, and nothing of anybody: %s', (_, given, text) => {
    const { draft } = redacted(given)
    const own =
      /eu-central-1|sa-east-1|eu-north-1|AssumedRole|sqs\.amazonaws\.com|userIdentity|errorMessage|AmazonDynamoDBReadOnlyAccess|AttachedPolicies|sso\.amazonaws\.com|service_control_policy|\*\*\*/g
    for (const [word] of text.matchAll(own)) expect(draft.paste).toContain(word)
    expect(draft.paste).not.toMatch(/420715398862|dredger|lamplighter|beacons|tide-|berths|quay|pilot/i)
  })
})
