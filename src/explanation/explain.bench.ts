import { bench, describe } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { evaluate } from '../evaluation/evaluate'
import { explain } from './explain'
import { explainFixes } from './fixes/explain-fixes'

const SERVICES = ['s3', 'sqs', 'sns', 'dynamodb', 'lambda', 'kms', 'logs', 'events']

/** A policy of about 6 kB, none of whose statements speaks of the action that is asked. */
const bigPolicy = (index: number): string => {
  const statements = Array.from({ length: 22 }, (_, at) => ({
    Sid: `Statement${index}x${at}`,
    Effect: at % 7 === 6 ? 'Deny' : 'Allow',
    Action: [`${SERVICES[(index + at) % SERVICES.length] ?? 's3'}:Get*`, `ec2:Describe${at}*`],
    Resource: `arn:aws:s3:::bucket-${index}-${at}/*`,
    Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${at}` } },
  }))
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 1)
}

const accessCase: AccessCase = {
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::data/a/b',
    context: { 'aws:RequestedRegion': 'us-east-1', 'aws:PrincipalTag/team': 'red' },
  },
  policies: {
    identity: Array.from({ length: 16 }, (_, index) => ({ name: `policy-${index}`, document: bigPolicy(index) })),
    boundary: { name: 'limits', document: bigPolicy(16) },
    resource: { name: 'bucket policy', document: bigPolicy(17).replaceAll('"Effect"', '"Principal": "*", "Effect"') },
    scps: [
      { target: 'Root', policies: [{ name: 'allow-list', document: bigPolicy(18) }] },
      { target: '111122223333', policies: [{ name: 'allow-list', document: bigPolicy(19) }] },
    ],
  },
}

/** A fresh text each time, as when somebody types: no answer of the last time can be used. */
let typed = 0
const edited = (): AccessCase => {
  typed += 1
  const [first, ...others] = accessCase.policies.identity ?? []
  const document = `${String(first?.document)}${' '.repeat(typed % 50)}`
  return { ...accessCase, policies: { ...accessCase.policies, identity: [{ name: 'policy-0', document }, ...others] } }
}

describe('a case with 20 policies of 6 kB, one of them edited', () => {
  bench('evaluate', () => {
    evaluate(edited())
  })

  bench('explain', () => {
    const next = edited()
    explain(evaluate(next), next, null)
  })

  bench('explain, fixes included', () => {
    const next = edited()
    const evaluation = evaluate(next)
    explain(evaluation, next, null)
    explainFixes({ evaluation, accessCase: next, denial: null })
  })
})
