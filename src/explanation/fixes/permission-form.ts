import { isFields } from '../../text/fields'
import type { ShellCommand } from '../../text/shell-quote'
import { literal } from '../steps/script'
import type { Block, CodeForm } from './code-forms'
import type { FormFacts } from './form-facts'

/** One statement of a Lambda function's policy, which Lambda takes by its parts only. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
interface Permission {
  readonly statementId: string
  readonly action: string
  readonly functionName: string
  readonly principal: string
  readonly sourceArn?: string
  readonly sourceAccount?: string
}

/** Tests that a permission can carry, each under its operator and key. */
const TESTS = [
  ['ArnLike', 'aws:SourceArn', 'sourceArn'],
  ['StringEquals', 'aws:SourceAccount', 'sourceAccount'],
] as const

const principalOf = (principal: unknown): string | null => {
  if (principal === '*') return '*'
  const [named, ...more] = isFields(principal) ? Object.values(principal) : []
  return typeof named === 'string' && more.length === 0 ? named : null
}

const testsOf = (condition: unknown): Pick<Permission, 'sourceArn' | 'sourceAccount'> | null => {
  if (condition === undefined) return {}
  if (!isFields(condition)) return null
  const found = TESTS.flatMap(([operator, key, field]) => {
    const tests = condition[operator]
    const value = isFields(tests) ? tests[key] : undefined
    return typeof value === 'string' ? [[field, value] as const] : []
  })
  const count = Object.values(condition).flatMap((tests) => (isFields(tests) ? Object.keys(tests) : [tests])).length
  return count === found.length ? Object.fromEntries(found) : null
}

const permissionOf = ({ fix, resource, label }: FormFacts): Permission | null => {
  const { statement } = fix
  if (resource?.service !== 'lambda' || statement === null || typeof statement.Action !== 'string') return null
  const principal = principalOf(statement.Principal)
  const tests = testsOf(statement.Condition)
  if (principal === null || tests === null) return null
  const statementId = typeof statement.Sid === 'string' ? statement.Sid : label
  return { statementId, action: statement.Action, functionName: resource.arn, principal, ...tests }
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The permission as an AWS CLI command. */
export const permissionCommand = (facts: FormFacts): ShellCommand | null => {
  const permission = permissionOf(facts)
  const options = Object.entries(permission ?? {}).flatMap(([name, value]) => [`--${kebab(name)}`, String(value)])
  return permission && literal(['aws', 'lambda', 'add-permission', ...options, ...facts.regionFlag])
}

/** The permission as a Terraform resource. */
export const permissionBlock = (facts: FormFacts): Block | null => {
  const permission = permissionOf(facts)
  if (permission === null) return null
  const fields = Object.fromEntries(Object.entries(permission).map(([name, value]) => [snake(name), String(value)]))
  return { type: 'aws_lambda_permission', fields, policy: null }
}

/** The permission as a CDK construct, which names its statement by itself. */
export const permissionConstruct = (facts: FormFacts): CodeForm | null => {
  const permission = permissionOf(facts)
  if (permission === null) return null
  const { statementId: _own, ...fields } = permission
  return { kind: 'construct', type: 'lambda.CfnPermission', fields, policy: null }
}
