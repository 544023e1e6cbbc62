import { arnsOfKind, rolesOfAnyAccount } from '../iam/arn-in-text'
import { wordsOfCommand } from '../text/command-text'
import { signInText } from '../text/sign-in-text'
import { nameOfAction, serviceOfAction } from '../iam/action'
import { limiterOf } from '../facts/service-sessions'
import type { AccessCase } from '../case/access-case'
import { keyOfAws } from '../case/key-of-aws'
import type { Denial } from '../denial/denial'
import type { ContextEntry } from '../evaluation/evaluation'
import { markOfLeftOut } from '../case/holes'
import { onlyOne } from '../text/only-one'
import { lastInPath, parseArn, bucketOfArn } from '../iam/arn'
import { arnBehind } from '../iam/principal'
import { serviceOfOperation } from '../iam/operations'
import { policyTypeOf } from '../iam/trust-actions'
import { REGION_NAME, regionsIn } from '../iam/regions-in-text'
import { parsePolicy } from '../policy/parse-policy'
import type { Clue, Facts, GivenPolicy, Observation } from './knowledge'
import { grantIn } from './lake-grant'
import { linkedServiceBehind, linkedServiceIn } from './linked-service'
import { isPoint, partsOfArn, thingsNamedIn } from './named-things'
import { MAX_TEXT, readCall } from './read-call'
import { CASE_LAYERS, LAYERS } from '../iam/layers'
import { policiesOfLayer } from '../case/layer-policies'

const orNull = (text: string | null | undefined): string | null => (text === '' || text === undefined ? null : text)

/** Where AWS names an action, the service is that of the action, which need not be that of the call. */
const operationOf = ({ operation, service, action, inferred }: Denial): string | null => {
  if (operation === null) return null
  const isOwn = action !== null && nameOfAction(action).toLowerCase() === operation.toLowerCase()
  const of =
    serviceOfOperation(operation) ??
    (action === null ? (service ?? inferred.service) : isOwn ? serviceOfAction(action) : null)
  return `${of ?? ''}:${operation}`.toLowerCase()
}

/** Gathers what is seen of a denial: from AWS's text, from the case, and from the paste itself. */
export function observe(accessCase: AccessCase, denial: Denial | null, context: readonly ContextEntry[]): Observation {
  const { request, policies } = accessCase
  const action = orNull(request.action) ?? denial?.action ?? denial?.inferred.action ?? null
  const text = (accessCase.error ?? '').slice(0, MAX_TEXT)
  return {
    denial,
    action,
    isActionNamed: denial === null ? orNull(request.action) !== null : denial.action !== null,
    operation: denial && operationOf(denial),
    resource: orNull(request.resource) ?? denial?.resource ?? denial?.inferred.resource ?? null,
    principal: orNull(request.principal) ?? denial?.principal ?? denial?.inferred.principal ?? null,
    text,
    lowerText: text.toLowerCase(),
    call: readCall(text),
    policies: CASE_LAYERS.flatMap((layer): readonly GivenPolicy[] =>
      policiesOfLayer(policies, layer).map(({ name, document }) => ({
        layer: policyTypeOf(layer, action),
        name,
        policy: parsePolicy(document, layer, markOfLeftOut),
      })),
    ),
    givenLayers: new Set(
      CASE_LAYERS.flatMap((layer) => {
        const { key } = LAYERS[layer]
        const isGiven = policies[key] !== undefined || policies.noneAttached?.includes(key) === true
        return isGiven ? [policyTypeOf(layer, action)] : []
      }),
    ),
    keyOfAws: keyOfAws(accessCase),
    context: new Map(context.map(({ key, values }) => [key.toLowerCase(), values ?? []])),
  }
}

/** Those of some texts, in lower case, that the paste holds: as they are written there. */
export const textsIn = ({ text, lowerText }: Observation, wanted: readonly string[]): readonly Clue[] =>
  wanted.flatMap((one): readonly Clue[] => {
    const at = signInText(lowerText, one)
    return at < 0 ? [] : [{ kind: 'text', text: text.slice(at, at + one.length) }]
  })

/** The line in which a denial stands, and what it says next. */
const lineOf = (text: string, [start, end]: Denial['span']): string =>
  text.slice(start, end) + (text.slice(end, end + 200).split('\n', 1)[0] ?? '')

type Arn = NonNullable<ReturnType<typeof parseArn>>

const IS_BUCKET = /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/

/** The bucket that all policies given here speak of: what they name is what people mean to reach. */
export const onlyBucket = (policies: readonly GivenPolicy[]): string | null => {
  const named = policies.flatMap(({ policy }) =>
    policy.statements.flatMap(({ resource }) => resource?.values.map(({ text }) => bucketOfArn(text) ?? '') ?? []),
  )
  return onlyOne(named.filter((name) => IS_BUCKET.test(name))) ?? null
}

/** The partition that all policies given here speak of. */
const onlyPartition = (policies: readonly GivenPolicy[]): string | undefined =>
  onlyOne(
    policies.flatMap(({ policy }) =>
      policy.statements.flatMap(
        ({ resource }) =>
          resource?.values
            .flatMap(({ text }) => parseArn(text)?.partition ?? [])
            .filter((one) => one.startsWith('aws')) ?? [],
      ),
    ),
  )

/** The KMS key that all policies given here speak of. */
const onlyKey = (policies: readonly GivenPolicy[]): string | undefined =>
  onlyOne(
    policies.flatMap(({ policy }) =>
      policy.statements.flatMap(
        ({ resource }) => resource?.values.flatMap(({ text }) => arnsOfKind(text, 'keyOrAlias')[0] ?? []) ?? [],
      ),
    ),
  )

const roleOf = (arn: Arn | null): string | undefined => {
  if (arn?.service === 'sts') return /^assumed-role\/([^/]+)\//.exec(arn.resource)?.[1]
  return arn?.service === 'iam' && arn.resource.startsWith('role/') ? lastInPath(arn.resource) : undefined
}

/** The roles that a denial speaks of: the one that was to be assumed, and the one that asked; else the only one that the text names. */
function rolesIn(
  { text, denial }: Observation,
  resource: Arn | null,
  caller: Arn | null,
): Readonly<Record<string, string | undefined>> {
  const named = onlyOne(rolesOfAnyAccount(text).map(lastInPath)) ?? denial?.named?.['roleName']
  return { assumedRole: roleOf(resource) ?? named, givenRole: roleOf(caller) ?? named }
}

const FACTS = new WeakMap<Observation, Facts>()

/** What the gaps of sentences and templates can be filled with: found once for all rows that ask. */
export function factsOf(seen: Observation): Facts {
  let facts = FACTS.get(seen)
  if (facts === undefined) FACTS.set(seen, (facts = findFacts(seen)))
  return facts
}

/** The bucket that the call copies from, where the call in the text names it. */
function sourceBucketOf(denial: Observation['denial']): string | null {
  const source = denial?.call?.parameters['copySource']
  return typeof source === 'string' ? (/^\/?([a-z\d][a-z\d.-]{1,61}[a-z\d])\//.exec(source)?.[1] ?? null) : null
}

/** The Region in the name of a bootstrap role of the CDK. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const ROLE_OF_BOOTSTRAP = new RegExp(String.raw`\bcdk-[a-z\d]{1,10}-[a-z-]{4,20}-role-\d{12}-(${REGION_NAME})`, 'g')

/** It says where the CDK deploys to, and words beside it may say where the same works. */
const bootstrappedRegions = (text: string): readonly string[] =>
  [...text.matchAll(ROLE_OF_BOOTSTRAP)].map(([, region = '']) => region)

function findFacts(seen: Observation): Facts {
  const { denial, action, operation, resource, principal, text, policies } = seen
  const arn = resource === null ? null : parseArn(resource)
  const caller = principal === null ? null : parseArn(principal)
  // A Region that a text names alone is that of all that it speaks of.
  const region = arn?.region || onlyOne(bootstrappedRegions(text)) || onlyOne(regionsIn(text))
  const parts = arn === null ? {} : partsOfArn(arn)
  const keyId = arn?.service === 'kms' ? resource : arnsOfKind(text, 'keyOrAlias')[0]
  const named = thingsNamedIn(text)
  const { namespace } = named
  const facts: Record<string, string | null | undefined> = {
    action,
    operation,
    operationName: denial?.operation,
    actionName: nameOfAction(action ?? ''),
    resource,
    principal,
    service: serviceOfAction(action ?? ''),
    partition: arn?.partition || caller?.partition || onlyPartition(policies),
    account: arn?.account || caller?.account,
    region,
    name: arn?.resource.split(/[/:]/).at(-1)?.replace(/^\*$/, ''),
    bucket: arn === null || isPoint(arn) ? onlyBucket(policies) : null,
    ...parts,
    sourceBucket: sourceBucketOf(denial),
    limiter: limiterOf(principal ?? '', text),
    role: caller?.resource.split('/')[1],
    ...rolesIn(seen, arn, caller),
    principalArn: principal && arnBehind(principal),
    linkedService:
      denial === null
        ? undefined
        : (linkedServiceIn(lineOf(text, denial.span)) ?? linkedServiceBehind(operation ?? '')),
    ...grantIn(text, named),
    // EKS takes the one namespace that the sentence names.
    accessScope: namespace === undefined ? 'type=cluster' : `type=namespace,namespaces=${namespace}`,
    keyId,
    kafkaCluster: onlyOne(arnsOfKind(text, 'cluster')),
    givenKey: keyId ?? onlyKey(policies),
  }
  const known = Object.entries(facts).filter((entry): entry is [string, string] => Boolean(entry[1]))
  // What the ARN of the request leaves out is not that of another.
  const things = Object.entries(named).filter(([name]) => !Object.hasOwn(parts, name))
  return { ...Object.fromEntries(things), ...denial?.named, ...Object.fromEntries(known) }
}

const GAP = /\{([a-z]{1,30})\}/gi

/** Fills the gaps of a template; those without a value stay as they are. */
export const fill = (template: string, facts: Facts): string =>
  template.replace(GAP, (gap, name: string) => (Object.hasOwn(facts, name) ? facts[name]! : gap))

/** The words of a row's command, where it has one, with their gaps filled: a value is never more than a part of one word. */
export const filledWords = (command: string | null | undefined, facts: Facts): readonly string[] | null =>
  command ? wordsOfCommand(command).map((word) => fill(word, facts)) : null

/** Values for one gap: the first three, and an ellipsis where there are more. */
export const someValues = (values: readonly string[]): string =>
  [...values.slice(0, 3), ...(values.length > 3 ? ['…'] : [])].join(', ')

/** Does a text hold gaps that nothing fills? */
export const hasGaps = (text: string): boolean => text.search(GAP) >= 0
