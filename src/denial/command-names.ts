import { prefixOfServiceName } from '../iam/operations'
import { capital, camelCase, wordsApart } from '../text/letter-case'

/** Words of the CLI for a service whose IAM prefix is another, beside the names that SDKs use too. */
const CLI_SERVICES: Readonly<Record<string, string>> = {
  s3api: 's3',
  elbv2: 'elasticloadbalancing',
  elb: 'elasticloadbalancing',
  deploy: 'codedeploy',
  configservice: 'config',
  'lex-models': 'lex',
  docdb: 'rds',
  neptune: 'rds',
  resourcegroupstaggingapi: 'tag',
}

/** The IAM prefix of a service as the CLI names it. */
export const prefixOfCliService = (name: string): string =>
  new Map(Object.entries(CLI_SERVICES)).get(name) ?? prefixOfServiceName(name)

/** Commands of the CLI that call an operation of another name, by IAM prefix. */
const COMMANDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ecr: { 'get-login-password': 'GetAuthorizationToken', 'get-login': 'GetAuthorizationToken' },
  eks: { 'update-kubeconfig': 'DescribeCluster' },
  logs: { tail: 'FilterLogEvents' },
  cloudformation: { deploy: 'CreateChangeSet' },
  codeartifact: { login: 'GetAuthorizationToken' },
  ssm: { 'start-session': 'StartSession' },
}

/** Words that API names write in capitals. */
const CAPITALS: Readonly<Record<string, readonly string[]>> = {
  rds: ['db', 'ec2'],
  iam: ['mfa', 'saml', 'ssh'],
  s3: [],
}

const isOpenId = (words: readonly string[], i: number): boolean => words[i] === 'id' && words[i - 1] === 'open'

/** The operation of a command of the CLI: `describe-db-instances` is `DescribeDBInstances`. */
export function operationOfCommand(prefix: string, command: string): string {
  const listed = new Map(Object.entries(COMMANDS)).get(prefix)
  const named = listed && new Map(Object.entries(listed)).get(command)
  if (named !== undefined) return named
  const capitals = new Map(Object.entries(CAPITALS)).get(prefix) ?? []
  const words = command.split('-')
  return words
    .map((word, i) => (capitals.includes(word) || isOpenId(words, i) ? word.toUpperCase() : capital(word)))
    .join('')
}

/** A parameter's name in camel case: of `--role-arn`, `RoleArn`, `role_arn`; `ACL` is `acl`, `SSEKMSKeyId` `ssekmsKeyId`. */
export function parameterName(name: string): string {
  const words = wordsApart(name)
    .toLowerCase()
    .split(/[-_ ]+/)
  return camelCase(words.filter((word) => word !== ''))
}
