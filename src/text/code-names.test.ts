import { describe, expect, it } from 'vitest'
import { isNameInCode } from './code-names'
import { labelledValues } from './labelled-values'

const valuesOf = (text: string, wanted: string) =>
  labelledValues(text).flatMap(({ name, values }) => (name === wanted ? values : []))

describe('a word without quotes in source code', () => {
  it.each([
    ["new iam.Role(this, 'Fn', { assumedBy: x, permissionsBoundary: boundary })", 'permissionsBoundary'],
    ["new iam.Role(this, 'Fn', {\n  permissionsBoundary: props.boundary,\n})", 'permissionsBoundary'],
    ['iam.Role(self, "Fn", permissions_boundary=boundary)', 'permissions_boundary'],
    ['client.create_role(RoleName="a", PermissionsBoundary=limit)', 'PermissionsBoundary'],
    ['const params = { Bucket: bucket, Key: "a/b" }', 'Bucket'],
    ['svc.CreateRole(&iam.CreateRoleInput{PermissionsBoundary: limit})', 'PermissionsBoundary'],
  ])('names a variable, of which the value is not shown: %s', (text, name) => {
    expect(valuesOf(text, name)).toEqual([])
  })

  it.each([
    ["new iam.Role(this, 'Fn', { permissionsBoundary: 'limit' })", 'permissionsBoundary', 'limit'],
    ['client.put_parameter(Name="a", Overwrite=True)', 'Overwrite', 'True'],
    ['client.modify(Days=7)', 'Days', '7'],
    ['PutObjectRequest(Bucket=logs, Key=a.txt)', 'Bucket', 'logs'],
    ['time=12 level=error bucket=logs', 'bucket', 'logs'],
    ['aws iam create-role --permissions-boundary limit', 'permissions-boundary', 'limit'],
    ['Resources:\n  Role:\n    PermissionsBoundary: limit\n', 'PermissionsBoundary', 'limit'],
    ["client.create_role(RoleName='a')\nPermissionsBoundary: limit", 'PermissionsBoundary', 'limit'],
  ])('in quotes, a literal, or printed is a value: %s', (text, name, value) => {
    expect(valuesOf(text, name)).toEqual([value])
  })

  it('is looked for over no more than a part of a text', () => {
    const long = `f.g(${' '.repeat(10_000)}a: b`
    expect(isNameInCode('b', long, long.length - 4)).toBe(false)
  })
})
