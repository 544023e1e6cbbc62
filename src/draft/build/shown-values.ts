import { serviceOfAction } from '../../iam/action'
import { isAccountId, parseArn, splitArn, type Arn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import { findHoles, hasHole } from '../../iam/find-holes'
import { onlyOne } from '../../text/only-one'

/** What the error shows of the request; empty where it does not. */
export interface ShownRequest {
  readonly principal: string
  readonly action: string
  readonly resource: string
}

/** Words in the name of a reference that tell the service of what it refers to. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['s3', /bucket/i],
  ['dynamodb', /table/i],
  ['sqs', /queue/i],
  ['sns', /topic/i],
  ['kms', /(?:^|[^a-z])key|kms/i],
  ['secretsmanager', /secret/i],
  ['lambda', /lambda|function/i],
  ['kinesis', /stream/i],
  ['ecr', /repositor|ecr/i],
  ['logs', /log_?group/i],
  ['ssm', /parameter/i],
  ['states', /state_?machine|sfn/i],
  ['iam', /role|iam_user/i],
]

/** Does the name of a reference say that it is of another service? */
function isOfAnother(hole: string, service: string): boolean {
  const said = KINDS.filter(([, word]) => word.test(hole)).map(([of]) => of)
  return said.length > 0 && !said.includes(service)
}

/** The ARN that the templates' attribute "Arn" gives of what a request is about: of an object its bucket's. */
function attributeOf(arn: Arn, text: string): string {
  const head = text.slice(0, text.length - arn.resource.length)
  const cut = { s3: /^[^/]+/, dynamodb: /^table\/[^/]+/, logs: /^log-group:[^:]+/ }[arn.service]
  return head + (cut?.exec(arn.resource)?.[0] ?? arn.resource)
}

/** The user, or the role of a session, as a policy names it. */
function callerArn(principal: string): string | null {
  const caller = parsePrincipal(principal)
  if (caller === null || caller.account === null || caller.partition === null) return null
  if (caller.kind === 'user') return principal
  const isRole = caller.kind === 'role' || caller.kind === 'roleSession'
  return isRole ? `arn:${caller.partition}:iam::${caller.account}:role/${caller.name}` : null
}

/** Stand for the hole that is asked about, and for any other, whose own name may hold colons. */
const HOLE = '\ue000'
const OTHER = '\ue001'

/** A text with marks in place of its holes. */
function marked(text: string, hole: string): string {
  const others = findHoles(text, 'policy').filter((other) => other !== hole)
  return others.reduce((rest, other) => rest.replaceAll(other, OTHER), text.replaceAll(hole, HOLE))
}

/** Where a text is one hole with something around it: what stands before it and after. */
function around(text: string): readonly [string, string] | null {
  const [before, after, ...more] = text.split(HOLE)
  return before === undefined || after === undefined || more.length > 0 ? null : [before, after]
}

const WILD = /[*?\ue001]/

/** What a hole in the last part of an ARN stands for, where the request's resource is written to the same pattern. */
function nameIn(written: string, asked: string): string | null {
  const [before, after] = around(written) ?? []
  if (before === undefined || after === undefined || WILD.test(before) || !asked.startsWith(before)) return null
  const [piece = ''] = /^[^/:]+/.exec(asked.slice(before.length)) ?? []
  const [end = ''] = /^[^/:]*/.exec(after) ?? []
  if (WILD.test(end) || !piece.endsWith(end)) return null
  return piece.slice(0, piece.length - end.length)
}

const only = (values: readonly string[]): string | null => onlyOne(values.filter((value) => value !== '')) ?? null

/** What a hole in a Resource stands for, as far as the request shows it. */
function inResource(value: string, hole: string, request: ShownRequest): string | null {
  const asked = parseArn(request.resource)
  if (asked === null || isOfAnother(hole, asked.service)) return null
  const text = marked(value, hole)
  const whole = around(text)
  if (whole?.[0] === '') return /^(?:$|[/:])/.test(whole[1]) ? attributeOf(asked, request.resource) : null
  const parts = text.startsWith('arn:') ? splitArn(text) : null
  if (parts?.[2] !== asked.service) return null
  return parts[5].includes(HOLE) ? nameIn(parts[5], asked.resource) : null
}

/** What a hole that is a whole field of an ARN stands for: the one account, Region or partition of the request. */
function inField(value: string, hole: string, { principal, resource }: ShownRequest): string | null {
  const text = marked(value, hole)
  const [, partition, , region, account] = (text.startsWith('arn:') ? splitArn(text) : null) ?? []
  const arns = [parseArn(principal), parseArn(resource)].filter((arn) => arn !== null)
  if (partition === HOLE) return only(arns.map((arn) => arn.partition))
  if (region === HOLE) return only(arns.map((arn) => arn.region))
  return account === HOLE ? only(arns.map((arn) => arn.account).filter(isAccountId)) : null
}

/** Does a statement speak of the service of an action? */
const speaksOf = ({ action }: Statement, asked: string): boolean =>
  action.values.some(({ text }) => text === '*' || serviceOfAction(text) === serviceOfAction(asked))

/** What a place of a hole says that it stands for; of a field of an ARN several holes may be the same. */
interface Shown {
  readonly value: string
  readonly isField: boolean
}

const shownBy = (field: string | null, rest: () => string | null): readonly Shown[] => {
  const value = field ?? rest()
  return value === null ? [] : [{ value, isField: field !== null }]
}

/** What each place of a hole in one statement says. */
function inStatement(statement: Statement, hole: string, request: ShownRequest): readonly Shown[] {
  const holding = (values: readonly { readonly text: string }[] = []): readonly string[] =>
    values.map(({ text }) => text).filter((text) => text.includes(hole))
  const isAsked = speaksOf(statement, request.action)
  return [
    ...holding(statement.resource?.values).flatMap((text) =>
      shownBy(inField(text, hole, request), () => (isAsked ? inResource(text, hole, request) : null)),
    ),
    ...holding(statement.principal?.values).flatMap((text) =>
      shownBy(inField(text, hole, request), () => (text === hole ? callerArn(request.principal) : null)),
    ),
  ]
}

/** The request as far as it is written; without its resource where `others` are about another one of the same service. */
function shownOf(request: ShownRequest, others: readonly string[]): ShownRequest {
  const asked = parseArn(request.resource)
  const isOne =
    asked !== null &&
    others.every((text) => {
      const arn = parseArn(text)
      return arn?.service !== asked.service || attributeOf(arn, text) === attributeOf(asked, request.resource)
    })
  return {
    ...request,
    principal: hasHole(request.principal) ? '' : request.principal,
    resource: isOne && !hasHole(request.resource) ? request.resource : '',
  }
}

/**
 * What the error shows that references in policies stand for, by the reference as it is written: the bucket's ARN, where
 * the error is about one bucket and one reference can be it. Nothing where two could be meant. Each is for the user to
 * assume. `others`: the resources of all denials of the paste.
 */
export function shownValues(
  holes: readonly string[],
  policies: readonly string[],
  request: ShownRequest,
  others: readonly string[],
): ReadonlyMap<string, string> {
  const shown = shownOf(request, others)
  const statements = policies
    .filter((text) => holes.some((hole) => text.includes(hole)))
    .flatMap((text) => parsePolicy(text).statements)
  const found = holes.flatMap((hole) => {
    const places = statements.flatMap((statement) => inStatement(statement, hole, shown))
    const value = only(places.map((place) => place.value))
    return value === null ? [] : [{ hole, value, isField: places.every(({ isField }) => isField) }]
  })
  const isRivalled = ({ hole, value }: (typeof found)[number]): boolean =>
    found.some((other) => other.hole !== hole && other.value === value)
  return new Map(found.filter((one) => one.isField || !isRivalled(one)).map(({ hole, value }) => [hole, value]))
}
