import { describe, expect, it } from 'vitest'
import { findValueShapes } from './find-value-shapes'
import { observe } from './observe'
import { VALUE_SHAPES } from './value-shapes'
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
    expect(vectors.map(({ key }) => key).toSorted()).toEqual(VALUE_SHAPES.map(({ key }) => key).toSorted())
  })

  it.each(vectors)('$key never holds $never', ({ key, never }) => {
    const shape = VALUE_SHAPES.find((one) => one.key === key)
    expect(toldOf(key, never).map(({ facts, page }) => [facts['written'], page])).toEqual([[never, shape?.page]])
  })

  it.each(vectors)('$key holds $held', ({ key, held }) => {
    expect(toldOf(key, held)).toEqual([])
  })
})
