import { expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const told = (text: string) => parseDenials(text).map(({ situation }) => situation)

it.each([
  ['a code in capitals of a key', '"FailureReasonCode": "INVALID_KMS_KEY"', 'key-not-usable'],
  ['a code in capitals of a limit', '"StateReasonCode": "LIMIT_EXCEEDED"', 'quota'],
])('tells what failed by %s, in a field that says why', (_, field, situation) => {
  const printed = `$ aws transcribe get-medical-vocabulary --name terms\n{ "Name": "terms", ${field} }`
  expect(told(printed)).toEqual([situation])
  // Another field has such words too, and a program that is not AWS's.
  expect(told(printed.replace(/"\w+Code"/, '"Alias"'))).not.toContain(situation)
  expect(told(printed.replace(/^.*\n/, '$ gardener show terms\n'))).not.toContain(situation)
})
