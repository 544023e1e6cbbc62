import type { Lesson } from '../lesson'
import { draftOf, policy } from '../sketch'

const readPayroll = {
  Sid: 'ReadPayroll',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::harbour-payroll/*',
}

const conditions: Lesson = {
  id: 'a-condition-decides',
  title: 'A condition decides whether a statement applies',
  idea: 'A condition compares what the request carries. Not met, and the statement is as if it were not there.',
  draft: draftOf({
    title: 'A condition decides whether a statement applies',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:iam::111122223333:user/petra is not authorized to perform: s3:GetObject ' +
      'on resource: "arn:aws:s3:::harbour-payroll/2026-10.csv" ' +
      'because no identity-based policy allows the s3:GetObject action',
    request: { resourceAccount: '111122223333' },
    context: { 'aws:SourceIp': '198.51.100.24' },
    identity: [
      policy('payroll', [{ ...readPayroll, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }], 'user'),
    ],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The address that the request came from: aws:SourceIp is 198.51.100.24.' },
    { text: 'The range in the condition.', layer: 'identity' },
  ],
  question: {
    text: 'The condition is not met. What is the result?',
    options: [
      {
        text: 'An explicit deny: the condition refuses.',
        reply: 'Only a statement with the effect Deny can deny explicitly.',
      },
      {
        text: 'An implicit deny: the Allow does not apply.',
        right: true,
        reply: 'Right. The statement falls away, and nothing else allows the request.',
      },
      {
        text: 'Allowed: conditions on Allow are advice.',
        reply: 'A condition is part of the statement and must be met.',
      },
    ],
  },
  reveal: [
    { text: 'Action and resource match.', gate: 'identity' },
    { text: 'IpAddress asks for 203.0.113.0/24; the request comes from 198.51.100.24.', gate: 'identity' },
    { text: 'The only Allow does not apply, so the request stays denied, implicitly.', gate: 'identity' },
  ],
  repair: {
    task: 'Petra works from the second office, 198.51.100.0/24. Let both offices read the payroll, and nobody else.',
    hint: 'Several values of one key are alternatives.',
    layers: ['identity'],
    probes: [
      { opens: 'reading the payroll from anywhere', context: { 'aws:SourceIp': '192.0.2.77' } },
      { opens: 'reading it through a path that has no source address', context: { 'aws:SourceIp': null } },
      { opens: 'changing the payroll', request: { action: 's3:PutObject' } },
    ],
    wants: [
      { what: 'reading it from the first office', context: { 'aws:SourceIp': '203.0.113.7' } },
      { what: 'reading it from another desk of the second office', context: { 'aws:SourceIp': '198.51.100.200' } },
    ],
    solution: {
      layers: {
        identity: [
          policy(
            'payroll',
            [
              {
                ...readPayroll,
                Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] } },
              },
            ],
            'user',
          ),
        ],
      },
    },
    tooOpen: { layers: { identity: [policy('payroll', [readPayroll], 'user')] } },
  },
  remember:
    'All operators and keys must be met. Several values of one key are alternatives; under a negated operator all of them must differ.',
  page: {
    title: 'IAM JSON policy elements: Condition',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  },
}

const stopInstances = { Sid: 'StopInstances', Effect: 'Allow', Action: 'ec2:StopInstances', Resource: '*' }
const denyWithoutMfa = {
  Sid: 'DenyWithoutMfa',
  Effect: 'Deny',
  Action: 'ec2:*',
  Resource: '*',
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
}

const absentKeys: Lesson = {
  id: 'a-key-that-is-absent',
  title: 'A key that is not there',
  idea: 'A request does not carry every key. What an operator says of a missing key depends on the operator.',
  draft: draftOf({
    title: 'A key that is not there',
    error:
      'An error occurred (UnauthorizedOperation) when calling the StopInstances operation: ' +
      'You are not authorized to perform this operation. ' +
      'User: arn:aws:iam::111122223333:user/quinn is not authorized to perform: ec2:StopInstances ' +
      'on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0abcd1234ef567890 ' +
      'with an explicit deny in an identity-based policy',
    context: { 'aws:MultiFactorAuthPresent': null },
    identity: [policy('operations', [stopInstances, denyWithoutMfa], 'user')],
  }),
  expect: { decision: 'explicitDeny', layer: 'identity', policy: 'operations', sid: 'DenyWithoutMfa' },
  look: [
    { text: 'Quinn uses long-term access keys: such requests carry no aws:MultiFactorAuthPresent at all.' },
    { text: 'The operator of the Deny: BoolIfExists.', layer: 'identity' },
  ],
  question: {
    text: 'The key is absent, not false. Does the Deny apply?',
    options: [
      {
        text: 'Yes: …IfExists is met when the key is absent.',
        right: true,
        reply: 'Right. “If the key exists, it must be false; if not, the test is met.”',
      },
      { text: 'No: an absent key is not false.', reply: 'That is true of Bool. The ending IfExists changes it.' },
      { text: 'It depends on the Allow.', reply: 'A Deny is evaluated by itself.' },
    ],
  },
  reveal: [
    { text: 'StopInstances allows the request.', gate: 'identity' },
    {
      text: 'DenyWithoutMfa: the request carries no aws:MultiFactorAuthPresent. Bool would not be met; BoolIfExists is.',
      gate: 'identity',
    },
    { text: 'The Deny applies, and a Deny wins.', gate: 'identity' },
    {
      text: 'ForAllValues is met by an absent key as well, so an Allow with it needs a Null test. ForAnyValue is not.',
      gate: 'identity',
    },
  ],
  repair: {
    task: 'The policy is as it should be. Change the request: let Quinn sign in with MFA.',
    hint: 'sts get-session-token with the code of the MFA device gives keys that carry aws:MultiFactorAuthPresent. Set the key.',
    layers: ['identity'],
    keys: ['aws:MultiFactorAuthPresent'],
    probes: [
      { opens: 'stopping instances with long-term access keys', context: { 'aws:MultiFactorAuthPresent': null } },
      { opens: 'stopping instances without MFA', context: { 'aws:MultiFactorAuthPresent': 'false' } },
    ],
    solution: { context: { 'aws:MultiFactorAuthPresent': { state: 'known', values: ['true'] } } },
    tooOpen: { layers: { identity: [policy('operations', [stopInstances], 'user')] } },
  },
  remember:
    'Absent key: positive operators and ForAnyValue fail; negated ones, …IfExists and ForAllValues are met; Null tests whether it is there.',
  page: {
    title: 'IAM JSON policy elements: Condition operators',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  },
}

/** Two lessons on conditions. */
export const CONDITIONS: readonly Lesson[] = [conditions, absentKeys]
