import { describe, expect, it } from 'vitest'
import { code, codes, count, list, plainText, say, sentence, strong } from './phrase'

describe('words', () => {
  it('keep marks and melt plain text together', () => {
    expect(say`${'a'} b ${code('s3:*')} ${1}`).toEqual([
      { text: 'a b ' },
      { text: 's3:*', mark: 'code' },
      { text: ' 1' },
    ])
  })

  it.each([
    [[], 'nothing'],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('list %j as people do', (items, expected) => {
    expect(plainText(codes(items))).toBe(expected)
  })

  it('list alternatives', () => {
    expect(plainText(list([strong('a'), strong('b')], 'or'))).toBe('a or b')
  })

  it('cut quotes that would fill the page', () => {
    expect(code('x'.repeat(1000)).text).toHaveLength(241)
  })

  it('count in singular and plural', () => {
    expect([count(0, 'gate'), count(1, 'gate'), count(2, 'layer')]).toEqual(['0 gates', '1 gate', '2 layers'])
  })

  it('begin a sentence with a capital, but leave names alone', () => {
    expect(plainText(sentence(say`the policy`))).toBe('The policy')
    expect(plainText(sentence([code('s3:*')]))).toBe('s3:*')
    expect(plainText(sentence([strong('region-guard'), ...say` denies it`]))).toBe('region-guard denies it')
    expect(plainText(sentence([strong('region-guard (Terraform)'), ...say` denies it`]))).toBe(
      'region-guard (Terraform) denies it',
    )
    expect(plainText(sentence([strong('key policy'), ...say` denies it`]))).toBe('Key policy denies it')
  })
})
