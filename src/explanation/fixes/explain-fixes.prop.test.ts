import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import type { LayerResult } from '../../evaluation/evaluation'
import { takesNoPolicy } from '../../facts/without-policy'
import { isInRange, parseIpAddress, parseIpRange } from '../../iam/ip-address'
import { matchWildcard } from '../../iam/wildcard'
import type { Fix } from '../explanation'
import type { Reach } from '../../policy/reach'
import { layerResult, type JudgedCase } from '../judged-case'
import { withDocument } from '../../case/case-documents'
import { explainFixes } from './explain-fixes'
import { keptTests } from './kept-conditions'
import type { Layer } from '../../iam/layers'

const RUNS = Number(process.env.LAWS_RUNS ?? 40)

/** Runs of the laws that ask much more of each case. */
const FEW_RUNS = Number(process.env.LAWS_RUNS ?? 14)

/** Cases of which a share is measured. */
const MEASURED = 60

const HOME = '111122223333'
const AWAY = '444455556666'

const PRINCIPALS = [
  `arn:aws:iam::${HOME}:user/alice`,
  `arn:aws:iam::${HOME}:user/bob`,
  `arn:aws:sts::${HOME}:assumed-role/Deploy/run`,
  `arn:aws:iam::${AWAY}:user/carol`,
]
const REQUESTS = [
  ['s3:GetObject', 'arn:aws:s3:::data/reports/a.csv'],
  ['s3:GetObject', 'arn:aws:s3:::data/public/c.csv'],
  ['s3:PutObject', 'arn:aws:s3:::data/reports/b.csv'],
  ['s3:ListBucket', 'arn:aws:s3:::data'],
  ['s3:DeleteObject', 'arn:aws:s3:::logs/x'],
  ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${HOME}:orders`],
  ['ec2:StartInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0abc`],
  ['ec2:DescribeInstances', '*'],
  ['ssm:StartSession', `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0abc`],
] as const
const ACTIONS = [
  '*',
  's3:*',
  's3:Get*',
  's3:GetObject',
  's3:PutObject',
  's3:ListBucket',
  'sqs:SendMessage',
  'ec2:*',
  'ec2:Describe*',
]
const RESOURCES = [
  '*',
  'arn:aws:s3:::data',
  'arn:aws:s3:::data/*',
  'arn:aws:s3:::data/reports/*',
  'arn:aws:s3:::logs/x',
  `arn:aws:sqs:*:${HOME}:*`,
  `arn:aws:ec2:*:${HOME}:instance/*`,
]
const TESTS = [
  { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
  { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { Bool: { 'aws:MultiFactorAuthPresent': true } },
  { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } },
  { StringNotEqualsIfExists: { 'aws:PrincipalTag/team': 'red' } },
]
const VALUES = {
  'aws:RequestedRegion': ['eu-west-1', 'us-east-1', 'us-west-2'],
  'aws:SourceIp': ['203.0.113.7', '198.51.100.9'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:PrincipalTag/team': ['red', 'blue'],
} as const

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 })
const oneOrList = (values: readonly string[]) => fc.oneof(fc.constantFrom(...values), some(values))

const statement = (layer: Layer) =>
  fc
    .record({
      effect: fc.constantFrom(...(layer === 'rcp' ? ['Deny'] : ['Allow', 'Allow', 'Deny'])),
      notAction: fc.boolean(),
      action: oneOrList(layer === 'rcp' ? ACTIONS.filter((action) => action !== '*') : ACTIONS),
      notResource: fc.integer({ min: 0, max: 5 }),
      resource: oneOrList(RESOURCES),
      test: fc.option(fc.constantFrom(...TESTS), { freq: 2 }),
      principal: fc.constantFrom<unknown>(
        '*',
        { AWS: PRINCIPALS[0] },
        { AWS: [`arn:aws:iam::${HOME}:root`, PRINCIPALS[3]] },
      ),
    })
    .map(({ effect, notAction, action, notResource, resource, test, principal }) => ({
      Effect: effect,
      ...(layer === 'resource' || layer === 'endpoint'
        ? { Principal: principal }
        : layer === 'rcp'
          ? { Principal: '*' }
          : {}),
      ...(notAction && effect === 'Deny' && layer !== 'rcp' ? { NotAction: action } : { Action: action }),
      ...(notResource === 0 ? { NotResource: resource } : { Resource: resource }),
      ...(test ? { Condition: test } : {}),
    }))

const document = (layer: Layer) =>
  fc
    .record({
      statements: fc.array(statement(layer), { minLength: 1, maxLength: 3 }),
      indent: fc.constantFrom(0, 2, 4),
    })
    .map(({ statements, indent }) =>
      JSON.stringify(
        { Version: '2012-10-17', Statement: statements.length === 1 ? statements[0] : statements },
        null,
        indent,
      ),
    )

const policy = (layer: Layer) => document(layer).map((text) => ({ name: `${layer} policy`, document: text }))
const FULL = {
  name: 'FullAWSAccess',
  document: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
}

/** A resource control policy has to name its principal, this one of AWS too. */
const RCP_FULL = { name: 'RCPFullAWSAccess', document: FULL.document.replace('{"Effect"', '{"Principal":"*","Effect"') }

const levels = (layer: 'scp' | 'rcp') =>
  fc
    .array(
      fc
        .record({ full: fc.boolean(), own: fc.array(policy(layer), { maxLength: 1 }) })
        .map(({ full, own }) => ({ policies: full ? [layer === 'rcp' ? RCP_FULL : FULL, ...own] : own })),
      { minLength: 1, maxLength: 2 },
    )
    .map((list) => list.map((level, index) => ({ ...level, target: index === 0 ? 'Root' : HOME })))

const context = fc.record(
  Object.fromEntries(Object.entries(VALUES).map(([key, values]) => [key, fc.constantFrom<string>(...values)])),
  { requiredKeys: [] },
)

const accessCases: fc.Arbitrary<AccessCase> = fc
  .record({
    principal: fc.constantFrom(...PRINCIPALS),
    asked: fc.constantFrom(...REQUESTS),
    context,
    policies: fc.record(
      {
        identity: fc.array(policy('identity'), { maxLength: 2 }),
        boundary: policy('boundary'),
        session: fc.array(policy('session'), { minLength: 1, maxLength: 1 }),
        scps: levels('scp'),
        rcps: levels('rcp'),
        resource: policy('resource'),
        endpoint: policy('endpoint'),
      },
      { requiredKeys: ['identity'] },
    ),
  })
  .map(({ principal, asked: [action, resource], context: given, policies }) => ({
    version: 1,
    request: { principal, action, resource, resourceAccount: HOME, context: given as Record<string, string> },
    policies: policies as AccessCase['policies'],
  }))

const judgedOf = (accessCase: AccessCase): JudgedCase => ({
  accessCase,
  evaluation: evaluate(accessCase),
  denial: null,
})

const applied = (accessCase: AccessCase, fix: Fix): AccessCase =>
  fix.changes.reduce((changed, change) => withDocument(changed, change, change.name, change.after), accessCase)

const letsPass = (result: LayerResult | null): boolean =>
  result === null || ['allows', 'none', 'notApplicable'].includes(result.status)

const isGranted = (layer: Layer, result: LayerResult | null): boolean =>
  result?.status === 'allows' ||
  (letsPass(result) && layer !== 'identity' && layer !== 'resource' && result?.status !== 'explicitDeny')

const covers = ({ not, patterns }: Reach['actions'], text: string, hasCase: boolean): boolean => {
  const plain = hasCase ? text : text.toLowerCase()
  return not !== patterns.some((pattern) => matchWildcard(hasCase ? pattern : pattern.toLowerCase(), plain))
}

/** Is a value of a request one that a reach names: the same text, or an address in its range? */
const isOfValue = (named: string, value: string): boolean => {
  const range = parseIpRange(named)
  const address = parseIpAddress(value)
  return named === value || (range !== null && address !== null && isInRange(address, range))
}

const isNamed = (reach: Reach, { request }: AccessCase, principalArn: string): boolean =>
  covers(reach.actions, request.action, false) &&
  covers(reach.resources, request.resource, true) &&
  (reach.principal === null || reach.principal === principalArn) &&
  reach.when.every(({ key, values }) => values.some((value) => isOfValue(value, String(request.context?.[key] ?? ''))))

const principalArn = (accessCase: AccessCase): string =>
  String(evaluate(accessCase).context.find(({ key }) => key === 'aws:PrincipalArn')?.values?.[0] ?? '')

/** Policies of these layers hang on the caller, so that nobody else's requests meet them. */
const OWN: readonly Layer[] = ['identity', 'boundary', 'session']

/** The same policies, asked by others for other things. */
const otherRequests = (accessCase: AccessCase, layer: Layer): readonly AccessCase[] =>
  PRINCIPALS.filter(
    (one) => one === accessCase.request.principal || (!OWN.includes(layer) && one.includes(HOME)),
  ).flatMap((principal) =>
    REQUESTS.flatMap(([action, resource]) =>
      [accessCase.request.context ?? {}, { 'aws:RequestedRegion': 'ap-south-1' }].map((given) => ({
        ...accessCase,
        request: { ...accessCase.request, principal, action, resource, context: given },
      })),
    ),
  )

const isOfService = (one: AccessCase, other: AccessCase): boolean =>
  one.request.resource.split(':')[2] === other.request.resource.split(':')[2]

/** Is the gate shut by a test that only the request can meet, such as one for MFA? */
const isShutByTest = (judged: JudgedCase, result: LayerResult): boolean => {
  const level = result.levels?.findIndex(({ status }) => status === 'implicitDeny') ?? null
  return keptTests({ judged, layer: result.layer, result }, level).unmet.length > 0
}

/** Is it the policy of a thing that takes none? */
const isPolicyless = ({ accessCase: { request } }: JudgedCase, layer: Layer): boolean =>
  layer === 'resource' && takesNoPolicy(request.resource, request.action)

/** Gates where no policy text is to blame, so that no edit can help. */
const isFixable = ({ reason }: LayerResult): boolean =>
  ['layer-denies', 'layer-no-allow', 'layer-none', 'level-empty', 'resource-policy-required'].includes(reason)

/** Ways to repair that add what is allowed. */
const GRANTS: readonly string[] = [
  'add-statement',
  'new-policy',
  'add-action',
  'add-resource',
  'add-condition-value',
  'attach-full-access',
]

describe('fixes', () => {
  it('each applied fix makes the request pass a gate that does not allow it, and never answers a Deny with an Allow there alone', () => {
    fc.assert(
      fc.property(accessCases, (accessCase) => {
        const judged = judgedOf(accessCase)
        const statusOf = (one: Layer) => judged.evaluation.layers.find(({ layer }) => layer === one)?.status
        for (const fix of explainFixes(judged)) {
          const said = `${fix.layer} ${fix.codes.join(' ')}`
          const status = statusOf(fix.layer)
          expect(status, said).toBeDefined()
          expect(status, said).not.toBe('allows')
          if (status === 'explicitDeny')
            expect(
              fix.codes.every((code) => GRANTS.includes(code)),
              said,
            ).toBe(false)
          const { layers, decision, blocking } = evaluate(applied(accessCase, fix))
          const gate = layers.find(({ layer }) => layer === fix.layer) ?? null
          expect(gate?.blocking, said).toBe(false)
          expect(decision).toBe(fix.decisionAfter)
          expect(blocking).not.toContain(fix.layer)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('no fix opens its gate to what it does not name, or denies what was allowed, to anyone, of any service, on any resource', () => {
    fc.assert(
      fc.property(accessCases, (accessCase) => {
        for (const fix of explainFixes(judgedOf(accessCase))) {
          for (const other of otherRequests(accessCase, fix.layer)) {
            const before = evaluate(other)
            const now = evaluate(applied(other, fix))
            const [own, then] = [before, now].map((one) => layerResult(one, fix.layer))
            const said = `${fix.codes.join(' ')}: ${JSON.stringify(other.request)}`
            if (!isGranted(fix.layer, own ?? null) && isGranted(fix.layer, then ?? null))
              expect(
                fix.reaches.some((reach) => isNamed(reach, other, principalArn(other))),
                `opens ${said}`,
              ).toBe(true)
            // A statement that goes into a policy which is not here replaces none.
            if (fix.changes.some(({ isIntoUnseen }) => isIntoUnseen === true)) continue
            // A resource that is another one has a policy of its own.
            if (fix.layer === 'resource' && !isOfService(other, accessCase)) continue
            if (before.decision === 'allowed') expect(now.decision, `shuts out ${said}`).toBe('allowed')
            if (own?.status !== 'explicitDeny') expect(then?.status, `shuts out ${said}`).not.toBe('explicitDeny')
            if (own?.status === 'allows') expect(then?.status, `shuts out ${said}`).toBe('allows')
          }
        }
      }),
      { numRuns: FEW_RUNS },
    )
  })

  it('at least 95 of 100 gates that a policy shuts get a fix, and of 100 cases a fix for every such gate', () => {
    let shut = 0
    let fixed = 0
    let cases = 0
    let whole = 0
    fc.assert(
      fc.property(accessCases, (accessCase) => {
        const judged = judgedOf(accessCase)
        const fixes = explainFixes(judged)
        const gates = judged.evaluation.blocking.filter((layer) => {
          const result = layerResult(judged.evaluation, layer)
          return result !== null && isFixable(result) && !isShutByTest(judged, result) && !isPolicyless(judged, layer)
        })
        const helped = gates.filter((layer) => fixes.some((fix) => fix.layer === layer))
        shut += gates.length
        fixed += helped.length
        if (gates.length > 0) cases += 1
        if (gates.length > 0 && helped.length === gates.length) whole += 1
      }),
      // A share is measured, so that the cases are the same each time.
      { numRuns: MEASURED, seed: 1 },
    )
    expect(shut).toBeGreaterThan(MEASURED / 2)
    expect(fixed / shut).toBeGreaterThanOrEqual(0.95)
    expect(whole / cases).toBeGreaterThanOrEqual(0.95)
  })
})
