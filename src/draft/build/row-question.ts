import { KEY_PREFIX } from '../../facts/key-prefix'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import type { Denial } from '../../denial/denial'
import { SITUATIONS } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import { besidePolicies } from './beside-policies'
import { ofToldKind } from './target-kind'
import { serviceOfAction } from '../../iam/action'
import { ANY_PART } from '../../iam/any-part'
import { caseLayerOf, type CaseLayer } from '../../iam/layers'
import { resourceShapes } from '../../iam/resource-shapes'
import { matchWildcard } from '../../iam/wildcard'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'
import { namesAction, namedTexts } from '../../policy/statement-names'
import { accountOfArn, bucketOfArn, firstInPath, isAccountId, keyOfObject, parseArn } from '../../iam/arn'
import { arnsOfKind } from '../../iam/arn-in-text'

/** The request that the words of a service speak of, as far as its row and the policy given for its layer tell. */
export interface RowQuestion {
  readonly principal: string | null
  readonly action: string
  readonly resource: string | null
}

/** A row that says which layer has to allow what, or whom. */
export type DecidingRow = SituationShape & { readonly layer: CaseLayer }

/** The row of an error that names no action itself, where the row says which layer has to allow what, or whom. */
export function decidingRow(denial: Denial | null): DecidingRow | null {
  if (denial?.situation === undefined || denial.kind === 'not-authorization') return null
  const row: SituationShape = SITUATIONS[denial.situation]
  if (denial.action !== null || (denial.inferred.action !== undefined && !isTriedByHand(row, denial))) return null
  const { decides, actions = [] } = row
  // Of the caller's own call the operation tells more than the words do.
  if (decides === 'none' || decides === 'open' || (row.refused === 'caller' && denial.operation !== null)) return null
  const isTold = actions.length > 0 || (decides === 'resource' && serviceOf(row) !== null)
  return isTold ? { ...row, layer: caseLayerOf(decides) } : null
}

/** Is the call that the text shows people's own, and the words are of a service that was refused? */
const isTriedByHand = (row: SituationShape, { operation, call }: Denial): boolean =>
  row.decides === 'resource' && serviceOf(row) !== null && operation === null && call !== undefined

/** The service that was refused, by its principal; `*` is the Region in it. */
const serviceOf = ({ refused }: SituationShape): string | null =>
  refused?.endsWith('.amazonaws.com') === true ? refused.replace('{region}', '*') : null

const namesService = ({ effect, principal }: Statement, service: string): boolean =>
  effect === 'Allow' &&
  principal !== null &&
  !principal.not &&
  principal.values.some(({ text }) => matchWildcard(service, text))

/** The actions that a row speaks of, as far as a policy of its layer does; of a row that names none, those that the policy lets its service do. */
export function actionsOfRow(row: DecidingRow, statements: readonly Statement[], text = ''): readonly string[] {
  const actions = ofToldKind(
    (row.actions ?? []).map((action) => action.replaceAll('*', '')),
    text,
  )
  if (row.decides !== 'resource') return actions
  const spoken = actions.filter((action) => statements.some((one) => speaksOfService(one, serviceOfAction(action))))
  const service = serviceOf(row)
  // The policy of a key is beside that of what it encrypts: where it says nothing of the service, the text tells the call.
  const isOfKeyAlone = statements.every((one) => speaksOfService(one, 'kms'))
  const isUnnamed = service !== null && !statements.some((one) => namesService(one, service))
  if (spoken.length === 0 && isOfOneKind(actions) && isOfKeyAlone && isUnnamed) return actions
  if (spoken.length > 0 || service === null) return spoken
  return statements
    .filter((one) => namesService(one, service) && !one.action.not)
    .flatMap(({ action }) => action.values.map(({ text }) => text.replaceAll('*', '')))
    .filter((action) => /^[a-z\d-]+:\w+$/i.test(action))
}

const isOfOneKind = (actions: readonly string[]): boolean => new Set(actions.map(serviceOfAction)).size === 1

const speaksOfService = ({ action: { values, not } }: Statement, service: string): boolean =>
  not || values.some(({ text }) => text === '*' || serviceOfAction(text) === service)

/** Is the action asked of something below what the ARN names first, as of an object in a bucket? */
const isOfPart = (action: string): boolean =>
  serviceOfAction(action) === 's3' && (resourceShapes(action.toLowerCase()) ?? []).some((shape) => shape.includes('/'))

/** Is it the ARN of one bucket, and of nothing in it? */
const isWholeBucket = (resource: string): boolean =>
  /^[^/:*]{3,63}$/.test(bucketOfArn(resource) ?? '') && keyOfObject(resource) === null && !resource.endsWith('/')

/** The resource that a text names, as the action asks for it: of a bucket alone, an object that nobody names. */
export const asAskedFor = (resource: string | null, action: string): string | null =>
  resource !== null && isWholeBucket(resource) && isOfPart(action) ? `${resource}/${ANY_PART}` : resource

/** A resource of the kind that the action is asked of, as the statements name it: those on the action first. */
function resourceIn(statements: readonly Statement[], action: string): string | null {
  const own = [...statements.filter((one) => namesAction(one, action)), ...statements]
  const named = own.flatMap(({ resource }) => namedTexts(resource))
  const arns = named.filter((text) => text !== '*').map((text) => text.replaceAll('*', ANY_PART))
  const [first] = arns
  if (first === undefined) return null
  const isPart = isOfPart(action)
  return arns.find((text) => text.includes('/') === isPart) ?? (isPart ? `${first}/${ANY_PART}` : first)
}

/** What the text names, as the action asks for it: of an object, the bucket; else what the policy names. */
function resourceOf(said: string | undefined, statements: readonly Statement[], action: string): string | null {
  if (said === undefined) return resourceIn(statements, action)
  if (serviceOfAction(action) !== 's3' || !said.startsWith('arn:aws:s3:::')) return said
  const bucket = firstInPath(said)
  if (!isOfPart(action)) return bucket
  if (said !== bucket) return said
  const within = resourceIn(statements, action)
  return within?.startsWith(`${bucket}/`) === true ? within : `${bucket}/${ANY_PART}`
}

/** So much of a text is looked through for it. */
const MOST_TEXT = 50_000

/** Ids of organizations, as texts name them. */
const ORGANIZATION = /(?<![\w-])o-[a-z\d]{10,32}(?![\w-])/g

/** What the gaps in a row's keys stand for, as far as the text tells. */
const IN_KEYS: Readonly<Record<string, (text: string, row: SituationShape) => string>> = {
  // A service writes below the account of what it writes for.
  account: (text, { refused = '' }) => {
    const service = refused.split('.').at(-3) ?? ''
    const accounts = arnsOfKind(text, 'thing')
      .filter((arn) => parseArn(arn)?.service === service)
      .map(accountOfArn)
    const account = onlyOne(accounts)
    return account !== undefined && isAccountId(account) ? account : '<account>'
  },
  organizationId: (text) => {
    const id = onlyOne([...text.matchAll(ORGANIZATION)].map(([one]) => one))
    return id ?? 'o-<id>'
  },
}

/** How a text says that the service writes under no prefix. */
const NO_PREFIX = /\bs3 key prefix is 'null'/

/** The prefix under which a service writes, by the words or the call: empty where it is none, undefined where nothing tells. */
function prefixIn({ call, named }: Denial, text: string): string | undefined {
  const told = named?.['keyPrefix'] ?? onlyOne([...text.matchAll(KEY_PREFIX)].map(([, one = '']) => one))
  // A call that changes something leaves the prefix that is there as it is.
  const makes = call?.isWhole === true && /^(?:Create|Put)[A-Z]/.test(call.operation)
  const isWithout = NO_PREFIX.test(text) || (makes && !/prefix/i.test(text))
  return told ?? (isWithout ? '' : undefined)
}

/** An object where the service writes, as far as its words or the call in the text tell the prefix and the organization. */
export function belowPrefix(denial: Denial | null, resource: string | null, paste: string): string | null {
  if (denial?.situation === undefined) return resource
  const row: SituationShape = SITUATIONS[denial.situation]
  const { keys = '' } = row
  const [bucket, ...key] = (resource ?? '').split('/')
  const isUnnamed = key.length === 1 && (key[0] === ANY_PART || key[0] === '...')
  if (!isUnnamed || !keys.startsWith('{keyPrefix}')) return resource
  const text = paste.slice(0, MOST_TEXT)
  const prefix = prefixIn(denial, text)
  if (prefix === undefined) return resource
  const [kind = '', gap = ''] = keys.slice('{keyPrefix}'.length).split(/[{}]/)
  const part = own(IN_KEYS, gap)?.(text, row)
  return `${bucket}/${prefix === '' ? '' : `${prefix}/`}${kind}${part === undefined ? '' : `${part}/`}${ANY_PART}`
}

/**
 * What was refused, where a service says so in words of its own and the policy of the layer that decides is given: the
 * first action of the row that the policy does not allow, else the first that it allows under conditions alone, else the
 * first that it speaks of.
 */
export function rowQuestion(draft: Draft, denial: Denial | null): RowQuestion | null {
  const row = decidingRow(denial)
  if (row === null || draft.layers[row.layer].state !== 'given') return null
  const statements = draftPoliciesOf(draft.layers, row.layer).flatMap(
    ({ text }) => parsePolicy(text, row.layer).statements,
  )
  const actions = actionsOfRow(row, statements, besidePolicies(draft.paste))
  const allows = statements.filter(({ effect }) => effect === 'Allow')
  const plain = allows.filter(({ conditions }) => conditions.length === 0)
  const notIn = (named: readonly Statement[]) =>
    actions.find((one) => !named.some((statement) => namesAction(statement, one)))
  const action = notIn(allows) ?? notIn(plain) ?? actions[0]
  const tried = denial?.inferred.action ?? action
  // What people tried by hand tells of the service only where that does the same.
  if (action === undefined || tried?.toLowerCase() !== action.toLowerCase()) return null
  return {
    principal: denial?.inferred.principal ?? serviceOf(row),
    action,
    resource:
      row.decides === 'resource'
        ? belowPrefix(denial, resourceOf(denial?.inferred.resource, statements, action), draft.paste)
        : null,
  }
}
