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
