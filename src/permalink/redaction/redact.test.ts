import { describe, expect, it } from 'vitest'
import { KNOWN_NAMES } from '../../../.ci/built-reference'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { finish } from '../../text/steps'
import { REDACTION_KINDS, type RedactionKind } from './kinds'
import { wordsThatStay, type Redaction } from './redact'
import { redactDraft as redactionOf } from './redact-draft'

/** All steps of a redaction at once. */
const redactDraft = (...given: Parameters<typeof redactionOf>): Redaction => finish(redactionOf(...given))

const ALL = new Set(Object.keys(REDACTION_KINDS) as RedactionKind[])

const none = { state: 'none', policies: [] } as const
const draftOf = (paste: string, statement: object, context: Draft['context'] = {}): Draft => ({
  ...EMPTY_DRAFT,
  paste,
  context,
  request: { resourceAccount: '482915736204' },
  layers: {
    identity: {
      state: 'given',
      policies: [
        { name: 'p', text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }), source: 'role' },
      ],
    },
    resource: none,
    boundary: none,
    session: none,
    scp: { state: 'none', levels: [] },
    rcp: { state: 'none', levels: [] },
    endpoint: none,
  },
})

const error = (bucket: string, role = 'orders-worker') =>
  `User: arn:aws:sts::482915736204:assumed-role/${role}/jo@acme.example is not authorized to perform: s3:GetObject ` +
  `on resource: "arn:aws:s3:::${bucket}/a.csv" because no identity-based policy allows the s3:GetObject action`

describe('redactDraft', () => {
  it('replaces the authorization id of a message, which reads as one all the same', () => {
    const said = `${error('acme-orders')}. Go to https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/authorization-details/abc123def456ghi789 for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: abc123def456ghi789`
    const draft = draftOf(said, { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' })
    const { draft: shared } = redactDraft(draft, { kinds: new Set(['ids']), aws: KNOWN_NAMES })
    expect(shared.paste).not.toContain('abc123def456ghi789')
    expect(shared.paste).toContain('authorization id: exampleauthorization1')
    expect(shared.paste).toContain('#/authorization-details/exampleauthorization1')
  })

  it('keeps the names of fields that are made of plain words, and replaces those that somebody chose', () => {
    const fields = '{"RequestToken":"t","desiredCount":2,"zabelCount":1} after aws s3 cp a b'
    const draft = draftOf(`${error('acme-orders')}\n${fields}`, {
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: '*',
    })
    const { paste } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES }).draft
    expect(paste).toMatch(/"RequestToken":.*"desiredCount":2.* s3 cp /)
    expect(paste).not.toContain('zabelCount')
  })

  it.each([
    [
      'where AWS’s record of a denial is to be had',
      ' For more details, see https://console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/abc123def456ghi789 or call the GetRequestAuthorizationDetails API with the following authorization id: abc123def456ghi789',
      /home\?region=us-east-1#\/authorization-details\/\w+ or call the GetRequestAuthorizationDetails API with the following authorization id/,
    ],
    ['an operation', '\n(AccessDenied) when calling the ListObjectsV2 operation: ', /the ListObjectsV2 operation/],
    [
      'the words of a service',
      '\nInsufficient Lake Formation permission(s): Required Describe on zabel (Service: AWSGlue; Status Code: 400)',
      /Insufficient Lake Formation permission\(s\): Required Describe on [\w-]+ \(Service: AWSGlue;/,
    ],
    [
      'a contraction',
      "\nYou don't have access to the model with the specified model ID.",
      /You don't have access to the model with the specified/,
    ],
    [
      'hosts of AWS',
      '\n482915736204.dkr.ecr.eu-west-1.amazonaws.com ip-10-1-2-3.eu-west-1.compute.internal',
      /\.dkr\.ecr\.eu-west-1\.amazonaws\.com .*\.eu-west-1\.compute\.internal/,
    ],
    ['a service principal', '\npassed to ecs-tasks.amazonaws.com', /ecs-tasks\.amazonaws\.com/],
    [
      'values of lists',
      '\nt3.micro TLS_AES_128_GCM_SHA256 anthropic.claude-3-5-sonnet-20240620-v1:0',
      /t3\.micro TLS_AES_128_GCM_SHA256 anthropic\.claude-3-5-sonnet-20240620-v1:0/,
    ],
    [
      'a user agent',
      '\n"userAgent": "Boto3/1.34.2 md/Botocore#1.34.2 ua/2.0 os/linux#6.1 md/arch#x86_64"',
      /Boto3\/1\.34\.2 md\/Botocore#1\.34\.2 ua\/2\.0 os\/linux#6\.1 md\/arch#x86_64/,
    ],
  ])('leaves %s, and nobody’s name', (_, text, own) => {
    const said = `${error('zabel-orders', 'zabel')}${text}`
    const { draft: shared } = redactDraft(draftOf(said, { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }), {
      kinds: ALL,
      aws: KNOWN_NAMES,
    })
    expect(shared.paste).toMatch(own)
    expect(shared.paste).not.toContain('zabel')
  })

  it('leaves the Region in a name, which says where a thing is', () => {
    const draft = draftOf(error('acme-logs-eu-central-1', 'acme-eu-central-1-ops'), {
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: '*',
    })
    const { draft: shared } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(shared.paste).toContain('arn:aws:s3:::example-bucket-1-eu-central-1/')
    expect(shared.paste).toContain('assumed-role/role-1-eu-central-1/')
    expect(shared.paste).not.toMatch(/acme|ops/)
  })

  it('keeps a name that the answer has of itself', () => {
    const draft = draftOf(`${error('acme-orders')} Quay-RunsOfAws`, {
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: '*',
    })
    const answerOf = () => 'The document is Quay-RunsOfAws.'
    const redaction = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES, answerOf })
    expect(redaction.standIns.filter(({ style }) => style === 'kept').map(({ original }) => original)).toEqual([
      'Quay-RunsOfAws',
    ])
    expect(redaction.draft.paste).toContain('Quay-RunsOfAws')
  })

  it('keeps the one name that the answer hangs on, and replaces the others', () => {
    const draft = draftOf(error('acme-orders'), { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' })
    const answerOf = ({ paste }: Draft) => (paste.includes('orders-worker') ? 'a worker' : 'somebody')
    const redaction = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES, answerOf })
    expect(redaction.sameVerdict).toBe(true)
    expect(redaction.standIns.filter(({ style }) => style === 'kept').map(({ original }) => original)).toEqual([
      'orders-worker',
    ])
    expect(redaction.draft.paste).not.toMatch(/acme|jo@/)
  })

  it('is the same answer where it names what was replaced, and another where it says something else', () => {
    const draft = draftOf(error('acme-orders'), { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' })
    const naming = ({ paste }: Draft) => `denied for ${/assumed-role\/([\w-]+)/.exec(paste)?.[1] ?? ''} here`
    expect(redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES, answerOf: naming })).toMatchObject({
      sameVerdict: true,
      standIns: expect.arrayContaining([
        expect.objectContaining({ original: 'orders-worker', style: 'example' }),
      ]) as unknown,
    })
    let asked = 0
    const another = () => `answer ${String((asked += 1))}`
    expect(redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES, answerOf: another }).sameVerdict).toBe(false)
  })

  it('replaces each name by one stand-in everywhere', () => {
    const draft = draftOf(error('acme-orders'), {
      Effect: 'Deny',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme-orders/*',
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::482915736204:role/orders-worker' } },
    })
    const { draft: redacted, standIns, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    expect(redacted.paste).toContain('arn:aws:sts::111122223333:assumed-role/role-1/session-1')
    expect(redacted.paste).toContain('arn:aws:s3:::example-bucket-1/object-1')
    expect(redacted.request.resourceAccount).toBe('111122223333')
    expect(redacted.layers.identity.policies[0]?.text).toContain('arn:aws:iam::111122223333:role/role-1')
    expect(standIns.map(({ original }) => original)).toEqual([
      '482915736204',
      'orders-worker',
      'jo@acme.example',
      'acme-orders',
      'a.csv',
      'p',
    ])
  })

  it.each([
    ['Cyrillic letters as escapes of JSON', '"Sid":"\\u0418\\u0432\\u0430\\u043d"', ['u0418', 'Иван']],
    [
      'letters that are no Latin ones, and beyond the first plane',
      '"Sid":"\\u5f20\\ud840\\udc00"',
      ['u5f20', 'ud840', '张'],
    ],
    ['a Latin name with a letter as an escape', '"Sid":"J\\u00fcrgenz"', ['rgenz']],
    ['a name of an address', 'https://host/%D0%98%D0%B2%D0%B0%D0%BD?x=%22%D0%98%D0%B2', ['%D0%98', 'Иван']],
    ['letters of an address that need no escape', 'key=%7A%61%76%69ktor', ['%7A', 'ktor']],
    ['entities of HTML', 'by &#1048;&#x432;&#1072;&#1085;', ['1048', 'x432', 'Иван']],
    ['an account with hyphens', 'in 4829-1573-6204', ['1573']],
    ['a host of AWS that nobody but its owner has', 'at zabel-data.amazonaws.com', ['zabel']],
  ])('finds %s', (_, text, gone) => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
    const draft = draftOf(`${error('acme-orders')}\n${text}`, statement)
    const { draft: redacted, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(gone.filter((name) => redacted.paste.includes(name))).toEqual([])
    expect(sameVerdict).toBe(true)
  })

  it.each([
    ['a bucket', 'arn:aws:s3:::zabel-XXXX-orders/a.csv', 'XXXX'],
    ['a word in capitals', 'team ZABELXXXX asked', 'XXXX'],
    ['a word before REDACTED', 'queue zabel-REDACTED', 'REDACTED'],
    ['what comes before a mask with signs', 'function zabel-<env>-api', '<env>'],
    ['what comes behind one', 'function <env>-zabel', '<env>'],
    ['a name before asterisks', 'function zabel-*** here', '***'],
    ['a name that ends in a hyphen', 'zabel-', ''],
  ])('replaces %s around what hides a part of a name, and leaves that: %s', (_, text, hole) => {
    const draft = draftOf(`${error('acme-orders')}\n${text}`, {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: '*',
    })
    const { draft: redacted, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(redacted.paste).not.toMatch(/zabel/i)
    expect(redacted.paste).toContain(hole)
    expect(sameVerdict).toBe(true)
  })

  it('takes letters that a name only resembles for a part of it', () => {
    const draft = draftOf(`${error('acme-orders')}\nzabel-xxx-one and zabelxx`, {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: '*',
    })
    expect(redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES }).draft.paste).not.toContain('zabel')
  })

  it('shows a long number that stays, and no date', () => {
    const draft = draftOf('employee 00412233, +49 170 1234567, on 2026-11-26T12:00:00Z, port 8443', {})
    const stays = wordsThatStay(redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES }))
    expect(stays.filter((word) => /^\d/.test(word))).toEqual(['00412233', '1234567'])
    const without = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES, also: new Set(['00412233']) })
    expect(without.draft.paste).not.toContain('00412233')
  })

  it('finds a bucket and its objects in addresses, events, access points and keys of folders', () => {
    const event = JSON.stringify({
      errorCode: 'AccessDenied',
      requestParameters: {
        bucketName: 'acme-orders',
        Host: 'acme-orders.s3.eu-west-1.amazonaws.com',
        key: 'jo/2026/a.csv',
      },
    })
    const draft = draftOf(
      [
        error('acme-archive/customers/jane-doe'),
        event,
        'https://s3.eu-west-1.amazonaws.com/globex-data/x 403',
        'https://console.example/?arn=arn%3Aaws%3As3%3A%3A%3Aacme-archive%2Fcustomers%2Fjane-doe',
        'arn:aws:s3:eu-west-1:482915736204:accesspoint/acme-point/object/jane-doe/b.csv',
      ].join('\n'),
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-archive/public/*' },
      { 's3:prefix': { state: 'known', values: ['customers/initech/'] } },
    )
    const { draft: redacted, standIns, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    expect(JSON.stringify(redacted)).not.toMatch(/acme|globex|initech|jane|customers|csv/)
    expect(JSON.stringify(redacted)).toContain('2026')
    expect(standIns.filter(({ style }) => style === 'kept')).toEqual([])
  })

  it('gives names alike stand-ins where the verdict hangs on how two of them begin', () => {
    const draft = draftOf(
      error('acme-orders-7'),
      {
        Effect: 'Deny',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::acme-orders-7/*',
        Condition: { 'ForAnyValue:StringLike': { 'aws:TagKeys': '${aws:PrincipalTag/unit}*' } },
      },
      {
        'aws:PrincipalTag/unit': { state: 'known', values: ['globex'] },
        'aws:TagKeys': { state: 'known', values: ['globex-blue'], multivalued: true },
      },
    )
    const { standIns, sameVerdict, draft: redacted } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    const kept = standIns.filter(({ style }) => style === 'kept').map(({ original }) => original)
    expect(kept).toEqual([])
    expect(JSON.stringify(redacted)).not.toMatch(/acme|orders|unit|jo@/)
  })

  it('takes the parts of a pattern for names of their own, wherever a value holds them', () => {
    const draft = draftOf(
      error('acme'),
      { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringLike: { 'aws:userid': '*:jo@*' } } },
      { 'aws:userid': { state: 'known', values: ['AROAEXAMPLEAAAABBBBCC:jo@acme.example'] } },
    )
    const { draft: redacted, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    expect(JSON.stringify(redacted)).not.toMatch(/jo@|acme/)
  })

  it('replaces a thousand names, and leaves none', () => {
    const buckets = Array.from({ length: 1_000 }, (_, n) => `arn:aws:s3:::acme-${String(n)}x/*`)
    const draft = draftOf(error('acme'), { Effect: 'Allow', Action: 's3:GetObject', Resource: buckets })
    expect(JSON.stringify(redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES }).draft)).not.toContain('acme')
  })

  it('keeps what a wildcard matches', () => {
    const draft = draftOf(error('acme-orders-prod'), {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: ['arn:aws:s3:::acme-orders-*', 'arn:aws:s3:::globex-*'],
    })
    const { draft: redacted, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    expect(JSON.stringify(redacted)).not.toMatch(/acme|globex|orders/)
  })

  it('takes another stand-in where a pattern counts characters', () => {
    const draft = draftOf(error('team-a1'), { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::???????/*' })
    const { standIns, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    expect(standIns.find(({ original }) => original === 'team-a1')).toMatchObject({ style: 'shaped' })
  })

  it('keeps names that AWS gives', () => {
    const draft = draftOf(error('acme', 'AWSReservedSSO_AdministratorAccess_0123456789abcdef'), {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*' } },
    })
    const { draft: redacted } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(JSON.stringify(redacted)).toContain('role/aws-reserved/sso.amazonaws.com/*')
    expect(redacted.paste).toContain('AWSReservedSSO_AdministratorAccess_')
  })

  it('finds names that a terminal broke over lines', () => {
    const broken = error('acme-orders').replace(
      '482915736204:assumed-role/orders-worker',
      '482915736204:assumed-role/orders-wor\nker',
    )
    const { draft: redacted } = redactDraft(draftOf(broken, { Effect: 'Allow', Action: 's3:Put*', Resource: '*' }), {
      kinds: ALL,
      aws: KNOWN_NAMES,
    })
    expect(redacted.paste).not.toContain('orders-wor')
  })

  it('replaces ids of the organization together', () => {
    const text = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11112222/'
    const draft = draftOf(
      error('acme'),
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: '*',
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${text}*` } },
      },
      { 'aws:PrincipalOrgPaths': { state: 'known', values: [text], multivalued: true } },
    )
    const { draft: redacted, sameVerdict } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    expect(redacted.context['aws:PrincipalOrgPaths']).toMatchObject({
      values: ['o-exampleorg001/r-ex01/ou-ex01-exampleou001/'],
    })
  })

  it('leaves what people need to read: the message, the grammar, AWS’s names, numbers and dates', () => {
    const policy = {
      Effect: 'Allow',
      Action: ['s3:Get*', 'kms:Decrypt', 'ec2:RunInstances'],
      Resource: '*',
      Condition: {
        NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
        DateGreaterThan: { 'aws:CurrentTime': '2026-11-25T10:00:00Z' },
        StringEquals: {
          'aws:RequestedRegion': ['eu-west-1', 'us-gov-east-1'],
          'kms:ViaService': 's3.eu-west-1.amazonaws.com',
        },
        Bool: { 'aws:ViaAWSService': 'false' },
      },
    }
    const draft = draftOf(error('acme-orders'), policy)
    const { draft: redacted } = redactDraft(draft, { kinds: ALL, aws: KNOWN_NAMES })
    expect(redacted.layers.identity.policies[0]?.text).toBe(draft.layers.identity.policies[0]?.text)
    expect(redacted.paste).toBe(
      'User: arn:aws:sts::111122223333:assumed-role/role-1/session-1 is not authorized to perform: s3:GetObject ' +
        'on resource: "arn:aws:s3:::example-bucket-1/object-1" because no identity-based policy allows the s3:GetObject action',
    )
  })

  it('replaces names that hide in the name of a permission set, in escapes of JSON and in variables', () => {
    const draft = draftOf(error('acme', 'AWSReservedSSO_GlobexAdmins_0123456789abcdef'), {
      Sid: '\u0047lobexRead',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme/${aws:PrincipalTag/globex}/*',
    })
    const escaped = {
      ...draft,
      title: 'Globex: \u0067lobex',
    }
    const { draft: redacted, sameVerdict } = redactDraft(escaped, { kinds: ALL, aws: KNOWN_NAMES })
    expect(sameVerdict).toBe(true)
    expect(JSON.stringify(redacted)).not.toMatch(/globex|u0067|u0047/i)
  })

  it('keeps what is wanted, and replaces what is asked for besides', () => {
    const draft = {
      ...draftOf(error('acme-orders'), { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      title: 'main project',
    }
    const { draft: redacted } = redactDraft(draft, {
      kinds: ALL,
      aws: KNOWN_NAMES,
      keep: new Set(['acme-orders']),
      also: new Set(['project']),
    })
    expect(redacted.paste).toContain('arn:aws:s3:::acme-orders/object-1')
    expect(redacted.title).toBe('main word2')
  })
})
