import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { explainFixes } from './explain-fixes'

const HOME = '111122223333'

const afterOf = (request: Partial<AccessCase['request']>, statement: object): readonly string[] => {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal: `arn:aws:iam::${HOME}:user/kim`,
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::share',
      resourceAccount: HOME,
      ...request,
    },
    policies: { identity: [{ name: 'people', document }], otherLayers: 'none' },
  }
  const fixes = explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null })
  return fixes.flatMap(({ changes }) => changes.map(({ after }) => after))
}

describe('a policy that leaves a part to each caller', () => {
  const SECRET = `arn:aws:secretsmanager:eu-west-1:${HOME}:secret:people/`

  it('gets the form that was asked for, with the variable, and never one caller’s name', () => {
    const after = afterOf(
      { action: 'secretsmanager:GetSecretValue', resource: `${SECRET}kim-Qw3rTy` },
      { Action: 'secretsmanager:GetSecretValue', Resource: `${SECRET}\${aws:username}/*` },
    )
    expect(after.length).toBeGreaterThan(0)
    expect(after.every((text) => text.includes(`${SECRET}\${aws:username}-??????`))).toBe(true)
    expect(after.some((text) => text.includes('kim'))).toBe(false)
  })

  const prefixes = (...values: readonly string[]) => ({
    Action: 's3:ListBucket',
    Resource: 'arn:aws:s3:::share',
    Condition: { StringLike: { 's3:prefix': values } },
  })

  it('gets what lies below each caller’s part', () => {
    const own = 'home/${aws:username}'
    const after = afterOf({ context: { 's3:prefix': 'home/kim/' } }, prefixes('', own))
    expect(after.map((text) => text.includes(`"${own}/*"`))).toEqual([true])
  })

  it('gets nothing for the part of another caller, nor for a variable without a value', () => {
    expect(afterOf({ context: { 's3:prefix': 'home/ann/' } }, prefixes('home/${aws:username}/*'))).toEqual([])
    const session = `arn:aws:sts::${HOME}:assumed-role/analyst/kim`
    const asked = { principal: session, context: { 's3:prefix': 'home/kim/' } }
    expect(afterOf(asked, prefixes('home/${aws:username}/*'))).toEqual([])
  })

  it('gets the value of the request where no variable is in the test', () => {
    const after = afterOf({ context: { 's3:prefix': 'out/' } }, prefixes('in/'))
    expect(after.some((text) => text.includes('"out/"'))).toBe(true)
  })
})
