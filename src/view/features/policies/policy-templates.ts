import type { DraftPolicy } from '../../../draft/draft'
import { FULL_AWS_ACCESS } from '../../../policy/organizations'
import type { CaseLayer } from '../../../iam/layers'

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** A new policy for each layer, in the shape that AWS expects there. */
export const POLICY_TEMPLATES: Readonly<Record<CaseLayer, DraftPolicy>> = {
  identity: {
    name: 'Identity-based policy',
    text: policy({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::bucket-name/*'] }),
  },
  resource: {
    name: 'Resource policy',
    text: policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::bucket-name/*'],
    }),
  },
  boundary: {
    name: 'Boundary',
    text: policy({ Effect: 'Allow', Action: ['s3:*', 'cloudwatch:*'], Resource: '*' }),
  },
  session: {
    name: 'Session policy',
    text: policy({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::bucket-name/*'] }),
  },
  scp: {
    name: 'SCP',
    text: policy({
      Sid: 'DenyOutsideRegions',
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'sts:*', 'support:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
    }),
  },
  rcp: {
    name: 'RCP',
    text: policy({
      Sid: 'OnlyMyOrganization',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  },
  endpoint: {
    name: 'Endpoint policy',
    text: policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
  },
}

const ADMINISTRATOR_ACCESS: DraftPolicy = {
  name: 'AdministratorAccess',
  text: policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
}

/** AWS managed policies that are known by heart, by the layer where they are common. */
export const KNOWN_POLICIES: Readonly<Record<CaseLayer, readonly DraftPolicy[]>> = {
  identity: [ADMINISTRATOR_ACCESS],
  resource: [],
  boundary: [ADMINISTRATOR_ACCESS],
  session: [],
  scp: [FULL_AWS_ACCESS],
  rcp: [],
  endpoint: [],
}
