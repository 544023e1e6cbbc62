import type { RowSource } from '../../iam/row-source'
import { DOCS } from '../../iam/aws-docs'

/** Things that a call can name by their name alone, which AWS then looks up in the account that calls. */
export interface NamedInAccount extends RowSource {
  /** What can stand before the name in the ARN, the usual one first. */
  readonly types: readonly string[]
  /** How the thing of another account is named: by its ARN, by an option with the account's id, or only with credentials of that account. */
  readonly elsewhere: 'arn' | 'caller' | `--${string}`
}

/** By service. */
export const NAMED_IN_ACCOUNT: Readonly<Record<string, NamedInAccount>> = {
  secretsmanager: {
    types: ['secret:'],
    elsewhere: 'arn',
    page: `${DOCS}secretsmanager/latest/userguide/auth-and-access_examples_cross.html`,
    confirmed: '2026-11-30',
  },
  ssm: {
    types: ['parameter/'],
    elsewhere: 'arn',
    page: `${DOCS}systems-manager/latest/userguide/parameter-store-shared-parameters.html`,
    confirmed: '2026-11-30',
  },
  lambda: {
    types: ['function:'],
    elsewhere: 'arn',
    page: `${DOCS}lambda/latest/api/API_Invoke.html`,
    confirmed: '2026-11-30',
  },
  dynamodb: {
    types: ['table/'],
    elsewhere: 'arn',
    page: `${DOCS}amazondynamodb/latest/developerguide/rbac-cross-account-access.html`,
    confirmed: '2026-11-30',
  },
  kms: {
    types: ['alias/'],
    elsewhere: 'arn',
    page: `${DOCS}kms/latest/APIReference/API_Decrypt.html`,
    confirmed: '2026-11-30',
  },
  kinesis: {
    types: ['stream/'],
    elsewhere: 'arn',
    page: `${DOCS}streams/latest/dev/resource-based-policy-examples.html`,
    confirmed: '2026-11-30',
  },
  states: {
    types: ['stateMachine:'],
    elsewhere: 'arn',
    page: `${DOCS}step-functions/latest/apireference/API_StartExecution.html`,
    confirmed: '2026-11-30',
  },
  events: {
    types: ['event-bus/'],
    elsewhere: 'arn',
    page: `${DOCS}eventbridge/latest/APIReference/API_PutEventsRequestEntry.html`,
    confirmed: '2026-11-30',
  },
  sqs: {
    types: [''],
    elsewhere: '--queue-owner-aws-account-id',
    page: `${DOCS}AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html`,
    confirmed: '2026-11-30',
  },
  ecr: {
    types: ['repository/'],
    elsewhere: '--registry-id',
    page: `${DOCS}AmazonECR/latest/APIReference/API_BatchGetImage.html`,
    confirmed: '2026-11-30',
  },
  glue: {
    types: ['table/', 'database/'],
    elsewhere: '--catalog-id',
    page: `${DOCS}glue/latest/dg/cross-account-access.html`,
    confirmed: '2026-11-30',
  },
  codeartifact: {
    types: ['domain/', 'repository/'],
    elsewhere: '--domain-owner',
    page: `${DOCS}codeartifact/latest/APIReference/API_GetAuthorizationToken.html`,
    confirmed: '2026-11-30',
  },
  eks: {
    types: ['cluster/'],
    elsewhere: 'caller',
    page: `${DOCS}eks/latest/APIReference/API_DescribeCluster.html`,
    confirmed: '2026-11-30',
  },
  codecommit: {
    types: [''],
    elsewhere: 'caller',
    page: `${DOCS}codecommit/latest/userguide/cross-account.html`,
    confirmed: '2026-11-30',
  },
}
