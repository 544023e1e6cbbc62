import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { editLayers } from '../draft/edit/edit-draft'
import { addPolicy, draftPoliciesOf } from '../draft/edit/edit-layers'
import { withoutSources } from './without-sources'

const REFUSED =
  'User: arn:aws:sts::111122223333:assumed-role/brewer/one is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/tea/strength'
const NOTHING_ALLOWS = `${REFUSED} because no identity-based policy allows the ssm:GetParameter action`

const policy = (name: string, resource: string, action = 'ssm:GetParameter') => ({
  name,
  text: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  }),
})

const SOURCE = policy('template', 'arn:aws:ssm:${AWS::Region}:111122223333:parameter/${Name}')
const KEPT = policy('console', 'arn:aws:ssm:eu-west-1:111122223333:parameter//tea/strength')

const draftOf = (paste: string, ...policies: readonly ReturnType<typeof policy>[]): Draft =>
  policies.reduce(
    (draft, one) =>
      editLayers(draft, (layers) =>
        addPolicy(
          { ...layers, identity: { ...layers.identity, state: 'given' } },
          { layer: 'identity', level: null },
          one,
        ),
      ),
    { ...EMPTY_DRAFT, paste },
  )

const left = (draft: Draft): readonly string[] =>
  draftPoliciesOf(withoutSources(draft, parseDenials).layers, 'identity').map(({ name }) => name)

describe('the source of a policy', () => {
  it('does not count beside the policy as AWS keeps it', () => {
    expect(left(draftOf(NOTHING_ALLOWS, SOURCE, KEPT))).toEqual(['console'])
    expect(left(draftOf(NOTHING_ALLOWS, KEPT, SOURCE))).toEqual(['console'])
  })

  it('counts alone, and beside a policy that it cannot have become', () => {
    expect(left(draftOf(NOTHING_ALLOWS, SOURCE))).toEqual(['template'])
    const other = policy('other', 'arn:aws:ssm:eu-west-1:111122223333:parameter/tea', 'ssm:PutParameter')
    expect(left(draftOf(NOTHING_ALLOWS, SOURCE, other))).toEqual(['template', 'other'])
    const table = policy('table', 'arn:aws:dynamodb:eu-west-1:111122223333:table/tea')
    expect(left(draftOf(NOTHING_ALLOWS, SOURCE, table))).toEqual(['template', 'table'])
  })

  it('counts where AWS does not say that nothing of the caller allows it: it can be of another role', () => {
    expect(left(draftOf(REFUSED, SOURCE, KEPT))).toEqual(['template', 'console'])
  })
})
