import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { policyText } from '../../testing/statements'

const PASS =
  'User: arn:aws:sts::111122223333:assumed-role/ci/one is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/task-web because no identity-based policy allows the iam:PassRole action'

const ALLOW = {
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: 'arn:aws:iam::111122223333:role/task-*',
  Condition: { StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com', 'codebuild.amazonaws.com'] } },
}

describe('a call that the line of the error says in words', () => {
  const asked = (words: string) => pastedCase(words + PASS, { identity: policyText(ALLOW) })

  it('tells which service gets the role', () => {
    const { judged, answer } = asked('Error: Failed to register task definition in ECS: ')
    expect(judged.denial?.call?.operation).toBe('RegisterTaskDefinition')
    expect(answer.causes.map(({ remedy }) => plainText(remedy)).join()).not.toContain('Pass the role to')
  })

  it('tells none where it hands no role over, or the line says nothing', () => {
    expect(asked('Error: Failed to describe the services: ').judged.denial?.call).toBeUndefined()
    expect(asked('').judged.denial?.call).toBeUndefined()
  })
})

describe('words of the error within a sentence', () => {
  const said = (paste: string) =>
    pastedCase(paste)
      .answer.causes.flatMap(({ speaksFor }) => speaksFor.map(plainText))
      .find((one) => one.startsWith('The error says'))

  it('end with one full stop, and begin without the colon before them', () => {
    const words = 'The provided execution role does not have permissions to call ReceiveMessage on SQS.'
    expect(said(words)).toBe(`The error says: ${words}`)
  })
})

describe('a read that names no object', () => {
  const paste =
    'botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden'
  const first = (Resource: readonly string[]) =>
    pastedCase(paste, {
      identity: policyText({ Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'], Resource }),
    }).answer.causes[0]

  it('lacks the list of the bucket where the policy allows that on its objects alone', () => {
    const cause = first(['arn:aws:s3:::depot/*'])
    expect(cause?.code).toBe('s3-key-that-does-not-exist')
    expect(cause?.evidence).not.toBeNull()
  })

  it('does not where the bucket itself is named too', () => {
    expect(first(['arn:aws:s3:::depot', 'arn:aws:s3:::depot/*'])?.code).not.toBe('s3-key-that-does-not-exist')
  })
})

describe('a read of an object in a bucket where ACLs are on', () => {
  const first = (seen: string) =>
    pastedCase(`${seen}\nAn error occurred (AccessDenied) when calling the GetObject operation: Access Denied`, {})
      .answer.causes[0]?.code

  it('may be of an object that another account owns: a bucket without ownership controls leaves each to its writer', () => {
    expect(
      first(
        'An error occurred (OwnershipControlsNotFoundError) when calling the GetBucketOwnershipControls operation: The bucket ownership controls were not found',
      ),
    ).toBe('object-of-another-writer')
  })

  it('is where the text says that writers own their objects', () => {
    expect(first('Object Ownership is set to Object writer.')).toBe('object-of-another-writer')
  })

  it('is not where the bucket owns all of them', () => {
    expect(first('{ "ObjectOwnership": "BucketOwnerEnforced" }')).not.toBe('object-of-another-writer')
  })
})

describe('the setting of S3 Block Public Access that refused', () => {
  const refused = (why: string) =>
    pastedCase(
      `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::depot/a" because ${why}.`,
    ).answer

  it.each([
    'public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access',
    'public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting',
  ])('is read of "%s"', (why) => {
    expect(refused(why).noPolicy).toBeDefined()
  })

  it('is none of another reason', () => {
    expect(refused('no identity-based policy allows the s3:PutObject action').noPolicy).toBeUndefined()
  })
})

describe('a trust policy without a session’s tags', () => {
  const asked = (action: string) =>
    plainText(
      pastedCase(
        `User: arn:aws:sts::111122223333:assumed-role/ci/one is not authorized to perform: ${action} on resource: arn:aws:iam::444455556666:role/edge`,
      ).answer.headline,
    )

  it('can trust the caller all the same', () => {
    expect(asked('sts:TagSession')).toContain('does not allow sts:TagSession')
    expect(asked('sts:AssumeRole')).toContain('does not trust')
  })
})

describe('a session of get-federation-token', () => {
  const paste =
    '$ aws sts get-federation-token --name reader\nAn error occurred (AccessDeniedException) when calling the GetItem operation: User: arn:aws:sts::111122223333:federated-user/reader is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no session policy allows the dynamodb:GetItem action'
  const codes = (given: Parameters<typeof pastedCase>[1]) =>
    pastedCase(paste, given).answer.causes.map(({ code }) => code)

  it('may lack a policy of its own, but not where that is given', () => {
    const session = policyText({ Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' })
    expect(codes({})).toContain('federated-user-without-policy')
    expect(codes({ session })).not.toContain('federated-user-without-policy')
  })
})

describe('a resource that another one does not cover, where no policy is given', () => {
  const codeOf = (action: string, resource: string) =>
    pastedCase(
      `User: arn:aws:sts::111122223333:assumed-role/ci/one is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    ).answer.causes[0]?.code

  it('is the reason where most calls ask for the other one', () => {
    expect(codeOf('ses:SendEmail', 'arn:aws:ses:eu-west-1:111122223333:configuration-set/mail')).toBe(
      'identity-is-not-the-configuration-set',
    )
    expect(codeOf('dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day')).toBe(
      'table-is-not-its-index',
    )
  })

  it('is none where every call of the action asks for it', () => {
    expect(
      codeOf('kms:GenerateDataKey', 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000'),
    ).toBe('layer-not-given')
    expect(
      codeOf('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3'),
    ).toBe('layer-not-given')
  })
})

describe('what a service says in words of its own', () => {
  it('is the headline by the title of its row, and not by the layer alone', () => {
    const { answer } = pastedCase('{"DeliverLogsStatus": "FAILED", "DeliverLogsErrorMessage": "Access error"}')
    expect(plainText(answer.headline)).toBe('The flow log’s role can’t be assumed, or lacks a permission.')
  })
})

describe('a state of Terraform that is not reached', () => {
  const ofBucket = ['arn:aws:s3:::plans', 'arn:aws:s3:::plans/*']
  const identity = policyText({ Effect: 'Allow', Action: 's3:*', Resource: ofBucket })
  const endpoint = (Action: readonly string[]) =>
    policyText({ Effect: 'Allow', Principal: '*', Action, Resource: ofBucket })
  const first = (given: Parameters<typeof pastedCase>[1]) =>
    pastedCase('Error loading state: AccessDenied: Access Denied\n\tstatus code: 403', given).answer

  it('is told by the first of its checks that a policy here does not let through, in that layer', () => {
    const { layer, causes, headline } = first({ identity, endpoint: endpoint(['s3:GetObject', 's3:PutObject']) })
    expect([layer, causes[0]?.code]).toEqual(['endpoint', 'terraform-state-not-reachable'])
    expect(plainText(headline)).toContain('s3:ListBucket')
    expect(causes[0]?.statements).toEqual([
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::plans' },
    ])
  })

  it('is no lack of the endpoint where that lets all of them through', () => {
    expect(first({ identity, endpoint: endpoint(['s3:*']) }).layer).not.toBe('endpoint')
  })
})

describe('S3’s answer to a program that writes', () => {
  const code = (method: string) =>
    pastedCase(
      `${method}   https://depot.s3.eu-west-1.amazonaws.com/in/a.bin 403 (Forbidden)\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>R1</RequestId><HostId>h1=</HostId></Error>`,
    ).answer.causes[0]?.code

  it('is none of a browser that reads', () => {
    expect(code('PUT')).not.toBe('object-asked-by-a-browser')
    expect(code('GET')).toBe('object-asked-by-a-browser')
  })
})

describe('what a text says to be allowed on some things', () => {
  const ERROR =
    'There was an error creating the trigger: Cannot access stream arn:aws:dynamodb:eu-west-1:111122223333:table/mail/stream/2026-01-02T03:04:05.678. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.'
  const isArgued = (words: string): boolean =>
    pastedCase(`${ERROR}\n\n${words}`).answer.causes.some(
      ({ code, speaksAgainst }) => code === 'layer-not-given' && speaksAgainst.length > 0,
    )

  it('says nothing of another thing of their kind', () => {
    expect(isArgued('role: dynamodb:* on table/mail and table/mail/index/*')).toBe(false)
    expect(isArgued('role: dynamodb:* on table/mail/stream/*')).toBe(true)
  })
})

describe('a trust policy that, by the text, names the account', () => {
  const paste =
    'User: arn:aws:iam::111122223333:user/loader is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/partner\n\nOur account is in the trust policy of the role, they say. loader has AdministratorAccess.'

  it('may ask for more: with the caller’s own policies out of the question that comes first, and no policy is changed', () => {
    const { answer } = pastedCase(paste)
    expect(answer.causes[0]?.code).toBe('trust-tests-unmet')
    expect(plainText(answer.causes[0]?.remedy ?? [])).toContain('sts:ExternalId')
  })

  it('is looked at itself where it is pasted', () => {
    const trust = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'seven' } },
    }
    expect(pastedCase(paste, { resource: policyText(trust) }).answer.causes[0]?.code).not.toBe('trust-tests-unmet')
  })
})
