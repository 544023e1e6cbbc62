import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'

const policy = (...Statement: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 1)
const ROLE = 'arn:aws:iam::111122223333:role/key-maker'
const LOCKOUT = `An error occurred (MalformedPolicyDocumentException) when calling the CreateKey operation: The new key policy will not allow you to update the key policy in the future.
deployed as ${ROLE}`
const ADMIN = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:role/key-admin' },
  Action: 'kms:*',
  Resource: '*',
}
const OWNER = { ...ADMIN, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }
const SIGN_IN = `redis-cli: (error) WRONGPASS invalid username-password pair or user is disabled.
IAM auth, region eu-west-1`

const told = (paste: string, given: Parameters<typeof pastedCase>[1] = {}) => {
  const { answer } = pastedCase(paste, given)
  const { basis, decision, layer, fact, said, noPolicy, causes } = answer
  const words = plainText(said)
  return { basis, decision, layer, line: fact?.line ?? null, words, isOfNone: noPolicy !== undefined, first: causes[0] }
}

describe('an error whose words name no policy, where one that is here stops what it needs', () => {
  it('is told by the Deny of the key policy that takes the change of it from who makes the key', () => {
    const resource = policy(OWNER, {
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:PutKeyPolicy',
      Resource: '*',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/key-admin' } },
    })
    expect(told(LOCKOUT, { resource })).toMatchObject({ decision: 'explicitDeny', layer: 'resource', isOfNone: false })
  })

  it('is told by what is nearest to an Allow of it, and mended for the one who called', () => {
    const { first, ...rest } = told(LOCKOUT, { resource: policy(ADMIN) })
    expect(rest).toMatchObject({ basis: 'claimed', decision: 'implicitDeny', layer: 'resource', isOfNone: false })
    expect(first?.statements).toMatchObject([{ Action: 'kms:PutKeyPolicy', Principal: { AWS: ROLE } }])
  })

  it('is what the words say where no policy is here, or the one that is here lets it through, and never said to be decided by none', () => {
    const all = policy({ ...ADMIN, Principal: { AWS: ROLE } })
    for (const given of [{}, { resource: all }]) {
      const { words, ...rest } = told(LOCKOUT, given)
      expect(rest).toMatchObject({ layer: 'none', isOfNone: true })
      expect(words).not.toContain('No policy decides')
    }
  })

  it('is the Deny of a bucket’s policy that hides the bucket from who refreshes it, and no policy that only lets in others', () => {
    const hidden = `caller: arn:aws:sts::111122223333:assumed-role/planner/run
[WARN]  provider: S3 Bucket (team-reports) not found, removing from state
http.status_code=403 HEAD https://team-reports.s3.eu-west-1.amazonaws.com/
Error: creating S3 Bucket (team-reports): operation error S3: CreateBucket, https response error StatusCode: 409, BucketAlreadyOwnedByYou:`
    const readers = { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/reader' }
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::team-reports' }
    const onlyReaders = policy({ ...deny, Condition: { ArnNotLike: readers } })
    expect(told(hidden, { resource: onlyReaders })).toMatchObject({ decision: 'explicitDeny', layer: 'resource' })
    const readersToo = policy({ ...deny, Effect: 'Allow', Principal: { AWS: readers['aws:PrincipalArn'] } })
    expect(told(hidden, { resource: readersToo })).toMatchObject({ layer: 'none', isOfNone: true })
    const { words } = told(hidden)
    expect(words).not.toContain('No policy decides')
  })

  it('is the cache’s sign-in where the policy names the cache and not its user, which is likely and no more', () => {
    const cache = 'arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:carts'
    const identity = policy({ Effect: 'Allow', Action: 'elasticache:Connect', Resource: cache })
    expect(told(SIGN_IN, { identity })).toMatchObject({ basis: 'likely', decision: 'implicitDeny', layer: 'identity' })
    const both = policy({
      Effect: 'Allow',
      Action: 'elasticache:Connect',
      Resource: [cache, cache.replace(/replic.*/, 'user:*')],
    })
    expect(told(SIGN_IN, { identity: both })).toMatchObject({ layer: 'none', isOfNone: true })
    // What is lacking is the user: the cache that the policy names is allowed already.
    const [statement] = told(SIGN_IN, { identity }).first?.statements ?? []
    expect(statement?.['Resource']).toContain(':user:')
  })
})

describe('what the words of an error leave blank', () => {
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
  const REFERS =
    'AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.'
  const keys = ['1', '2'].map((id) => `arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-1111-2222-3333-44445555666${id}`)
  const resourceFor = (Resource: readonly string[]) =>
    told(REFERS, { identity: policy({ Effect: 'Allow', Action: 'kms:Encrypt', Resource }) }).first?.statements[0]?.[
      'Resource'
    ]

  it('is the one thing of the policies here that the action can have, and stays blank where they name several', () => {
    expect(resourceFor(keys.slice(0, 1))).toBe(keys[0])
    expect(resourceFor(keys)).toMatch(/<[^<>]{0,200}>/)
  })
})
