import { describe, expect, it } from 'vitest'
import { isOneOf } from '../../iam/call-patterns'
import { matchWildcard } from '../../iam/wildcard'
import { CALL_FACTS, type CallFact } from './call-facts'
import { CHECKED_RESOURCES } from './checked-resources'
import { checksOfCall } from './checks-of-call'
import type { MadeCall } from './made-call'
import { handsRole, kmsCallerOf, makesSeveralChecks, roleTakerOf } from './needs-of-call'
import { PASSED_ROLES } from './passed-roles'
import { WHEN_MESSAGES } from './when'

const FACTS = Object.entries(CALL_FACTS) as [string, CallFact][]

const PLACE = { partition: 'aws', region: 'eu-west-1', account: '111122223333' }

const checksOf = (service: string, operation: string, parameters: MadeCall['parameters'], isWhole = true) =>
  checksOfCall({ service, operation, parameters, isWhole }, PLACE, () => []).map(
    ({ action, resource, isCertain }) => `${isCertain ? '' : '? '}${action} ${resource}`,
  )

/** Can two patterns cover the same name? Those of this registry have their wildcards inside or at the end. */
const overlap = (one: string, other: string): boolean =>
  matchWildcard(one, other.replaceAll('*', 'x')) || matchWildcard(other, one.replaceAll('*', 'x'))

describe('the registry of calls', () => {
  it('has no need of one call in two rows', () => {
    const twice = FACTS.flatMap(([id, row], i) =>
      FACTS.slice(i + 1).flatMap(([other, further]) => {
        const calls = row.calls.filter(
          (call) =>
            further.calls.some((one) => overlap(call, one)) &&
            !(further.exceptCalls ?? []).includes(call) &&
            !isOneOf(further.exceptCalls ?? [], call),
        )
        const isOneRow =
          row.on === further.on &&
          JSON.stringify(row.resources) === JSON.stringify(further.resources) &&
          row.parameters.join() === further.parameters.join()
        const needs = row.needs.filter((action) =>
          further.needs.some((one) => one.toLowerCase() === action.toLowerCase()),
        )
        return calls.length > 0 && needs.length > 0 && isOneRow
          ? [`${id} and ${other}: ${calls.join()} ${needs.join()}`]
          : []
      }),
    )
    expect(twice).toEqual([])
  })

  it('has no tagging action of one call in two rows', () => {
    const general = CALL_FACTS['tags-at-creation'] as CallFact
    const special = FACTS.filter(([id, { when }]) => when === 'sets-tags' && id !== 'tags-at-creation')
    const twice = special.flatMap(([id, { calls, needs }]) =>
      needs.some((action) => isOneOf(general.needs, action))
        ? calls
            .filter(
              (call) => general.calls.some((one) => overlap(one, call)) && !isOneOf(general.exceptCalls ?? [], call),
            )
            .map((call) => `${id}: ${call}`)
        : [],
    )
    expect(twice).toEqual([])
  })

  it('hands a role over by one row for each call and parameter', () => {
    const seen = PASSED_ROLES.flatMap(({ calls, parameters }) =>
      calls.flatMap((call) => parameters.map((name) => `${call} ${name}`)),
    )
    expect(seen.filter((one, i) => seen.indexOf(one) !== i)).toEqual([])
    for (const [i, { calls, parameters }] of PASSED_ROLES.entries())
      for (const other of PASSED_ROLES.slice(i + 1)) {
        const both = calls.filter((call) => other.calls.some((one) => overlap(call, one)))
        if (both.length > 0)
          expect([both, parameters.filter((one) => other.parameters.includes(one))]).toEqual([both, []])
      }
  })

  it('says the resources of each call once', () => {
    const calls = CHECKED_RESOURCES.flatMap((row) => row.calls)
    expect(calls.filter((call, i) => calls.indexOf(call) !== i)).toEqual([])
  })

  it('has a page, a day and calls in lower case in each row', () => {
    for (const row of [...Object.values(CALL_FACTS), ...PASSED_ROLES, ...CHECKED_RESOURCES]) {
      expect(row.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+$/)
      expect(row.confirmed).toMatch(/^(?:2026-\d\d-\d\d|unconfirmed)$/)
      for (const call of row.calls) expect(call).toMatch(/^(?:[a-z\d-]+|\*):[a-z\d*]+$/)
    }
  })

  it('says when in words that follow a dash', () => {
    for (const words of Object.values(WHEN_MESSAGES)) expect(words).toMatch(/^(?:if |every |part |AWS )/)
  })
})

describe('the checks of a call', () => {
  it('of a launch are one for each resource, then the role, and the key if a volume is encrypted', () => {
    expect(
      checksOf('ec2', 'RunInstances', {
        imageId: 'ami-0c55b159',
        instanceType: 't3.micro',
        subnetId: 'subnet-0a1b',
        securityGroupIds: 'sg-04c1 sg-04c2',
        keyName: 'ci',
        iamInstanceProfile: 'Name=web',
        tagSpecifications: 'ResourceType=instance,Tags=[{Key=team,Value=blue}]',
      }),
    ).toEqual([
      'ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:instance/*',
      'ec2:RunInstances arn:aws:ec2:eu-west-1::image/ami-0c55b159',
      'ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b',
      'ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:security-group/sg-04c1',
      'ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:security-group/sg-04c2',
      'ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
      'ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:volume/*',
      'ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:key-pair/ci',
      'iam:PassRole arn:aws:iam::111122223333:role/<role>',
      'ec2:CreateTags arn:aws:ec2:eu-west-1:111122223333:instance/*',
      '? kms:CreateGrant arn:aws:kms:eu-west-1:111122223333:key/<key>',
      '? kms:Decrypt arn:aws:kms:eu-west-1:111122223333:key/<key>',
      '? kms:DescribeKey arn:aws:kms:eu-west-1:111122223333:key/<key>',
      '? kms:GenerateDataKeyWithoutPlaintext arn:aws:kms:eu-west-1:111122223333:key/<key>',
    ])
  })

  it('of a copy are the target and the source', () => {
    expect(checksOf('s3', 'CopyObject', { bucket: 'to', key: 'b', copySource: 'from/a' })).toEqual(
      expect.arrayContaining(['s3:PutObject arn:aws:s3:::to/b', 's3:GetObject arn:aws:s3:::from/a']),
    )
  })

  it('of a copy of which nothing is known are of two objects, each with a bucket and a key of its own', () => {
    expect(checksOf('s3', 'CopyObject', {}, false).slice(0, 2)).toEqual([
      expect.stringContaining('s3:PutObject arn:aws:s3:::<bucket>/<key>'),
      expect.stringContaining('s3:GetObject arn:aws:s3:::<source-bucket>/<source-key>'),
    ])
  })

  it('of an update of a service hand roles over only where the task definition changes', () => {
    const passed = (parameters: MadeCall['parameters']) =>
      checksOf('ecs', 'UpdateService', parameters).filter((one) => one.includes('iam:PassRole'))
    expect(passed({ cluster: 'c', service: 's', desiredCount: '2' })).toEqual([])
    expect(passed({ cluster: 'c', service: 's', taskDefinition: 'web:3' })).toHaveLength(1)
  })

  it('name the role that is handed over', () => {
    expect(
      checksOf('lambda', 'CreateFunction', { functionName: 'f', role: 'arn:aws:iam::111122223333:role/x/exec' }),
    ).toContain('iam:PassRole arn:aws:iam::111122223333:role/x/exec')
    expect(checksOf('glue', 'CreateJob', { name: 'j', role: 'GlueRole' })).toContain(
      'iam:PassRole arn:aws:iam::111122223333:role/GlueRole',
    )
  })

  it('need the key of a head only for the checksum', () => {
    const key = (parameters: MadeCall['parameters']) =>
      checksOf('s3', 'HeadObject', { bucket: 'b', key: 'k', ...parameters }).filter((one) => one.includes('kms:'))
    expect(key({})).toEqual([])
    expect(key({ checksumMode: 'ENABLED' })).toHaveLength(1)
    expect(kmsCallerOf('s3:GetObject')).toBe('s3')
  })

  it('leave out what a whole command does not ask for', () => {
    const acl = (parameters: MadeCall['parameters'], isWhole: boolean) =>
      checksOf('s3', 'PutObject', { bucket: 'b', key: 'k', ...parameters }, isWhole).filter((one) =>
        one.includes('PutObjectAcl'),
      )
    expect(acl({}, true)).toEqual([])
    expect(acl({}, false)).toEqual(['? s3:PutObjectAcl arn:aws:s3:::b/k'])
    expect(acl({ acl: 'public-read' }, true)).toHaveLength(1)
  })
})

it('knows who gets a role, where that is one service', () => {
  expect(roleTakerOf('codebuild:CreateProject')).toBe('codebuild.amazonaws.com')
  expect(roleTakerOf('elasticmapreduce:RunJobFlow')).toBeNull()
  expect(roleTakerOf('s3:GetObject')).toBeNull()
  expect(handsRole('codebuild:CreateProject')).toBe(true)
  expect(handsRole('books:LendBook', ['iam:PassRole'])).toBe(true)
  expect(handsRole('s3:GetObject')).toBe(false)
})

it('tells calls that always make further checks from those that can', () => {
  expect(makesSeveralChecks('ec2:runinstances')).toBe(true)
  expect(makesSeveralChecks('lambda:createfunction')).toBe(true)
  expect(makesSeveralChecks('lambda:updatefunctionconfiguration')).toBe(false)
  expect(makesSeveralChecks('s3:getobject')).toBe(false)
})

describe('the checks that parameters ask for', () => {
  it('of a creation with tags are one tagging action, that of what is created', () => {
    const tags = '[{"Key": "Owner", "Value": "core"}]'
    expect(checksOf('iam', 'CreateRole', { roleName: 'ci', tags }).filter((one) => one.includes(':Tag'))).toEqual([
      'iam:TagRole arn:aws:iam::111122223333:role/ci',
    ])
    expect(checksOf('iam', 'CreateUser', { userName: 'jo' }).filter((one) => one.includes(':Tag'))).toEqual([])
  })

  it('of a task are the roles that the call sets in place of those of the task definition', () => {
    const overrides =
      "{'executionRoleArn': 'arn:aws:iam::111122223333:role/pull', 'containerOverrides': [{'name': 'a'}]}"
    expect(checksOf('ecs', 'RunTask', { taskDefinition: 'report:4', overrides })).toContain(
      'iam:PassRole arn:aws:iam::111122223333:role/pull',
    )
    expect(checksOf('ecs', 'RunTask', { taskDefinition: 'report:4' }).join()).not.toContain('role/pull')
  })

  it('of a table that names a key are those of the key', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    expect(checksOf('dynamodb', 'CreateTable', { tableName: 'orders', kmsMasterKeyId: key })).toContain(
      `kms:CreateGrant ${key}`,
    )
    expect(checksOf('dynamodb', 'CreateTable', { tableName: 'orders' }).join()).not.toContain('kms:')
  })
})
