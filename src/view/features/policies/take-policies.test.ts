import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../../../draft/draft'
import { parseYaml } from '../../../text/parse-yaml'
import { namesLayers, needsOf, takePolicy, takePolicyText } from './take-policies'

const accounts = { principal: 'arn:aws:iam::111122223333:user/alice', resourceAccount: '111122223333' }
const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}'
const shown = JSON.stringify(JSON.parse(document), null, 2)

describe('takePolicyText', () => {
  it('puts a pasted document into the open layer, whatever its shape suggests', () => {
    const { layers } = takePolicyText(EMPTY_DRAFT, { layer: 'boundary', level: null }, document, accounts)
    expect(layers.boundary.state).toBe('given')
    expect(layers.boundary.policies.map((policy) => policy.text)).toEqual([shown])
    expect(layers.identity.state).toBe('notGiven')
  })

  it('takes the policy out of what a tool printed', () => {
    const printed = `{"PolicyName":"limits","UserName":"alice","PolicyDocument":${document}}`
    const { layers } = takePolicyText(EMPTY_DRAFT, { layer: 'identity', level: null }, printed, accounts)
    expect(layers.identity.policies.map((policy) => policy.name)).toEqual(['limits'])
  })

  it('calls a document without a name by the layer that it is put into', () => {
    const nameIn = (layer: 'boundary' | 'endpoint' | 'session') =>
      takePolicyText(EMPTY_DRAFT, { layer, level: null }, document, accounts).layers[layer].policies[0]?.name
    expect(nameIn('boundary')).toBe('permissions boundary')
    expect(nameIn('endpoint')).toBe('endpoint policy')
    expect(nameIn('session')).toBe('Policy 1')
  })

  it('keeps a text that holds no policy, for the editor to say what is wrong', () => {
    const { layers } = takePolicyText(EMPTY_DRAFT, { layer: 'session', level: null }, 'Version: oops', accounts)
    expect(layers.session.policies.map((policy) => policy.text)).toEqual(['Version: oops'])
  })

  it.each([
    ['YAML', '- Effect: Deny\n  Action: s3:*\n  Resource: "*"'],
    ['a fragment', '"Effect": "Deny", "Action": "s3:*", "Resource": "*"'],
    ['code', 'new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ["s3:*"], resources: ["*"] })'],
    ['a block of Terraform', 'statement {\n  effect = "Deny"\n  actions = ["s3:*"]\n  resources = ["*"]\n}'],
  ])('reads %s', (_, text) => {
    const shelf = { layer: 'boundary', level: null } as const
    const [policy] = takePolicyText(EMPTY_DRAFT, shelf, text, accounts, { yaml: parseYaml }).layers.boundary.policies
    expect(JSON.parse(policy?.text ?? '')).toMatchObject({
      Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }],
    })
  })

  it('takes an AWS managed policy by its name, into the layer that is open', () => {
    const managed = () => ({ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', text: document })
    const readers = { managed }
    expect(needsOf('ReadOnlyAccess').managed).toEqual(['ReadOnlyAccess'])
    expect(namesLayers('ReadOnlyAccess', 'boundary', readers)).toBe(false)
    const shelf = { layer: 'boundary', level: null } as const
    const { layers } = takePolicyText(EMPTY_DRAFT, shelf, 'ReadOnlyAccess', accounts, readers)
    expect(layers.boundary.policies).toEqual([{ name: 'ReadOnlyAccess', text: document }])
  })

  it('grows the levels that an organization has', () => {
    const { layers } = takePolicyText(EMPTY_DRAFT, { layer: 'scp', level: 0 }, document, accounts)
    expect(layers.scp.levels.map((level) => level.target)).toEqual(['Root', '111122223333'])
    expect(layers.scp.levels[1]?.policies.map((policy) => policy.text)).toContain(shown)
  })
})

describe('takePolicy', () => {
  it('starts a tree with the root and the account', () => {
    const { layers } = takePolicy(EMPTY_DRAFT, { layer: 'rcp', level: 0 }, { name: 'RCP', text: document })
    expect(layers.rcp.levels.map((level) => level.policies.map((policy) => policy.name))).toEqual([[], ['RCP']])
  })

  it('adds to the level asked for', () => {
    const tree = takePolicy(EMPTY_DRAFT, { layer: 'scp', level: 0 }, { name: 'Guard', text: document })
    const { layers } = takePolicy(tree, { layer: 'scp', level: 0 }, { name: 'RootGuard', text: document })
    expect(layers.scp.levels[0]?.policies.map((policy) => policy.name)).toEqual(['FullAWSAccess', 'RootGuard'])
  })
})

describe('namesLayers', () => {
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  })

  it('tells a trust policy from the layer whose tab is open', () => {
    expect(namesLayers(trust, 'identity')).toBe(true)
    expect(namesLayers(trust, 'resource')).toBe(false)
  })

  it('leaves what names another layer of the same kind to the tab that is open', () => {
    const printed = `{"PolicyName":"limits","UserName":"alice","PolicyDocument":${document}}`
    expect(namesLayers(printed, 'boundary')).toBe(false)
    expect(namesLayers(printed, 'resource')).toBe(true)
  })

  it('leaves a document of any layer to the tab that is open', () => {
    expect(namesLayers(document, 'session')).toBe(false)
  })

  it('is so of what tells that calls failed, with policies of a known layer or with none', () => {
    const failed = 'An error occurred (AccessDenied) when calling the ListGroupsForUser operation: Access Denied'
    const printed = '{"UserName":"dana","PolicyName":"Read","PolicyDocument":{"Version":"2012-10-17","Statement":[]}}'
    expect(namesLayers(failed, 'identity')).toBe(true)
    expect(namesLayers(printed, 'identity')).toBe(false)
    expect(namesLayers(`${printed}\n${failed}`, 'identity')).toBe(true)
    expect(namesLayers(`{"Version":"2012-10-17","Statement":[]}\n${failed}`, 'session')).toBe(false)
  })
})
