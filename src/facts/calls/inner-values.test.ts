import { describe, expect, it } from 'vitest'
import { innerValues } from './inner-values'

const read = (text: string) => innerValues(text).map(({ path, value }) => `${path.join('.')} ${value}`)

describe('values within a value', () => {
  it('have the names that lead to them, however they are written', () => {
    const want = ['storage.enabled true', 'storage.sizes 5', 'storage.sizes 6']
    expect(read('{"storage":{"enabled":true,"sizes":[5,6]}}')).toEqual(want)
    expect(read("{'storage': {'enabled': true, 'sizes': [5, 6]}}")).toEqual(want)
    expect(read('{ storage: { enabled: true, sizes: [5, 6] } }')).toEqual(want)
    expect(read('storage={enabled=true,sizes=[5,6]}')).toEqual(want)
  })

  it('keep the colons that are their own', () => {
    expect(read('Role=arn:aws:iam::111122223333:role/a,Host=db:5432')).toEqual([
      'Role arn:aws:iam::111122223333:role/a',
      'Host db:5432',
    ])
    expect(read('[{"Arn":"arn:aws:s3:::a"}]')).toEqual(['Arn arn:aws:s3:::a'])
  })

  it('are none of a plain value, and of what is cut off what is there', () => {
    expect(read('arn:aws:s3:::a')).toEqual([])
    expect(read('t3.micro')).toEqual([])
    expect(read('{"a":{"b":"c"')).toEqual(['a.b c'])
    expect(read('}}}]](((')).toEqual([])
  })
})
