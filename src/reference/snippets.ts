import type { CompletionItem } from './completion'
import { READING_ORDER, WITHOUT_PRINCIPAL, namesPrincipals, type Layer } from '../iam/layers'

/** A ready piece of a policy; `$1` and the like are the places to type at. */
export interface PolicySnippet {
  readonly label: string
  readonly detail: string
  /** Which policies it fits in. */
  readonly types: readonly Layer[]
  /** Lines of a statement, without its braces. */
  readonly lines: readonly string[]
}

/** Statements that people write often. */
export const STATEMENT_SNIPPETS: readonly PolicySnippet[] = [
  {
    label: 'Allow actions on a resource',
    detail: 'statement',
    types: WITHOUT_PRINCIPAL,
    lines: ['"Effect": "Allow",', '"Action": ["$1"],', '"Resource": ["$2"]'],
  },
  {
    label: 'Deny actions',
    detail: 'statement',
    types: WITHOUT_PRINCIPAL,
    lines: ['"Effect": "Deny",', '"Action": ["$1"],', '"Resource": "*"'],
  },
  {
    label: 'Deny outside some Regions',
    detail: 'statement for an SCP',
    types: ['scp'],
    lines: [
      '"Sid": "DenyOtherRegions",',
      '"Effect": "Deny",',
      '"NotAction": ["iam:*", "organizations:*", "route53:*", "cloudfront:*", "support:*", "sts:*"],',
      '"Resource": "*",',
      '"Condition": { "StringNotEquals": { "aws:RequestedRegion": ["${1:eu-west-1}"] } }',
    ],
  },
  {
    label: 'Allow passing a role to one service',
    detail: 'iam:PassRole',
    types: ['identity'],
    lines: [
      '"Effect": "Allow",',
      '"Action": "iam:PassRole",',
      '"Resource": "arn:aws:iam::${1:111122223333}:role/${2:name}",',
      '"Condition": { "StringEquals": { "iam:PassedToService": "${3:lambda.amazonaws.com}" } }',
    ],
  },
  {
    label: 'Trust a service',
    detail: 'role trust',
    types: ['trust'],
    lines: [
      '"Effect": "Allow",',
      '"Principal": { "Service": "${1:lambda.amazonaws.com}" },',
      '"Action": "sts:AssumeRole"',
    ],
  },
  {
    label: 'Trust another account with an external id',
    detail: 'role trust',
    types: ['trust'],
    lines: [
      '"Effect": "Allow",',
      '"Principal": { "AWS": "arn:aws:iam::${1:111122223333}:root" },',
      '"Action": "sts:AssumeRole",',
      '"Condition": { "StringEquals": { "sts:ExternalId": "$2" } }',
    ],
  },
  {
    label: 'Trust GitHub Actions of one repository',
    detail: 'role trust',
    types: ['trust'],
    lines: [
      '"Effect": "Allow",',
      '"Principal": { "Federated": "arn:aws:iam::${1:111122223333}:oidc-provider/token.actions.githubusercontent.com" },',
      '"Action": "sts:AssumeRoleWithWebIdentity",',
      '"Condition": {',
      '  "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },',
      '  "StringLike": { "token.actions.githubusercontent.com:sub": "repo:${2:owner/name}:*" }',
      '}',
    ],
  },
  {
    label: 'Allow a principal',
    detail: 'statement',
    types: READING_ORDER.filter((layer) => namesPrincipals(layer) && layer !== 'trust' && layer !== 'rcp'),
    lines: ['"Effect": "Allow",', '"Principal": { "AWS": "$1" },', '"Action": ["$2"],', '"Resource": "$3"'],
  },
  {
    label: 'Deny requests without TLS',
    detail: 'resource-based',
    types: ['resource'],
    lines: [
      '"Sid": "DenyInsecureTransport",',
      '"Effect": "Deny",',
      '"Principal": "*",',
      '"Action": "${1:s3:*}",',
      '"Resource": ["${2:arn:aws:s3:::name}", "${3:arn:aws:s3:::name/*}"],',
      '"Condition": { "Bool": { "aws:SecureTransport": "false" } }',
    ],
  },
  {
    label: 'Deny everyone outside the organization',
    detail: 'resource perimeter',
    types: ['rcp', 'resource'],
    lines: [
      '"Effect": "Deny",',
      '"Principal": "*",',
      '"Action": "${1:s3:*}",',
      '"Resource": "*",',
      '"Condition": {',
      '  "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "${2:o-a1b2c3d4e5}" },',
      '  "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }',
      '}',
    ],
  },
]

/** A whole policy for an empty text. */
export const POLICY_SNIPPET: Omit<CompletionItem, 'span'> = {
  label: 'A policy with one statement',
  kind: 'snippet',
  insert: '{\n\t"Version": "2012-10-17",\n\t"Statement": [\n\t\t{\n\t\t\t$0\n\t\t}\n\t]\n}',
  snippet: true,
  filter: '',
  detail: 'policy',
  documentation: '',
  page: '',
  again: true,
}
