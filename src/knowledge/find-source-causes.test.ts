import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { FIND_IN_TESTS } from './find-in-tests'
import { matchingRows } from './likely-causes'
import { observe } from './observe'

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:check'
const pool = (id: string) => `eu-west-1_${id}`

const factsFor = (paste: string, ...named: readonly string[]) => {
  const request = { principal: 'cognito-idp.amazonaws.com', action: 'lambda:InvokeFunction', resource: FUNCTION }
  const statement = {
    Effect: 'Allow',
    Principal: { Service: request.principal },
    Action: request.action,
    Resource: FUNCTION,
    Condition: {
      ArnLike: { 'aws:SourceArn': named.map((id) => `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${id}`) },
    },
  }
  const document = { Version: '2012-10-17', Statement: [statement] }
  const text = `${paste}\n${JSON.stringify(document)}`
  const denial = parseDenials('AccessDeniedException')[0] ?? null
  const accessCase = { version: 1 as const, error: text, request, policies: { resource: { name: 'p', document } } }
  return matchingRows(observe(accessCase, denial, []), FIND_IN_TESTS).find(({ id }) => id === 'source-of-another')
    ?.facts
}

const sourceOf = (paste: string, named: string) => factsFor(paste, named)?.['source']

describe('the source that a policy names, beside the one that the text has', () => {
  it('is another where the text has one other alone', () => {
    expect(sourceOf(`The pool is ${pool('7hKwP2sXd')} now.`, pool('Qm4Zt81bN'))).toBe(pool('7hKwP2sXd'))
  })

  it('is none where the pattern names that very API, whatever it has behind its id', () => {
    const api = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/live/GET/tea'
    const statement = {
      Effect: 'Allow',
      Principal: { Service: 'apigateway.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: FUNCTION,
      Condition: { ArnLike: { 'aws:SourceArn': api } },
    }
    const document = { Version: '2012-10-17', Statement: [statement] }
    const request = { principal: 'apigateway.amazonaws.com', action: 'lambda:InvokeFunction', resource: FUNCTION }
    const error = 'AccessDeniedException\nhttps://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/tea'
    const accessCase = { version: 1 as const, error, request, policies: { resource: { name: 'p', document } } }
    const rows = matchingRows(observe(accessCase, parseDenials(error)[0] ?? null, []), FIND_IN_TESTS)
    expect(rows.map(({ id }) => id)).not.toContain('source-of-another')
  })

  it('is told beside all that the policy accepts', () => {
    expect(factsFor(`The pool is ${pool('7hKwP2sXd')} now.`, pool('Qm4Zt81bN'), pool('Rn5Au92cO'))).toMatchObject({
      accepted: `${pool('Qm4Zt81bN')}, ${pool('Rn5Au92cO')}`,
    })
  })

  it('is left alone where the text speaks of it too', () => {
    const text = `user pool ${pool('7hKwP2sXd')}; the old pool ${pool('Qm4Zt81bN')} is deleted`
    expect(sourceOf(text, pool('7hKwP2sXd'))).toBeUndefined()
  })

  it('is another where a command names the one that calls, whatever else the text speaks of', () => {
    const text = `sign-up --user-pool-id ${pool('7hKwP2sXd')} fails, ${pool('Qm4Zt81bN')} works`
    expect(sourceOf(text, pool('Qm4Zt81bN'))).toBe(pool('7hKwP2sXd'))
  })

  it('is left alone where the text has several others', () => {
    expect(sourceOf(`${pool('7hKwP2sXd')} and ${pool('7hKwP2sXe')}`, pool('Qm4Zt81bN'))).toBeUndefined()
  })
})
