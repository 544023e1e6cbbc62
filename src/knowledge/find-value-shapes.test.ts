import { describe, expect, it } from 'vitest'
import { findValueShapes } from './find-value-shapes'
import { observe } from './observe'
import { keyRow, sourceOf } from '../facts/keys/condition-keys'
import { VALUE_FORMS } from '../facts/keys/value-forms'
import vectors from './vectors/value-shapes.json'

/** What is told of an Allow that wants the key to be like this. */
const toldOf = (key: string, value: string) => {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringLike: { [key]: value } } }
  const policies = { identity: [{ name: 'a', document: { Version: '2012-10-17', Statement: [statement] } }] }
  const request = { principal: '', action: 's3:GetObject', resource: '' }
  return findValueShapes(observe({ version: 1, request, policies }, null, []))
}

describe('the kinds of values that condition keys hold', () => {
  it('has for each a value that it holds, and one that it never does', () => {
    const tried = new Set(vectors.map(({ key }) => keyRow(key)?.form))
    expect(Object.keys(VALUE_FORMS).filter((form) => !tried.has(form as never))).toEqual([])
  })

  it.each(vectors)('$key never holds $never', ({ key, never }) => {
    const { page } = sourceOf(keyRow(key)!)
    expect(toldOf(key, never).map((told) => [told.facts['written'], told.page])).toEqual([[never, page]])
  })

  it.each(vectors)('$key holds $held', ({ key, held }) => {
    expect(toldOf(key, held)).toEqual([])
  })
})

describe('the source that a service sends', () => {
  const toldOfTrust = (source: string) => {
    const statement = {
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { ArnLike: { 'aws:SourceArn': source } },
    }
    const document = { Version: '2012-10-17', Statement: [statement] }
    const request = {
      principal: 'scheduler.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::111122223333:role/nightly',
    }
    const seen = observe({ version: 1, request, policies: { resource: { name: 'a', document } } }, null, [])
    return findValueShapes(seen).map(({ facts }) => facts['form'])
  }

  it('is never of another kind where its page says so: a schedule’s group, and no schedule', () => {
    expect(toldOfTrust('arn:aws:scheduler:eu-west-1:111122223333:schedule/default/nightly')).toEqual([
      'arn:…:scheduler:…:…:schedule-group/…',
    ])
    expect(toldOfTrust('arn:aws:scheduler:eu-west-1:111122223333:schedule-group/default')).toEqual([])
    expect(toldOfTrust('arn:aws:scheduler:*:111122223333:*')).toEqual([])
  })
})
