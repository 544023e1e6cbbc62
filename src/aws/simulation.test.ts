import { describe, expect, it } from 'vitest'
import type { AccessCase, CasePolicies } from '../case/access-case'
import { evaluate } from '../evaluation/evaluate'
import { NO_REFERENCE } from '../reference/reference'
import { decodeService } from '../reference/service-reference'
import { typesOfKeys } from './context-type'
import { compareSimulation, readSimulation, resultsOf } from './simulation'
import { simulatedCase } from './simulated-case'
import { simulatedLayers, simulationNotes } from './simulated-layers'
import { parseSimulationOutput } from './simulation-output'
import { simulateCustom, simulatePrincipal } from './calls'
import { prepareRequest } from './client'
import { excludablePolicies } from './exclusions'
import { endpointsOf } from './hosts'
import { customSimulation, notSimulated, principalSimulation } from './simulation-input'

const typeOfKey = typesOfKeys(NO_REFERENCE)

const document = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 4)
const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const DENY = { Sid: 'No', Effect: 'Deny', Action: 's3:*', Resource: '*' }
const policy = (name: string, ...statements: object[]) => ({ name, document: document(...statements) })

const caseOf = (policies: CasePolicies, request: Partial<AccessCase['request']> = {}): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:sts::111122223333:assumed-role/App/session',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    resourceAccount: '111122223333',
    context: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/svc/App', 'aws:MultiFactorAuthAge': '60' },
    ...request,
  },
  policies,
})
const custom = (accessCase: AccessCase) => customSimulation(accessCase, evaluate(accessCase).context, typeOfKey)

describe('typesOfKeys', () => {
  it('knows a service key once the service is read', () => {
    const file = { v: 1, p: 's3', n: 'Amazon S3', k: [['s3:max-keys', 'n']], r: [], a: [] } as const
    const s3 = decodeService(file)
    const types = typesOfKeys({ ...NO_REFERENCE, service: (prefix) => (prefix === 's3' ? s3 : null) })
    expect(types('S3:max-keys')).toEqual({ type: 'numeric', multivalued: false })
    expect(typeOfKey('s3:max-keys')).toBeNull()
  })
})

describe('customSimulation', () => {
  it('sends what stands in the editors, with the role in the place of its session', () => {
    const { request, leftOut } = custom(
      caseOf({
        identity: [policy('a', ALLOW), policy('b', DENY)],
        boundary: policy('limit', ALLOW),
        scps: [{ target: 'Root', policies: [policy('full', ALLOW)] }],
        resource: policy('bucket', { ...ALLOW, Principal: '*', Resource: 'arn:aws:s3:::bucket/*' }),
      }),
    )
    expect(leftOut).toEqual([])
    expect(request.PolicyInputList).toEqual([document(ALLOW), document(DENY)])
    expect(request.PermissionsBoundaryPolicyInputList).toEqual([document(ALLOW)])
    expect(request.OrderedOrganizationPolicyInputList).toEqual([{ ServiceControlPolicyInputList: [document(ALLOW)] }])
    expect(request.CallerArn).toBe('arn:aws:iam::111122223333:role/svc/App')
    expect(request.ResourceOwner).toBe('arn:aws:iam::111122223333:root')
    expect(request.ContextEntries).toContainEqual({
      ContextKeyName: 'aws:MultiFactorAuthAge',
      ContextKeyValues: ['60'],
      ContextKeyType: 'numeric',
    })
  })

  it.each<[string, CasePolicies, Partial<AccessCase['request']>, string[]]>([
    ['RCPs', { rcps: [{ target: 'Root', policies: [policy('r', { ...DENY, Principal: '*' })] }] }, {}, ['rcp']],
    ['session policies', { session: [policy('s', ALLOW)] }, {}, ['session']],
    ['endpoint policies', { endpoint: policy('e', ALLOW) }, {}, ['endpoint']],
    ['an empty level', { scps: [{ target: 'Root', policies: [] }] }, {}, ['scp-level-empty']],
    ['a policy on *', { resource: policy('b', { ...ALLOW, Principal: '*' }) }, {}, ['resource-policy-star']],
    [
      'a trust policy',
      { resource: policy('t', { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }) },
      { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/R' },
      ['trust'],
    ],
    ['characters that IAM refuses', { identity: [policy('“x”', { ...ALLOW, Sid: '“' })] }, {}, ['characters']],
  ])('says that it leaves out %s', (_what, policies, request, codes) => {
    expect(custom(caseOf(policies, request)).leftOut).toEqual(codes)
  })

  it('sends at most seven levels of SCPs, from the root to the account', () => {
    const levels = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        target: `L${i}`,
        policies: [policy(`p${i}`, { ...ALLOW, Sid: `L${i}` })],
      }))
    const { request } = custom(caseOf({ scps: levels(7) }))
    expect(request.OrderedOrganizationPolicyInputList?.map((one) => one.ServiceControlPolicyInputList)).toEqual(
      levels(7).map(({ policies }) => policies.map(({ document: text }) => text)),
    )
    const many = custom(caseOf({ scps: levels(8) }))
    expect(many.leftOut).toEqual(['scp-levels-many'])
    expect(many.request).not.toHaveProperty('OrderedOrganizationPolicyInputList')
  })

  it('gives lists the list type, whatever they are lists of', () => {
    const { request } = custom(
      caseOf(
        {},
        { context: { 'aws:TagKeys': ['a'], 'demo:k': ['1', '2'], 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      ),
    )
    const typeOf = (key: string) =>
      request.ContextEntries?.find(({ ContextKeyName }) => ContextKeyName === key)?.ContextKeyType
    expect([typeOf('aws:TagKeys'), typeOf('demo:k'), typeOf('aws:CurrentTime')]).toEqual([
      'stringList',
      'stringList',
      'date',
    ])
  })

  it('asks of every resource, by leaving ResourceArns out, where the request names none', () => {
    const { request } = custom(caseOf({}, { resource: '*', action: 's3:ListAllMyBuckets' }))
    expect(request).not.toHaveProperty('ResourceArns')
    expect(request).not.toHaveProperty('ResourceOwner')
  })

  it('knows what cannot be simulated', () => {
    expect(notSimulated(caseOf({}, { principal: 'anonymous' }))).toBe('principal-kind')
    expect(notSimulated(caseOf({}, { principal: 'arn:aws:iam::111122223333:root' }))).toBe('principal-kind')
    expect(notSimulated(caseOf({}, { action: 's3:*' }))).toBe('action-form')
    expect(notSimulated(caseOf({}))).toBeNull()
  })

  it('names the attached policies by the role’s ARN', () => {
    const { request } = principalSimulation(caseOf({ boundary: policy('b', ALLOW) }), [], typeOfKey)
    expect(request.PolicySourceArn).toBe('arn:aws:iam::111122223333:role/App')
    expect(request).not.toHaveProperty('PermissionsBoundaryPolicyInputList')
    expect(request).not.toHaveProperty('PolicyExclusionList')
    expect(
      principalSimulation(caseOf({}), [], typeOfKey, { types: ['scp', 'inline'], policies: [] }).request
        .PolicyExclusionList,
    ).toEqual([{ PolicyType: 'scp' }, { PolicyType: 'inline' }])
  })
})

/** As the CLI prints it: live statement types are not those of the SDK's enum. */
const results = (...EvaluationResults: object[]) => parseSimulationOutput(JSON.stringify({ EvaluationResults }))!

describe('readSimulation', () => {
  const accessCase = caseOf({ identity: [policy('a', ALLOW), policy('b', ALLOW, DENY)] })
  const evaluation = evaluate(accessCase)
  const { sent } = custom(accessCase)
  const text = document(ALLOW, DENY)
  const end = text.lastIndexOf('}', text.lastIndexOf(']')) + 1
  const line = text.slice(0, end).split('\n').length
  const column = end - text.lastIndexOf('\n', end - 1)
  const statement = {
    SourcePolicyId: 'PolicyInputList.2',
    SourcePolicyType: 'IAM Policy',
    StartPosition: { Line: 8, Column: 10 },
    EndPosition: { Line: line, Column: column },
  }

  it('maps a statement back to its place by where it ends, in the entry of the resource', () => {
    const simulation = readSimulation(
      results({
        EvalActionName: 's3:GetObject',
        EvalDecision: 'implicitDeny',
        ResourceSpecificResults: [
          {
            EvalResourceName: 'arn:aws:s3:::bucket/key',
            EvalResourceDecision: 'explicitDeny',
            MatchedStatements: [statement],
          },
        ],
      }),
      sent,
      evaluation,
    )
    expect(simulation).toMatchObject({
      decision: 'explicitDeny',
      statements: [{ layer: 'identity', place: { level: null, policy: 1, statement: 1 } }],
    })
  })

  it('leaves a statement of a policy that is not here without a place', () => {
    const attached = { ...statement, SourcePolicyId: 'ReadOnlyAccess' }
    const simulation = readSimulation(
      results({ EvalActionName: 's3:GetObject', EvalDecision: 'allowed', MatchedStatements: [attached] }),
      sent,
      evaluation,
    )
    expect(simulation!.statements).toEqual([
      { sourceId: 'ReadOnlyAccess', sourceType: 'IAM Policy', layer: null, place: null },
    ])
    expect(readSimulation([], sent, evaluation)).toBeNull()
  })

  it('reads what AWS says beside the decision, of the resource where it says it there', () => {
    const top = {
      EvalActionName: 's3:GetObject',
      EvalDecision: 'implicitDeny',
      MatchedStatements: [],
      MissingContextValues: ['aws:SourceVpc'],
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    }
    expect(readSimulation(results(top), sent, evaluation)).toMatchObject({
      missingKeys: ['aws:SourceVpc'],
      allowedByOrganization: false,
      allowedByBoundary: undefined,
      details: {},
    })
    const specific = {
      EvalResourceName: 'arn:aws:s3:::bucket/key',
      EvalResourceDecision: 'allowed',
      EvalDecisionDetails: { 'IAM Policy': 'allowed', 'Resource Policy': 'allowed' },
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true },
    }
    expect(readSimulation(results({ ...top, ResourceSpecificResults: [specific] }), sent, evaluation)).toMatchObject({
      decision: 'allowed',
      missingKeys: ['aws:SourceVpc'],
      allowedByBoundary: true,
      allowedByOrganization: false,
      details: { 'IAM Policy': 'allowed', 'Resource Policy': 'allowed' },
    })
  })

  it('has no answer where the decision is none that AWS documents', () => {
    expect(
      readSimulation(results({ EvalActionName: 's3:GetObject', EvalDecision: 'maybe' }), sent, evaluation),
    ).toBeNull()
  })
})

describe('compareSimulation', () => {
  const answer = (decision: 'allowed' | 'explicitDeny' | 'implicitDeny') =>
    readSimulation([{ EvalActionName: 's3:GetObject', EvalDecision: decision }], [], evaluate(caseOf({})))!
  const compare = (policies: CasePolicies, decision: 'allowed' | 'explicitDeny' | 'implicitDeny') => {
    const accessCase = caseOf(policies)
    return compareSimulation(evaluate(accessCase), answer(decision), custom(accessCase).leftOut, 'custom')
  }

  it('agrees, or gives the known reason for a difference', () => {
    const identity = [policy('a', ALLOW)]
    expect(compare({ identity }, 'allowed')).toMatchObject({ agrees: true, reasons: [] })
    expect(compare({ identity, endpoint: policy('e', DENY) }, 'allowed')).toMatchObject({
      agrees: false,
      reasons: ['endpoint'],
    })
    expect(
      compare(
        { identity, rcps: [{ target: 'Root', policies: [policy('r', { ...DENY, Principal: '*' })] }] },
        'allowed',
      ),
    ).toMatchObject({ reasons: ['rcp'] })
    const account = { ...ALLOW, Principal: { AWS: '111122223333' }, Resource: 'arn:aws:s3:::bucket/*' }
    expect(compare({ resource: policy('b', account) }, 'allowed').reasons).toContain('account-principal-grants')
  })

  it('knows that the simulator reads text that does not parse in another way', () => {
    const negated = (value: string) => ({
      ...ALLOW,
      Condition: { NumericNotEquals: { 'aws:MultiFactorAuthAge': value } },
    })
    expect(compare({ identity: [policy('a', negated('many'))] }, 'implicitDeny').reasons).toContain(
      'values-do-not-parse',
    )
    expect(compare({ identity: [policy('a', negated('61'))] }, 'implicitDeny').reasons).not.toContain(
      'values-do-not-parse',
    )
  })

  it('leaves an unknown difference unexplained', () => {
    expect(compare({ identity: [policy('a', ALLOW)] }, 'explicitDeny')).toMatchObject({ agrees: false, reasons: [] })
  })
})

describe('what the simulator’s answer points at', () => {
  const read = (result: object) =>
    readSimulation(
      [{ EvalActionName: 's3:GetObject', EvalDecision: 'implicitDeny', ...result }],
      [],
      evaluate(caseOf({ identity: [policy('a', ALLOW)] })),
    )!
  const statement = (SourcePolicyId: string, SourcePolicyType: string) => ({ SourcePolicyId, SourcePolicyType })
  const organization = (AllowedByOrganizations: boolean) => ({
    OrganizationsDecisionDetail: { AllowedByOrganizations },
  })
  const boundary = (AllowedByPermissionsBoundary: boolean) => ({
    PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary },
  })

  it.each([
    ['SCPs, of which nothing else is said', { ...organization(false), ...boundary(false) }, ['scp implicitDeny']],
    ['a boundary that does not allow', { ...organization(true), ...boundary(false) }, ['boundary implicitDeny']],
    ['no Allow where all ceilings allow', { ...organization(true), ...boundary(true) }, ['identity implicitDeny']],
    [
      'the statements that deny',
      {
        EvalDecision: 'explicitDeny',
        MatchedStatements: [
          statement('user_a_b', 'IAM Policy'),
          statement('PermissionsBoundaryPolicyInputList.1', 'Permissions Boundary Policy'),
          statement('ReadOnly', 'IAM Policy'),
        ],
      },
      ['identity explicitDeny', 'boundary explicitDeny'],
    ],
    [
      'across accounts the side that does not allow',
      { EvalDecisionDetails: { 'IAM Policy': 'allowed', 'Resource Policy': 'implicitDeny' } },
      ['resource implicitDeny'],
    ],
    ['nothing where it is allowed', { EvalDecision: 'allowed', ...organization(true) }, []],
  ])('narrows it to %s', (_what, result, layers) => {
    expect(simulatedLayers(read(result)).map(({ layer, decision }) => `${layer} ${decision}`)).toEqual(layers)
  })

  it('explains a difference by what AWS evaluated and the editors do not hold', () => {
    const accessCase = caseOf({ identity: [policy('a', ALLOW)] })
    const reasons = (result: object, mode: 'custom' | 'principal' = 'principal') =>
      compareSimulation(evaluate(accessCase), read(result), [], mode).reasons
    expect(reasons(organization(false))).toContain('scps-elsewhere')
    expect(reasons(boundary(false))).toContain('boundary-elsewhere')
    const denied = { EvalDecision: 'explicitDeny', MatchedStatements: [statement('user_a_b', 'IAM Policy')] }
    expect(reasons(denied)).toEqual(['statement-elsewhere'])
    // What stands in the editors was sent whole.
    expect(reasons(organization(false), 'custom')).not.toContain('scps-elsewhere')
    expect(reasons({ EvalDecision: 'implicitDeny' })).toContain('attached-policies-differ')
  })

  it('names the simulator’s own faults where they bear', () => {
    const plain = caseOf({})
    const assume = caseOf({}, { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/b' })
    expect(simulationNotes(plain, read(organization(true)))).toEqual([])
    expect(simulationNotes(plain, read(organization(false)))).toEqual(['scps-not-told'])
    expect(simulationNotes(assume, read({ EvalDecision: 'allowed' }))).toEqual(['trust-ignored'])
    expect(custom(assume).leftOut).toContain('trust')
  })

  it('takes the results of the action that was asked, and no others', () => {
    const results = [{ EvalActionName: 's3:PutObject' }, { EvalActionName: 'S3:getobject' }] as const
    expect(resultsOf(results as never, 's3:GetObject')).toEqual([results[1]])
    expect(resultsOf([], 's3:GetObject')).toEqual([])
  })
})

describe('trying without one attached policy', () => {
  it('names the policy in each way that it can be attached', () => {
    const own = { ...policy('own', ALLOW), source: 'role' }
    const shared = { ...policy('shared', ALLOW), source: 'group:Devs' }
    const accessCase = caseOf({ identity: [own, shared, { ...policy('what “I” typed', ALLOW) }] })
    const listOf = (...policies: string[]) =>
      principalSimulation(accessCase, [], typeOfKey, { types: ['scp'], policies }).request.PolicyExclusionList
    expect(listOf('own')).toEqual([
      { PolicyType: 'scp' },
      { InlinePolicyIdentifier: { PolicyName: 'own', AttachmentType: 'role', AttachmentName: 'App' } },
      { PolicyArn: 'arn:aws:iam::111122223333:policy/own' },
      { PolicyArn: 'arn:aws:iam::aws:policy/own' },
    ])
    expect(listOf('shared')?.[1]).toEqual({
      InlinePolicyIdentifier: { PolicyName: 'shared', AttachmentType: 'group', AttachmentName: 'Devs' },
    })
    expect(excludablePolicies(accessCase)).toEqual(['own', 'shared'])
    expect(listOf('what “I” typed')).toEqual([{ PolicyType: 'scp' }])
  })
})

describe('on the wire', () => {
  it('stand the levels of SCPs from the root on, and what is left out', async () => {
    const accessCase = caseOf({
      identity: [{ ...policy('own', ALLOW), source: 'role' }],
      scps: [
        { target: 'Root', policies: [policy('full', ALLOW)] },
        { target: '111122223333', policies: [policy('full', ALLOW), policy('guard', DENY)] },
      ],
    })
    const sentBy = async (send: Parameters<typeof prepareRequest>[1]) =>
      Object.fromEntries((await prepareRequest(endpointsOf('aws'), send)).parameters)
    const level = (at: number, policyAt: number) =>
      `OrderedOrganizationPolicyInputList.member.${at}.ServiceControlPolicyInputList.member.${policyAt}`
    const editors = await sentBy((clients) => simulateCustom(clients, custom(accessCase).request))
    expect(editors).toMatchObject({
      Action: 'SimulateCustomPolicy',
      [level(1, 1)]: document(ALLOW),
      [level(2, 1)]: document(ALLOW),
      [level(2, 2)]: document(DENY),
    })
    const without = { types: ['permission-boundary'], policies: ['own'] } as const
    const { request } = principalSimulation(accessCase, [], typeOfKey, without)
    expect(await sentBy((clients) => simulatePrincipal(clients, request))).toMatchObject({
      Action: 'SimulatePrincipalPolicy',
      'PolicyExclusionList.member.1.PolicyType': 'permission-boundary',
      'PolicyExclusionList.member.2.InlinePolicyIdentifier.PolicyName': 'own',
      'PolicyExclusionList.member.2.InlinePolicyIdentifier.AttachmentName': 'App',
      'PolicyExclusionList.member.3.PolicyArn': 'arn:aws:iam::111122223333:policy/own',
    })
  })
})

describe('simulatedCase', () => {
  const identity = [policy('a', ALLOW)]
  const decisionOver = (accessCase: AccessCase, mode: 'custom' | 'principal' = 'custom') =>
    evaluate(simulatedCase(accessCase, custom(accessCase).leftOut, mode)).decision

  it('leaves out what the simulator does not evaluate', () => {
    const guarded = caseOf({
      identity,
      endpoint: policy('endpoint', { ...DENY, Principal: '*' }),
      rcps: [{ target: 'Root', policies: [policy('r', { ...DENY, Principal: '*' })] }],
    })
    expect(evaluate(guarded).decision).toBe('explicitDeny')
    expect(decisionOver(guarded)).toBe('allowed')
  })

  it('keeps what it evaluates', () => {
    expect(decisionOver(caseOf({ identity: [...identity, policy('b', DENY)] }))).toBe('explicitDeny')
    expect(decisionOver(caseOf({ identity, boundary: policy('limit', DENY) }))).toBe('explicitDeny')
    expect(decisionOver(caseOf({}))).toBe('implicitDeny')
  })

  it('takes layers that are not given, and unknown keys, as the simulator does', () => {
    const open = caseOf(
      {
        identity: [policy('a', { ...ALLOW, Condition: { Null: { 'aws:SourceVpc': 'true' } } })],
        otherLayers: 'unknown',
      },
      { unknownContext: ['aws:SourceVpc'] },
    )
    expect(evaluate(open).decision).toBe('depends')
    expect(decisionOver(open)).toBe('allowed')
  })

  it('does not take policies that are attached in AWS for missing', () => {
    expect(decisionOver(caseOf({ otherLayers: 'unknown' }), 'principal')).toBe('depends')
  })
})
