import { describe, expect, it } from 'vitest'
import { parseDenials } from '../../denial/parse-denials'
import { observe } from '../observe'
import { arnDifference } from './arn-differences'
import { findPairs } from './find-pairs'
import { areNear } from './pair-finder'
import { withoutPolicies } from './text-places'

describe('two names that are nearly the same', () => {
  it.each([
    ['the case of a letter', 'AuditReadOnly', 'AuditReadonly'],
    ['what stands between the words', 'tea_prod', 'tea-prod'],
    ['an id behind the name', 'brew-fn-role', 'brew-fn-role-q1w2'],
    ['one letter', 'invoices', 'invoces'],
  ])('differ in %s', (_, one, other) => {
    expect(areNear(one, other)).toBe(true)
  })

  it.each([
    ['names of their own', 'gardener', 'brew-fn-role'],
    ['a short beginning', 'app', 'app-worker'],
    ['a stage', 'orders-dev', 'orders-prod'],
  ])('but not %s', (_, one, other) => {
    expect(areNear(one, other)).toBe(false)
  })
})

describe('two ARNs', () => {
  const arn = (region: string, account: string, name: string) => `arn:aws:sns:${region}:${account}:${name}`
  const here = arn('eu-west-1', '111122223333', 'steep')

  it('differ in the one part that is another', () => {
    expect(arnDifference(here, arn('us-east-1', '111122223333', 'steep'))?.part).toBe('region')
    expect(arnDifference(here, arn('eu-west-1', '444455556666', 'steep'))?.part).toBe('account')
    expect(arnDifference(here, arn('eu-west-1', '111122223333', 'stir'))?.part).toBe('resource')
  })

  it('tell nothing where several parts differ, none does, or a part is hidden', () => {
    expect(arnDifference(here, arn('us-east-1', '444455556666', 'steep'))).toBeNull()
    expect(arnDifference(here, here)).toBeNull()
    expect(arnDifference(here, arn('*', '111122223333', 'steep'))).toBeNull()
  })
})

it('what stands in a policy is no place of the text, and each line keeps its number', () => {
  const policy = '{\n  "Statement": [\n    { "Effect": "Allow", "Resource": "arn:aws:s3:::leaves" }\n  ]\n}'
  const rest = withoutPolicies(`one\n${policy}\nfive arn:aws:s3:::leaf`)
  expect(rest).not.toContain('leaves')
  expect(rest.split('\n')[6]).toBe('five arn:aws:s3:::leaf')
})

/** The rows that a text shows beside the statements of one layer. */
const rowsOf = (error: string, layer: 'identity' | 'resource', statement: object, action = '') => {
  const document = { Version: '2012-10-17', Statement: [statement] }
  const denial = parseDenials(error)[0] ?? null
  const request = { principal: '', action, resource: '' }
  const accessCase = { version: 1 as const, error, request, policies: { [layer]: [{ name: 'p', document }] } }
  return findPairs(observe(accessCase, denial, [])).map(({ id }) => id)
}

describe('a pair is none', () => {
  const REFUSED =
    'User: arn:aws:sts::111122223333:assumed-role/brew/one is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::leaves because no identity-based policy allows the s3:ListBucket action\n$ aws iam get-role-policy --role-name brew --policy-name p\n'

  it('where a tool’s own source has the placeholder, which it fills in', () => {
    const allow = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::${var.bucket}' }
    expect(rowsOf(REFUSED + JSON.stringify(allow), 'identity', allow, 's3:ListBucket')).toEqual([
      'policy-left-unfilled',
    ])
    const source = `${REFUSED}resource "aws_iam_role_policy" "p" { policy = ${JSON.stringify(allow)} }`
    expect(rowsOf(source, 'identity', allow, 's3:ListBucket')).toEqual([])
  })

  const INVOKE = 'lambda:InvokeFunction'
  const permission = (Resource: string, source?: string) => ({
    Effect: 'Allow',
    Principal: { Service: 'secretsmanager.amazonaws.com' },
    Action: INVOKE,
    Resource,
    ...(source !== undefined && { Condition: { ArnLike: { 'aws:SourceArn': source } } }),
  })
  const BREW = 'arn:aws:lambda:eu-west-1:111122223333:function:brew'
  const ROTATION = 'Secrets Manager cannot invoke the specified Lambda function.'

  it('where the text prints the function itself, and not what calls it', () => {
    const live = permission(`${BREW}:live`)
    expect(rowsOf(`${ROTATION}\nRotationLambdaARN: ${BREW}`, 'resource', live, INVOKE)).toEqual([
      'permission-of-another-qualifier',
    ])
    expect(rowsOf(`${ROTATION}\n"FunctionArn": "${BREW}"`, 'resource', live, INVOKE)).toEqual([])
  })

  it('where the only Region that is named can be that of a service without one', () => {
    const of = permission(BREW, 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:*')
    expect(rowsOf(`${ROTATION}\nin us-east-1`, 'resource', of, INVOKE)).toEqual(['source-of-another-region'])
    expect(rowsOf(`${ROTATION}\nCloudFront, us-east-1`, 'resource', of, INVOKE)).toEqual([])
  })
})

describe('a word for no value', () => {
  it('is none where API Gateway shows a method without authorization', () => {
    const asked = (header: string) =>
      rowsOf(
        `GET https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live/tea\n{"message":"Forbidden"}\n${header}`,
        'resource',
        [],
      )
    expect(asked('Authorization: None')).toContain('value-of-nothing')
    expect(asked('Authorization: NONE')).not.toContain('value-of-nothing')
  })
})

describe('the permission sets that a portal shows', () => {
  const told = (line: string) =>
    findPairs(
      observe(
        {
          version: 1,
          error: `when calling the GetRoleCredentials operation: No access\nsso_role_name = GardenAdministrator\n${line}`,
          request: { principal: '', action: '', resource: '' },
          policies: {},
        },
        parseDenials(
          'An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access',
        )[0] ?? null,
        [],
      ),
    ).map(({ facts }) => facts['there'])

  it('are all read, and the nearest one is named', () => {
    expect(told('The access portal has only "GardenAdmin" and "ReadOnly".')).toEqual(['GardenAdmin'])
  })

  it('are no account', () => {
    expect(told('The access portal shows the account "Garden".')).toEqual([])
  })

  it.each([
    ['The portal lists for 111122223333: GardenAdmin, ReadOnly', 'GardenAdmin'],
    ['On the start page I see Garden (111122223333): pruning-crew and Visitors.', 'pruning-crew, Visitors'],
    ['In the portal I choose account 111122223333 > GardenAdmin and I get in.', 'GardenAdmin'],
  ])('are read behind an account’s ID: %s', (line, there) => {
    expect(told(`sso_account_id = 111122223333\n${line}`)).toEqual([there])
  })

  it.each([
    'The portal lists for 111122223333: GardenAdministrator, ReadOnly',
    'The portal lists for 111122223333: GardenAdmin, and maybe others that I can’t see',
    'The portal lists for 111122223333: GardenAdmin, ReadOnly and others',
    'The portal lists for 444455556666: GardenAdmin, ReadOnly',
    'The portal says for 111122223333: AccessDenied',
    'The portal says for 111122223333: Forbidden',
  ])('are not read where one agrees, the list isn’t whole, or it is of something else: %s', (line) => {
    expect(told(`sso_account_id = 111122223333\n${line}`)).toEqual([])
  })
})
