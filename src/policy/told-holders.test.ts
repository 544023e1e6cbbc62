import { describe, expect, it } from 'vitest'
import { findPolicies } from './find-policies'
import { holdersIn } from './named-holders'
import { holderSaid, ownerByCommand } from './told-holders'

const policy = (...Statement: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 1)
const READ = policy({ Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '*' })
const SEND = policy({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' })
const TRUST = policy({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' })
const CALLER =
  'User: arn:aws:sts::111122223333:assumed-role/packer-exec/1 is not authorized to perform: sqs:SendMessage\n'

const ownersIn = (paste: string) => findPolicies(paste).map(({ layer, owner }) => [layer, owner])

describe('whose policy the line above it says that it is', () => {
  it.each([
    ['boundary of packer-exec:', 'role/packer-exec'],
    ['Policy on the execution role (packer-exec):', 'role/packer-exec'],
    ['permissions of packer-exec', 'role/packer-exec'],
    ['inline policy, role `packer-exec`', 'role/packer-exec'],
    // A word for it, where one role of the text has it in its name.
    ['policy of packer_exec-role', null],
  ])('is read from “%s”', (line, owner) => {
    const said = holderSaid(line, holdersIn(CALLER))
    expect(said?.isNamed === true ? said.owner : null).toBe(owner)
  })

  it.each(['the deploy role:', 'policy of the caller', 'boundary of loader-* roles', 'policy for 111122223333'])(
    'is not read from “%s”, which names none',
    (line) => {
      expect(holderSaid(line, holdersIn(CALLER))).toBeNull()
    },
  )

  it('is another’s beside one that is the caller’s, though no ARN of the text names that other', () => {
    const paste = `${CALLER}\nPolicy on the task role (packer-task):\n${SEND}\n\nPolicy on the execution role (packer-exec):\n${READ}\n`
    expect(ownersIn(paste)).toEqual([
      ['identity', 'role/packer-task'],
      ['identity', 'role/packer-exec'],
    ])
  })

  it('is said by “attached to”, also where the name of the other one stands nowhere else', () => {
    const paste = `${CALLER}\n## Policy attached to packer-exec\n${READ}\n\n## Policy attached to packer-admin\n${SEND}\n`
    expect(ownersIn(paste)).toEqual([
      ['identity', 'role/packer-exec'],
      ['identity', 'role/packer-admin'],
    ])
  })

  it('stays open where the line’s word for it may be one for the caller', () => {
    expect(ownersIn(`${CALLER}\nPolicy of the role ci-main:\n${SEND}\n`)).toEqual([['identity', null]])
  })

  it('counts for a boundary by its word alone: each role has its own', () => {
    expect(ownersIn(`${CALLER}\nBoundary of billing-app:\n${SEND}\n`)).toEqual([['boundary', 'role/billing-app']])
  })

  it('tells the role of a trust policy', () => {
    const paste = `${CALLER}role arn:aws:iam::111122223333:role/archive-writer\n\ntrust policy of archive-writer:\n${TRUST}\n`
    expect(ownersIn(paste)).toEqual([['resource', 'role/archive-writer']])
  })
})

describe('what a command printed the policy of', () => {
  it.each([
    ['$ aws s3api get-bucket-policy --bucket depot --query Policy --output text', 's3', 'depot'],
    ['aws sqs get-queue-attributes --queue-url https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', 'sqs', 'jobs'],
    ['aws iam get-role --role-name packer --query Role.AssumeRolePolicyDocument', 'sts', 'role/packer'],
    ['aws iam get-role-policy --role-name packer --policy-name a --query PolicyDocument', null, 'role/packer'],
    ['aws iam get-user-policy --user-name ana --policy-name a', null, 'user/ana'],
  ])('%s', (line, service, owner) => {
    expect(ownerByCommand(line, service)).toBe(owner)
  })

  it.each([
    ['the bucket policy of --bucket depot', 's3'],
    ['aws s3api get-bucket-policy --bucket $BUCKET', 's3'],
    ['aws kms get-key-policy --key-id alias/app', 'kms'],
  ])('is not told by %s', (line, service) => {
    expect(ownerByCommand(line, service)).toBeNull()
  })

  it('is the owner of the document below it', () => {
    const paste = `$ aws iam get-role-policy --role-name packer-task --policy-name q --query PolicyDocument\n${SEND}\n`
    expect(ownersIn(paste)).toEqual([['identity', 'role/packer-task']])
  })
})
