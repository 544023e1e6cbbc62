import { expect, it } from 'vitest'
import { findPolicies } from './find-policies'

const CUT = `"Action": "sts:AssumeRoleWithWebIdentity",
"Condition": {
    "StringEquals": {
        "oidc.example.com:sub": "system:serviceaccount:jobs:worker-*"`
const KUBERNETES = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: worker`
const textOf = (paste: string) => findPolicies(paste).map(({ text }) => text)

it('what was cut off in JSON ends at an empty line with other text below it', () => {
  const [text, ...others] = textOf(`${CUT}\n\n${KUBERNETES}`)
  expect(others).toEqual([])
  expect(text).toContain('"oidc.example.com:sub"')
  for (const word of ['apiVersion', 'metadata', 'worker\n']) expect(text).not.toContain(word)
})

it('prose below it is no part of it either', () => {
  expect(textOf(`${CUT}\n\nWhat am I missing: the name of the role?`)[0]).not.toContain('missing')
})

it('goes on below an empty line where JSON does, and in code whose keys are bare', () => {
  expect(textOf(`${CUT},\n\n        "oidc.example.com:aud": "sts.amazonaws.com"\n    }\n}`)[0]).toContain(':aud"')
  const code = '{ Effect: "Allow",\n\n  Action: "s3:GetObject",\n\n  Resource: "*" }'
  expect(textOf(code)[0]).toContain('"s3:GetObject"')
})
