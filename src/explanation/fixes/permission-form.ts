import { isAccountId, parseArn } from '../../iam/arn'
import { isFields } from '../../text/fields'
import type { ShellCommand } from '../../text/shell-quote'
import type { NamedResource } from '../steps/resource-commands'
import { literal } from '../steps/script'
import type { Block, CodeForm } from './code-forms'
import type { FormFacts } from './form-facts'

/** One statement of the policy of a function or of a version of a layer, which Lambda takes by its parts only: how it is given, in the order of its options. */
interface Permission {
  /** The AWS CLI's command. */
  readonly command: string
  readonly terraform: string
  readonly cdk: string
  readonly parts: Readonly<Record<string, string>>
  /** What stands for the thing in the CDK, by the name of its property. */
  readonly ofCdk: Readonly<Record<string, string>>
}

/** Tests that a permission can carry, each under its operator and key, in lower case. */
const TESTS = [
  ['ArnLike', 'aws:sourcearn', 'sourceArn'],
  ['StringEquals', 'aws:sourceaccount', 'sourceAccount'],
] as const

const principalOf = (principal: unknown): string | null => {
  if (principal === '*') return '*'
  const [named, ...more] = isFields(principal) ? Object.values(principal) : []
  return typeof named === 'string' && more.length === 0 ? named : null
}

const testsOf = (condition: unknown): Readonly<Record<string, string>> | null => {
  if (condition === undefined) return {}
  if (!isFields(condition)) return null
  const written = Object.entries(condition).flatMap(([operator, tests]) =>
    isFields(tests) ? Object.entries(tests).map(([key, value]) => [operator, key, value] as const) : [null],
  )
  const found = TESTS.flatMap(([operator, key, field]) =>
    written.flatMap((one) =>
      one !== null && one[0] === operator && one[1].toLowerCase() === key && typeof one[2] === 'string'
        ? [[field, one[2]] as const]
        : [],
    ),
  )
  return written.length === found.length ? Object.fromEntries(found) : null
}

/** The account of a principal: a layer is given to accounts, or to everyone. */
const accountOf = (principal: string): string | null =>
  principal === '*' || isAccountId(principal) ? principal : parseArn(principal)?.account || null

/** A version of a layer, by its ARN. */
const LAYER_VERSION = /^(?<layerName>arn:[^:]*:lambda:[^:]*:[^:]*:layer:[^:]+):(?<versionNumber>\d+)$/

/** The function or the version of a layer: that of the request, or the one that the statement names. */
const functionOf = ({ resource, fix: { statement } }: FormFacts): NamedResource | null => {
  if (resource !== null) return resource.service === 'lambda' ? resource : null
  const named = statement?.Resource
  const arn = typeof named === 'string' ? parseArn(named) : null
  return arn?.service === 'lambda'
    ? { arn: String(named), service: arn.service, region: arn.region, account: arn.account, name: arn.resource }
    : null
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html, https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html */
const permissionOf = (facts: FormFacts): Permission | null => {
  const { fix, label } = facts
  const { statement } = fix
  const resource = functionOf(facts)
  if (resource === null || statement === null || typeof statement.Action !== 'string') return null
  const named = principalOf(statement.Principal)
  const tests = testsOf(statement.Condition)
  if (named === null || tests === null) return null
  const statementId = typeof statement.Sid === 'string' ? statement.Sid : label
  const action = statement.Action
  if (!resource.name.startsWith('layer:')) {
    return {
      command: 'add-permission',
      terraform: 'aws_lambda_permission',
      cdk: 'lambda.CfnPermission',
      parts: { statementId, action, functionName: resource.arn, principal: named, ...tests },
      ofCdk: { action, functionName: resource.arn, principal: named, ...tests },
    }
  }
  const version = LAYER_VERSION.exec(resource.arn)?.groups
  const principal = accountOf(named)
  if (version === undefined || principal === null || Object.keys(tests).length > 0) return null
  return {
    command: 'add-layer-version-permission',
    terraform: 'aws_lambda_layer_version_permission',
    cdk: 'lambda.CfnLayerVersionPermission',
    parts: { ...version, statementId, action, principal },
    ofCdk: { action, layerVersionArn: resource.arn, principal },
  }
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The permission as an AWS CLI command. */
export const permissionCommand = (facts: FormFacts): ShellCommand | null => {
  const permission = permissionOf(facts)
  if (permission === null) return null
  const options = Object.entries(permission.parts).flatMap(([name, value]) => [`--${kebab(name)}`, value])
  const region = functionOf(facts)?.region ?? ''
  const inRegion = facts.regionFlag.length > 0 || region === '' ? facts.regionFlag : ['--region', region]
  return literal(['aws', 'lambda', permission.command, ...options, ...inRegion])
}

/** The permission as a Terraform resource. */
export const permissionBlock = (facts: FormFacts): Block | null => {
  const permission = permissionOf(facts)
  if (permission === null) return null
  const fields = Object.fromEntries(Object.entries(permission.parts).map(([name, value]) => [snake(name), value]))
  return { type: permission.terraform, fields, policy: null }
}

/** The permission as a CDK construct, which names its statement by itself. */
export const permissionConstruct = (facts: FormFacts): CodeForm | null => {
  const permission = permissionOf(facts)
  return permission && { kind: 'construct', type: permission.cdk, fields: permission.ofCdk, policy: null }
}
