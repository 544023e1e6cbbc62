import { describe, expect, it } from 'vitest'
import { decodeManagedPolicies } from '../../../reference/reference'
import { findManagedPolicies } from './find-managed-policies'

const POLICIES = decodeManagedPolicies([
  ['AWSBackupFullAccess', '', '2024-01-01'],
  ['AdministratorAccess', '', '2015-02-06'],
  ['AdministratorAccess-Amplify', '', '2023-01-01'],
  ['AmazonS3FullAccess', '', '2021-01-01'],
  ['AmazonS3ReadOnlyAccess', '', '2021-01-01'],
  ['Billing', 'job-function/', '2021-01-01'],
  ['ReadOnlyAccess', '', '2026-01-01'],
])

const named = (typed: string) => findManagedPolicies(POLICIES, typed).map(({ name }) => name)

describe('findManagedPolicies', () => {
  it.each([
    ['administratoraccess', ['AdministratorAccess', 'AdministratorAccess-Amplify']],
    ['readonly', ['ReadOnlyAccess', 'AmazonS3ReadOnlyAccess']],
    ['full s3', ['AmazonS3FullAccess']],
    ['job-function', ['Billing']],
    ['arn:aws:iam::aws:policy/job-function/Billing', ['Billing']],
    ['arn:aws-cn:iam::aws:policy/AmazonS3FullAccess ', ['AmazonS3FullAccess']],
    ['arn:aws', []],
    ['nothing like this', []],
  ])('finds for %s', (typed, names) => {
    expect(named(typed)).toEqual(names)
  })

  it.each(['', '  '])('starts with the policies that are attached most', (typed) => {
    expect(named(typed)).toEqual(['AdministratorAccess', 'ReadOnlyAccess', 'Billing'])
  })
})
