import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { REDACTION_KINDS, type RedactionKind } from './kinds'
import { redactDraft } from './redact'

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
  it('replaces each name by one stand-in everywhere', () => {
    const draft = draftOf(error('acme-orders'), {
      Effect: 'Deny',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme-orders/*',
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::482915736204:role/orders-worker' } },
    })
    const { draft: redacted, standIns, sameVerdict } = redactDraft(draft, ALL)
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
    ])
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
    const { draft: redacted, standIns, sameVerdict } = redactDraft(draft, ALL)
    expect(sameVerdict).toBe(true)
    expect(JSON.stringify(redacted)).not.toMatch(/acme|globex|initech|jane|customers|csv/)
    expect(JSON.stringify(redacted)).toContain('2026')
    expect(standIns.filter(({ style }) => style === 'kept')).toEqual([])
  })

  it('keeps few names where several patterns hold the verdict together', () => {
    const policy = (bucket: string) => ({
      Effect: 'Deny',
      Action: 's3:GetObject',
      Resource: bucket,
      Condition: { StringLike: { 'aws:userid': '*:jo@*' } },
    })
    const draft = draftOf(error('acme-orders-7'), policy('arn:aws:s3:::*-orders-7/*'), {
      'aws:userid': { state: 'known', values: ['AROAEXAMPLEAAAABBBBCC:jo@acme.example'] },
    })
    const both = {
      ...draft,
      layers: {
        ...draft.layers,
        identity: {
          ...draft.layers.identity,
          policies: [
            ...draft.layers.identity.policies,
            {
              name: 'q',
              text: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Deny',
                    Action: 's3:*',
                    Resource: '*',
                    Condition: { StringLike: { 'aws:PrincipalArn': '*/orders-w*' } },
                  },
                ],
              }),
            },
          ],
        },
      },
    }
    const { standIns, sameVerdict } = redactDraft(both, ALL)
    expect(sameVerdict).toBe(true)
    const kept = standIns.filter(({ style }) => style === 'kept').map(({ original }) => original)
    expect(kept).toEqual(['orders-worker', 'jo@acme.example'])
  })

  it('replaces a thousand names, and leaves none', () => {
    const buckets = Array.from({ length: 1_000 }, (_, n) => `arn:aws:s3:::acme-${String(n)}x/*`)
    const draft = draftOf(error('acme'), { Effect: 'Allow', Action: 's3:GetObject', Resource: buckets })
    expect(JSON.stringify(redactDraft(draft, ALL).draft)).not.toContain('acme')
  })

  it('keeps what a wildcard matches', () => {
    const draft = draftOf(error('acme-orders-prod'), {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: ['arn:aws:s3:::acme-orders-*', 'arn:aws:s3:::globex-*'],
    })
    const { draft: redacted, sameVerdict } = redactDraft(draft, ALL)
    expect(sameVerdict).toBe(true)
    expect(JSON.stringify(redacted)).not.toMatch(/acme|globex|orders/)
  })

  it('takes another stand-in where a pattern counts characters', () => {
    const draft = draftOf(error('team-a1'), { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::???????/*' })
    const { standIns, sameVerdict } = redactDraft(draft, ALL)
    expect(sameVerdict).toBe(true)
    expect(standIns.find(({ original }) => original === 'team-a1')).toMatchObject({ style: 'shaped' })
  })

  it('says which name stays because the verdict hangs on it', () => {
    const draft = draftOf(
      error('acme'),
      { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringLike: { 'aws:userid': '*:jo@*' } } },
      { 'aws:userid': { state: 'known', values: ['AROAEXAMPLEAAAABBBBCC:jo@acme.example'] } },
    )
    const { standIns, sameVerdict } = redactDraft(draft, ALL)
    expect(sameVerdict).toBe(true)
    expect(standIns.find(({ original }) => original === 'jo@acme.example')).toMatchObject({ style: 'kept' })
    expect(standIns.find(({ original }) => original === 'acme')).toMatchObject({ style: 'example' })
  })

  it('keeps names that AWS gives', () => {
    const draft = draftOf(error('acme', 'AWSReservedSSO_AdministratorAccess_0123456789abcdef'), {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*' } },
    })
    const { draft: redacted } = redactDraft(draft, ALL)
    expect(JSON.stringify(redacted)).toContain('role/aws-reserved/sso.amazonaws.com/*')
    expect(redacted.paste).toContain('AWSReservedSSO_AdministratorAccess_')
  })

  it('finds names that a terminal broke over lines', () => {
    const broken = error('acme-orders').replace(
      '482915736204:assumed-role/orders-worker',
      '482915736204:assumed-role/orders-wor\nker',
    )
    const { draft: redacted } = redactDraft(draftOf(broken, { Effect: 'Allow', Action: 's3:Put*', Resource: '*' }), ALL)
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
    const { draft: redacted, sameVerdict } = redactDraft(draft, ALL)
    expect(sameVerdict).toBe(true)
    expect(redacted.context['aws:PrincipalOrgPaths']).toMatchObject({
      values: ['o-exampleorg001/r-ex01/ou-ex01-exampleou001/'],
    })
  })
})
