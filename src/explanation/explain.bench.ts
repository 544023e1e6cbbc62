import type { AccessCase, CasePolicy } from '../case/access-case'
import { spent, type Cell } from '../evaluation/evaluate.bench'
import { createPolicyMemory, evaluate, type PolicyMemory } from '../evaluation/evaluate'
import { explain } from './explain'
import { explainFixes } from './fixes/explain-fixes'
import type { JudgedCase } from './judged-case'

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

/** One of as many bytes, of which every statement speaks of the action, with an account and a name masked. */
const maskedPolicy = (index: number): string => {
  const statements = Array.from({ length: 16 }, (_, at) => ({
    Sid: `Statement${index}x${at}`,
    Effect: at % 7 === 6 ? 'Deny' : 'Allow',
    Action: ['s3:Get*', 's3:PutObject'],
    Resource: [`arn:aws:s3:::\${Stage}-${index}-${at}/*`, `arn:aws:s3:::logs-<account>/${index}-${at}/*`],
    Condition: { StringEquals: { 'aws:PrincipalAccount': '<account>', 'aws:RequestedRegion': `region-${at}` } },
  }))
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 1)
}

const named = (text: string): string => text.replaceAll('"Effect"', '"Principal": "*", "Effect"')

/** Twenty policies, in every layer that holds some. */
const caseOf = (document: (index: number) => string): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::data/a/b',
    context: { 'aws:RequestedRegion': 'us-east-1', 'aws:PrincipalTag/team': 'red' },
  },
  policies: {
    identity: Array.from({ length: 16 }, (_, index) => ({ name: `policy-${index}`, document: document(index) })),
    boundary: { name: 'limits', document: document(16) },
    resource: { name: 'bucket policy', document: named(document(17)) },
    scps: [
      { target: 'Root', policies: [{ name: 'allow-list', document: document(18) }] },
      { target: '111122223333', policies: [{ name: 'allow-list', document: document(19) }] },
    ],
  },
})

/** The same as a paste leaves it: three holes, and nothing known of what is not given. */
function open(one: AccessCase, { principal, resource }: { principal: string; resource: string }): AccessCase {
  return {
    ...one,
    request: { principal, action: 's3:PutObject', resource, otherContext: 'unknown' },
    policies: { ...one.policies, otherLayers: 'unknown' },
    holes: ['<account>', '<name>', '${Stage}'],
  }
}

const MASKED = {
  principal: 'arn:aws:sts::<account>:assumed-role/<name>/i-1',
  resource: 'arn:aws:s3:::logs-<account>/1',
}

/** A fresh text each time, as when somebody types: no answer of the last time can be used. */
function edited(accessCase: AccessCase, round: number): AccessCase {
  const [first, ...others] = accessCase.policies.identity ?? []
  const typed: CasePolicy = { name: 'policy-0', document: `${String(first?.document)}${' '.repeat(round)}` }
  return { ...accessCase, policies: { ...accessCase.policies, identity: [typed, ...others] } }
}

/** Milliseconds of processor time that one round takes, of many: half of them take less. */
function median(
  name: string,
  accessCase: AccessCase,
  run: (one: AccessCase, policyMemory: PolicyMemory) => number,
): Cell {
  const policyMemory = createPolicyMemory()
  const taken: number[] = []
  for (let round = 0; round < 40; round++) {
    const one = edited(accessCase, round)
    const start = spent()
    if (run(one, policyMemory) === 0) throw new Error(`${name} did nothing`)
    taken.push((spent() - start) * 1000)
  }
  return { name, milliseconds: taken.sort((a, b) => a - b)[taken.length / 2] ?? 0 }
}

const evaluated = (one: AccessCase, policyMemory: PolicyMemory): number => evaluate(one, { policyMemory }).layers.length

const judgedOf = (accessCase: AccessCase, policyMemory: PolicyMemory): JudgedCase => ({
  evaluation: evaluate(accessCase, { policyMemory }),
  accessCase,
  denial: null,
  policyMemory,
})

const explained = (one: AccessCase, policyMemory: PolicyMemory): number =>
  explain(judgedOf(one, policyMemory)).statements.length

function fixed(one: AccessCase, policyMemory: PolicyMemory): number {
  const judged = judgedOf(one, policyMemory)
  return explain(judged).statements.length + explainFixes(judged).length
}

/** Measures every cell. */
export function bench(): readonly Cell[] {
  const known = caseOf(bigPolicy)
  const wide = caseOf(maskedPolicy)
  return [
    median('20 policies of 6 kB, one edited: evaluated', known, evaluated),
    median('the same: evaluated and explained', known, explained),
    median('the same: evaluated and explained, with fixes', known, fixed),
    median('with three holes: evaluated and explained', open(known, MASKED), explained),
    median('with nobody who calls', open(known, { ...MASKED, principal: '' }), explained),
    median('with no resource', open(known, { ...MASKED, resource: '' }), explained),
    median('with neither', open(known, { principal: '', resource: '' }), explained),
    median('three holes that every statement hangs on', open(wide, MASKED), explained),
    median('the same with neither caller nor resource', open(wide, { principal: '', resource: '' }), explained),
  ]
}
