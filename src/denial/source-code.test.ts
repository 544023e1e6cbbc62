import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const CODE = `const fn = new lambda.Function(this, 'Stamp', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromAsset('stamp'),
  environment: {
    TABLE: table.tableName,
  },
});
table.grantReadData(fn);
export default fn;`

const SAID = 'Not Authorized to access listStamps on type Query'

const situationsOf = (text: string): readonly unknown[] => parseDenials(text).map(({ situation }) => situation)

describe('the source of a program', () => {
  it.each([
    `AppSync answers: ${SAID}`,
    '{ data: null,\n  errors: [ [Object] ],\n  path: [Array] }\n' + `{ code: 'Unauthorized',\n  message: '${SAID}' }`,
    `2026-03-04T05:06:07.008Z INFO { message: '${SAID}' }`,
    `9:41:12 AM | UPDATE_FAILED | Custom::Query | "${SAID}"`,
    // The same words also stand in the code.
    `// ${SAID}\nWhat comes back is ${SAID}`,
    // A screen broke the sentence.
    'AppSync answers today: Not Authorized to access listStamps\non type Query',
  ])('beside what was printed is what failed: %s', (printed) => {
    expect(situationsOf(`${printed}\n\n${CODE}`)).toEqual(['graphql-field'])
  })

  it.each([`  throw new Error('${SAID}');`, `// ${SAID}`, `expect(run()).rejects.toThrow('${SAID}');`])(
    'with the words in a string or comment is no error: %s',
    (line) => {
      expect(situationsOf(`${CODE}\n${line}`)).toEqual([])
    },
  )

  it('has a reason that a service prints beside a state as no value of its own', () => {
    const printed = (key: string): string =>
      `aws acm describe-certificate\n{\n  "RenewalStatus": "FAILED",\n  "${key}": "PCA_ACCESS_DENIED"\n}`
    expect(situationsOf(`${printed('RenewalStatusReason')}\n\n${CODE}`)).toEqual(['certificate-authority-refused'])
    expect(situationsOf(`${printed('Example')}\n\n${CODE}`)).toEqual([])
  })
})
