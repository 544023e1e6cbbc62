import { describe, expect, it } from 'vitest'
import { queriedValues } from './queried-values'

const read = (text: string) => Object.fromEntries(queriedValues(text).map(({ name, values }) => [name, values]))

describe('what queries of the AWS CLI printed', () => {
  it.each([
    [
      'aws x y --query Trail.TrailARN\n"arn:aws:cloudtrail:a:b:trail/c"',
      { TrailARN: ['arn:aws:cloudtrail:a:b:trail/c'] },
    ],
    ['aws x y --query a.issuer --output text\nhttps://i.example.com/id/A', { issuer: ['https://i.example.com/id/A'] }],
    ['aws x y --query \'A[].Name\'\n[ "one", "two" ]', { Name: ['one', 'two'] }],
    ['aws x y --query \'A[].[Id,Owner]\'\n[["i", "o"], ["j", null]]', { Id: ['i', 'j'], Owner: ['o'] }],
    ['aws x y --query Role.PermissionsBoundary\nnull', { PermissionsBoundary: [] }],
    ['aws x y --query A.Arn --output text\nNone', { Arn: [] }],
    ["aws x y --query 'A[0].[Id,Owner]' --output text\ni\to", { Id: ['i'], Owner: ['o'] }],
  ])('%j', (text, values) => {
    expect(read(text)).toEqual(values)
  })

  it.each([
    'aws x y --query A.B\nAn error occurred (AccessDenied) when calling the Y operation',
    'aws x y --query \'A[].[Id,Owner]\' | grep i\n[["i", "o"]]',
    'aws x y --query \'A[].[Id,Owner]\'\n["one", "two", "three"]',
    "aws x y --query 'length(A)'\n3",
    'aws x y --query A.B',
  ])('nothing of %j', (text) => {
    expect(read(text)).toEqual({})
  })
})
