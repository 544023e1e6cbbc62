import { describe, expect, it } from 'vitest'
import { policyText } from '../../testing/statements'
import { plainText } from '../../text/phrase'
import { remedyOf } from '../../testing/pasted-case'

type Statement = Readonly<Record<string, unknown>>

const ON = 'eu-west-1:111122223333'
const REPOSITORY = `arn:aws:ecr:${ON}:repository/shop/web`
const TABLE = `arn:aws:dynamodb:${ON}:table/locks`
const CALLER = 'arn:aws:iam::111122223333:role/app'

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }

/** The first fix of a boundary’s Denies for a refused call, and the statements that it leaves. */
const first = (action: string, resource: string, denies: readonly Statement[], said = '') => {
  const error = `${said}\nUser: arn:aws:sts::111122223333:assumed-role/app/one is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in a permissions boundary`
  const boundary = policyText(ALL, ...denies.map((one) => ({ Effect: 'Deny', Resource: '*', ...one })))
  const [fix] = remedyOf(error, { boundary }).fixes
  const { Statement: statements = [] } = JSON.parse(fix?.changes[0]?.after ?? '{}') as { Statement?: Statement[] }
  return { sentence: plainText(fix?.sentence ?? []), denies: statements.slice(1), codes: fix?.codes }
}

describe('a Deny that refuses the rest of the attempt too', () => {
  it('is lifted for all of a pull, for this caller on this repository, and goes on denying what no pull calls', () => {
    const { sentence, denies } = first('ecr:BatchGetImage', REPOSITORY, [
      { Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:DeleteRepository'] },
    ])
    expect(sentence).toContain('The same attempt also calls ecr:GetDownloadUrlForLayer, which is denied too')
    const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']
    expect(denies).toEqual([
      { Effect: 'Deny', Resource: '*', Action: ['ecr:DeleteRepository'] },
      expect.objectContaining({ Action: PULL, Condition: { ArnNotEquals: { 'aws:PrincipalArn': CALLER } } }),
      expect.objectContaining({ Action: PULL, NotResource: REPOSITORY }),
    ])
  })

  it('gets each action of a session in its list, and no others that instances call', () => {
    const { denies } = first(
      'ssmmessages:CreateDataChannel',
      `arn:aws:ssmmessages:${ON}:*`,
      [{ NotAction: ['ssm:*', 's3:*'] }],
      '[ssm-session-worker] failed to create websocket for datachannel',
    )
    const channels = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel']
    expect([denies[0]?.['NotAction']].flat().toSorted()).toEqual(
      ['ssm:*', 's3:*', ...channels.map((name) => `ssmmessages:${name}`)].toSorted(),
    )
  })

  it('is met in another statement as well, which the same change lifts', () => {
    const { sentence, denies } = first(
      'dynamodb:PutItem',
      TABLE,
      [
        { Action: ['dynamodb:PutItem', 'dynamodb:DeleteTable'] },
        { Action: ['dynamodb:DeleteItem', 's3:DeleteObject'] },
      ],
      'Error acquiring the state lock',
    )
    expect(sentence).toContain('dynamodb:DeleteItem')
    expect(denies.slice(0, 2).map(({ Action }) => Action)).toEqual([['dynamodb:DeleteTable'], ['s3:DeleteObject']])
  })

  it('is left where the rest of the attempt passes it, or nothing tells an attempt', () => {
    const one = [{ Action: ['ecr:BatchGetImage', 'ecr:DeleteRepository'] }]
    expect(first('ecr:BatchGetImage', REPOSITORY, one).sentence).not.toContain('The same attempt')
    const items = [{ Action: ['dynamodb:PutItem', 'dynamodb:DeleteItem'] }]
    expect(first('dynamodb:PutItem', TABLE, items).sentence).not.toContain('The same attempt')
  })

  it('is not lifted for more than the attempt, where one pattern denies more', () => {
    const { denies } = first('ecr:BatchGetImage', REPOSITORY, [
      { Action: ['ecr:BatchGetImage', 'ecr:DeleteRepository'] },
      { Action: 'ecr:Get*' },
    ])
    expect(denies.some(({ Action }) => [Action].flat().includes('ecr:Get*'))).toBe(true)
  })
})
