import { isHole } from '../../iam/find-holes'
import { globalRegionOf } from '../../iam/partitions'
import type { ContextEntry } from '../../evaluation/evaluation'
import { isAccountId, parseArn } from '../../iam/arn'
import { parsePrincipal, type RequestPrincipal } from '../../iam/principal'
import type { JudgedCase } from '../judged-case'
import type { NamedResource } from './resource-commands'

/** The names that commands are filled with. */
export interface StepFacts {
  readonly judged: JudgedCase
  readonly caller: RequestPrincipal | null
  /** The IAM user or role behind the caller, where it has one. */
  readonly entity: { readonly kind: 'user' | 'role'; readonly name: string; readonly arn: string } | null
  readonly resource: NamedResource | null
  readonly region: string | null
  /** `--region` for services that live in regions. */
  readonly regionFlag: readonly string[]
  /** `--region` for IAM and other global services outside the partition of the standard regions. */
  readonly globalFlag: readonly string[]
}

const REGION_NAME = /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d$/

const flag = (region: string | null): readonly string[] => (region === null ? [] : ['--region', region])

/** The values of a context key, where they are known. */
export const contextValue = (context: readonly ContextEntry[], key: string): string | null =>
  context.find((entry) => entry.key.toLowerCase() === key.toLowerCase())?.values?.[0] ?? null

/** Names that a user or role can have. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const NAME = /^[\w+=,.@-]+$/

/** A name for a command: a blank to fill in where it is masked. */
const nameOrBlank = (name: string, what: string): string =>
  NAME.test(name) && !isHole(name) ? name : `<name of the ${what}>`

/** An account for a command: a blank to fill in where it is masked. */
export const accountOrBlank = (account: string): string =>
  account === '' || isAccountId(account) ? account : '<account id>'

const entityOf = (caller: RequestPrincipal | null, context: readonly ContextEntry[]): StepFacts['entity'] => {
  if (caller?.kind === 'user') return { kind: 'user', name: nameOrBlank(caller.name, 'user'), arn: caller.text }
  if (caller?.kind !== 'role' && caller?.kind !== 'roleSession') return null
  const plain = `arn:${caller.partition ?? 'aws'}:iam::${caller.account ?? ''}:role/${caller.name}`
  return {
    kind: 'role',
    name: nameOrBlank(caller.name, 'role'),
    arn: contextValue(context, 'aws:PrincipalArn') ?? plain,
  }
}

/** The caller, also where its account is masked. */
const callerOf = (text: string): RequestPrincipal | null => parsePrincipal(text) ?? parsePrincipal(text, () => true)

/** Reads the names that commands need from what is asked. */
export const stepFacts = (judged: JudgedCase): StepFacts => {
  const { request } = judged.accessCase
  const { context } = judged.evaluation
  const caller = callerOf(request.principal)
  const arn = parseArn(request.resource)
  const asked = arn?.region || contextValue(context, 'aws:RequestedRegion')
  const region = asked && REGION_NAME.test(asked) ? asked : null
  const partition = caller?.partition ?? arn?.partition ?? 'aws'
  const globalRegion = globalRegionOf(partition)
  const account = accountOrBlank(arn?.account || request.resourceAccount || caller?.account || '')
  return {
    judged,
    caller,
    entity: entityOf(caller, context),
    resource: arn && { arn: request.resource, service: arn.service, region: arn.region, account, name: arn.resource },
    region,
    regionFlag: flag(region ?? globalRegion),
    globalFlag: flag(globalRegion),
  }
}
