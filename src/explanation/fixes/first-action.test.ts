import { describe, expect, it } from 'vitest'
import { remedyOf } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { policyText } from '../../testing/statements'

const denied = (action: string, resource: string, ending: string, caller = 'assumed-role/app/one') =>
  `User: arn:aws:sts::111122223333:${caller} is not authorized to perform: ${action} on resource: ${resource} ${ending}`

const statements = ([fix]: ReturnType<typeof remedyOf>['fixes']) =>
  (JSON.parse(fix?.changes[0]?.after ?? '{}') as { Statement?: Record<string, unknown>[] }).Statement ?? []

describe('a fix that lasts', () => {
  const OBJECT = 'arn:aws:s3:::thumbs/t/9f2/256.webp'
  const refused = denied(
    's3:PutObjectTagging',
    OBJECT,
    'because no identity-based policy allows the s3:PutObjectTagging action',
  )
  const writes = (resource: string, action = 's3:PutObject') =>
    policyText({ Effect: 'Allow', Action: [action], Resource: ['arn:aws:s3:::thumbs', resource] })

  it('is on the objects on which the write is allowed already, with the one object behind it', () => {
    const { fixes } = remedyOf(refused, { identity: writes('arn:aws:s3:::thumbs/*') })
    expect(statements(fixes)[1]).toMatchObject({ Action: 's3:PutObjectTagging', Resource: 'arn:aws:s3:::thumbs/*' })
    expect(plainText(fixes[0]!.sentence)).toMatch(/s3:PutObject is allowed on the same objects already/)
    expect(statements(fixes.slice(1))[1]).toMatchObject({ Resource: OBJECT })
  })

  it('is on the one object where nothing else, another action, or everything is allowed', () => {
    for (const identity of [
      writes('arn:aws:s3:::other/*'),
      writes('arn:aws:s3:::thumbs/*', 's3:GetObject'),
      writes('*'),
    ])
      expect(statements(remedyOf(refused, { identity }).fixes)[1]).toMatchObject({ Resource: OBJECT })
  })
})

describe('a test that a fix has', () => {
  const refused = denied(
    'iam:PassRole',
    'arn:aws:iam::111122223333:role/task',
    'because no identity-based policy allows the iam:PassRole action',
  )

  it('stands once for a key, as the statement beside it has it', () => {
    const identity = policyText({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::111122223333:role/exec',
      Condition: { StringLike: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    })
    expect(statements(remedyOf(refused, { identity }).fixes)[1]?.['Condition']).toEqual({
      StringLike: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
    })
  })

  it('names the service that runs the session which passes the role, and a blank where nothing tells it', () => {
    const told = refused.replace('app/one', 'app/GlueJobRunnerSession')
    const testOf = (paste: string) => JSON.stringify(statements(remedyOf(paste).fixes)[0]?.['Condition'])
    expect(testOf(told)).toContain('glue.amazonaws.com')
    expect(testOf(refused)).toContain('<service that gets the role>')
  })

  it('gets the name of a key that AWS has, where it is a letter off', () => {
    const trust = (key: string) =>
      policyText({
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { 'ForAnyValue:StringLike': { [`${key}:amr`]: 'unauthenticated' } },
      })
    const paste =
      'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.'
    const codes = (key: string) =>
      remedyOf(paste, { resource: trust(key) }).fixes.flatMap((one) => one.codes.map(String))
    expect(codes('cognito-identity.amazon.com')).toContain('correct-test-key')
    expect(codes('cognito-identity.amazonaws.com')).not.toContain('correct-test-key')
  })
})

describe('what is to be done first', () => {
  const MFA = 'with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/EnforceMFA'

  it('is a session with MFA, with a gap for what only the caller knows, and no letter', () => {
    const paste = `web console works\nUser: arn:aws:iam::111122223333:user/ann is not authorized to perform: athena:ListWorkGroups on resource: * ${MFA}`
    expect(remedyOf(paste).primary).toMatchObject({
      kind: 'copy-command',
      command: { bash: expect.stringContaining('sts get-session-token') as unknown },
    })
    const deny = policyText({
      Effect: 'Deny',
      NotAction: 'iam:*',
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    })
    const ofUser = paste.split('\n')[1] ?? ''
    expect(remedyOf(ofUser, { identity: deny }).primary).toMatchObject({
      command: { bash: expect.stringContaining('sts get-session-token') as unknown },
    })
    const other = denied('athena:ListWorkGroups', '*', 'with an explicit deny in a service control policy')
    expect(remedyOf(other).primary.kind).toBe('copy-request')
    expect(remedyOf(other).message?.text).toContain('an exception for this action alone?')
  })

  it('is an option of the AWS CLI only where another tool is not seen to make the call', () => {
    const boundary = policyText({
      Effect: 'Allow',
      Action: 'iam:CreateRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/edge' } },
    })
    const refused = denied(
      'iam:CreateRole',
      'arn:aws:iam::111122223333:role/web',
      'because no identity-based policy allows the iam:CreateRole action',
    )
    const isOption = (paste: string) => {
      const { primary } = remedyOf(paste, { identity: boundary })
      return primary.kind === 'copy-command' && primary.command.is === 'added'
    }
    expect(isOption(refused)).toBe(true)
    expect(isOption(`CREATE_FAILED AWS::IAM::Role Web\n${refused}`)).toBe(false)
  })

  it('is to restart the pod whose service account has a role, and no permission for the node', () => {
    const refused = denied(
      's3:GetObject',
      'arn:aws:s3:::depot/a',
      'because no identity-based policy allows the s3:GetObject action',
      'assumed-role/ng2-NodeInstanceRole-1A2B/i-0cee646fefe9d6da9',
    )
    const annotated = remedyOf(`${refused}\n"eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/reader"`)
    expect(plainText(annotated.instructions[0]!.sentence)).toMatch(/kubectl rollout restart/)
    expect(annotated.primary.kind).toBe('none')
    expect(remedyOf(refused).primary.kind).toBe('copy-statement')
  })

  it('is no search of events for what S3 answers in XML: reads of objects are not among them', () => {
    const paste = (code: string) =>
      `GET https://d1.cloudfront.net/a 403\n<Error><Code>${code}</Code><RequestId>9K1EXAMPLE0Z</RequestId></Error>`
    expect(JSON.stringify(remedyOf(paste('AccessDenied')).primary)).not.toContain('lookup-events')
  })
})

describe('a subject more in a trust policy', () => {
  const ORG = '6b376885-8f20-45b2-ba2f-c27c0919bc6d'
  const ISSUER = `oidc.circleci.com/org/${ORG}`
  const paste = `CircleCI: Not authorized to perform sts:AssumeRoleWithWebIdentity\ndecoded token sub: org/${ORG}/project/1a2b/user/9f8e`
  const trust = (subject: string) =>
    policyText({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringLike: { [`${ISSUER}:sub`]: subject }, StringEquals: { [`${ISSUER}:aud`]: ORG } },
    })
  const isButton = (subject: string) => remedyOf(paste, { resource: trust(subject) }).primary.kind === 'copy-statement'

  it('is offered where it says as much as those that are there, and never without the branch that they ask for', () => {
    expect(isButton(`org/${ORG}/project/9z9z/user/*`)).toBe(true)
    expect(isButton(`org/${ORG}/project/*/user/*/vcs-origin/github.com/my-org/*/vcs-ref/refs/heads/main`)).toBe(false)
  })

  it('keeps every other test of the statement', () => {
    const github = 'token.actions.githubusercontent.com'
    const { fixes } = remedyOf(
      'Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
      {
        resource: policyText({
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              [`${github}:aud`]: 'sts.amazonaws.com',
              [`${github}:sub`]: 'repo:heron/kite:ref:refs/heads/main',
              [`${github}:job_workflow_sha`]: '9f8e7d6c',
            },
          },
        }),
      },
    )
    const made = statements(fixes)
    expect(made.length).toBeGreaterThan(0)
    for (const one of made) expect(JSON.stringify(one['Condition'])).toContain('job_workflow_sha')
  })
})
