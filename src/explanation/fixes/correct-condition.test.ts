import { describe, expect, it } from 'vitest'
import { remedyOf } from '../../testing/pasted-case'

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:plates'
const REFUSED = `User: arn:aws:sts::111122223333:assumed-role/press/print-3 is not authorized to perform: sqs:SendMessage on resource: ${QUEUE} because no identity-based policy allows the sqs:SendMessage action`

/** The policy after the first fix of what a statement with a test leaves out. */
const mended = (head: object, condition: unknown): unknown => {
  const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*', Condition: condition }
  const { fixes } = remedyOf(REFUSED, { identity: JSON.stringify({ ...head, Statement: [statement] }) })
  return JSON.parse(fixes[0]?.changes[0]?.after ?? '{}')
}

const OF_GUILD = { StringEquals: { 'aws:ResourceTag/guild': '${aws:PrincipalTag/guild}' } }

describe('a test whose values no request carries', () => {
  it.each([{ Version: '2008-10-17' }, {}])('gets the version that has its variables: %j', (head) => {
    expect(mended(head, OF_GUILD)).toEqual(
      expect.objectContaining({ Version: '2012-10-17', Statement: [expect.objectContaining({ Condition: OF_GUILD })] }),
    )
  })

  it('gets the operator that reads its pattern', () => {
    const test = { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' }
    expect(mended({ Version: '2012-10-17' }, { 'ForAnyValue:StringEquals': test })).toMatchObject({
      Statement: [{ Condition: { 'ForAnyValue:StringLike': test } }],
    })
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
describe('a test of values that no request can have', () => {
  const region = (...values: readonly string[]) => ({ StringEquals: { 'aws:RequestedRegion': values } })

  it('gets that of the request in their place: the word of a template is no Region', () => {
    expect(mended({ Version: '2012-10-17' }, region('every-region'))).toMatchObject({
      Statement: [{ Condition: region('eu-west-1') }],
    })
  })

  it('keeps those that some request has', () => {
    expect(JSON.stringify(mended({ Version: '2012-10-17' }, region('eu-north-1')))).toContain('eu-north-1')
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
describe('a test of a key with several values', () => {
  const paths = { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' }

  it.each([
    ['StringLike', 'ForAnyValue:StringLike'],
    ['StringEquals', 'ForAnyValue:StringLike'],
  ])('under %s never matches and gets %s', (written, meant) => {
    expect(mended({ Version: '2012-10-17' }, { [written]: paths })).toMatchObject({
      Statement: [{ Condition: { [meant]: paths } }],
    })
  })

  it('keeps its operator where nothing in it is a pattern', () => {
    const tags = { 'aws:TagKeys': 'guild' }
    expect(mended({ Version: '2012-10-17' }, { StringEqualsIgnoreCase: tags })).toMatchObject({
      Statement: [{ Condition: { 'ForAnyValue:StringEqualsIgnoreCase': tags } }],
    })
  })

  it('stays as it is where a request without the key meets it', () => {
    expect(JSON.stringify(mended({ Version: '2012-10-17' }, { StringLikeIfExists: paths }))).not.toContain(
      'ForAnyValue',
    )
  })
})

describe('a test of the service that calls KMS', () => {
  const keyPolicy = (via: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/tide-start' },
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: { StringEquals: { 'kms:ViaService': via } },
        },
      ],
    })
  const own = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'kms:Decrypt'], Resource: '*' }],
  })
  const refused = (via: string) =>
    remedyOf(
      'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:tide/mail-a1B2c3: AccessDeniedException: Access to KMS is not allowed',
      { resource: keyPolicy(via), identity: own },
    )

  it('gets the Region of the call, and nobody gets another permission', () => {
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
    const { fixes } = refused('secretsmanager.us-east-1.amazonaws.com')
    expect(fixes[0]?.layer).toBe('resource')
    expect(fixes[0]?.codes).toEqual(['add-condition-value'])
    expect(fixes[0]?.changes[0]?.after).toContain('secretsmanager.eu-west-1.amazonaws.com')
    expect(JSON.stringify(fixes)).not.toContain('ecr:GetAuthorizationToken')
  })

  it('is no cause where it names that Region', () => {
    const { fixes } = refused('secretsmanager.eu-west-1.amazonaws.com')
    expect(fixes.flatMap(({ codes }) => codes)).not.toContain('add-condition-value')
  })
})
