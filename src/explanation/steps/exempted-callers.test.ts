import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerFixes } from '../fixes/answer-fixes'
import { answerInstructions } from '../fixes/instructions'

const denied = (action: string, resource: string, statement: object, by = 'a service control policy') => {
  const error = `User: arn:aws:sts::111122223333:assumed-role/dev/x is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in ${by}`
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Sid: 'Guard', Effect: 'Deny', Action: action, Resource: '*', ...statement },
    ],
  })
  const { judged, answer } = pastedCase(error, by.includes('service') ? { scp: policy } : { identity: policy })
  return {
    says: answerInstructions(judged, answer).map(({ sentence }) => plainText(sentence)),
    fixes: answerFixes(judged, answer).flatMap(({ codes }) => codes),
  }
}

const BUT = (arn: string) => ({ Condition: { ArnNotLike: { 'aws:PrincipalArn': arn } } })

describe('who a Deny exempts by name', () => {
  const stop = (arn: string) =>
    denied('cloudtrail:StopLogging', 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/all', BUT(arn)).says

  it('is asked to make the call', () => {
    expect(stop('arn:aws:iam::*:role/audit-admin')).toEqual([
      'Have arn:aws:iam::*:role/audit-admin make this call: the Deny exempts it.',
    ])
  })

  it('is nobody to ask where it is AWS’s own, for emergencies, or every role', () => {
    for (const role of ['AWSControlTowerExecution', 'BreakGlass', '*'])
      expect(stop(`arn:aws:iam::*:role/${role}`).filter((says) => says.includes('exempts it'))).toEqual([])
  })
})

describe('a fix of a Deny', () => {
  const database = 'arn:aws:rds:eu-west-1:111122223333:db:shop-prod'

  it('leaves nothing out that its tag puts under the Deny', () => {
    const { fixes } = denied(
      'rds:DeleteDBInstance',
      database,
      { Condition: { StringEquals: { 'aws:ResourceTag/env': 'prod' } } },
      'an identity-based policy',
    )
    expect(fixes).not.toContain('leave-resource-out')
  })

  it('lets nobody out of what bounds them', () => {
    const role = 'arn:aws:iam::111122223333:role/app'
    expect(denied('iam:DeleteRolePermissionsBoundary', role, {}).fixes).toEqual([])
    expect(denied('rds:DeleteDBInstance', database, {}).fixes).not.toEqual([])
  })
})
