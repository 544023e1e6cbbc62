import { contextOf } from './cloudtrail-context'
import type { Context, DetailedStatement } from './detail'
import type { MatchedStatement } from './denial'
import { enclosingObjects, itemsUnder, readRecord, textUnder, under, type RecordNode } from './record-tree'
import { pieceOf, type Fragment, type FragmentName } from './denial-sentence'
import { splitArn, parseRoleArn, parseArn } from '../iam/arn'
import { canGrant, hasLevels, LAYERS, type Layer } from '../iam/layers'
import { layerOfPolicyType } from '../iam/policy-types'
import { policyTypeOf } from '../iam/trust-actions'

/** What a record says of all its evaluations; of a paged one each page may have a part of it. */
interface RecordParts {
  readonly policies: readonly RecordNode[]
  readonly context: Context
}

function matchedOf(evaluation: RecordNode): MatchedStatement[] {
  return itemsUnder(evaluation, 'matchedPolicies').flatMap((policy) =>
    itemsUnder(policy, 'matchedStatements').map((statement): MatchedStatement => ({
      sid: textUnder(statement, 'sid'),
      effect: /DENY/i.test(textUnder(statement, 'evaluatedEffect') ?? textUnder(statement, 'effect') ?? '')
        ? 'Deny'
        : 'Allow',
      policy: textUnder(policy, 'uri'),
    })),
  )
}

const valueOf = (context: Context, lowerKey: string): string | undefined => {
  const value = Object.entries(context).find(([key]) => key.toLowerCase() === lowerKey)?.[1]
  return typeof value === 'string' ? value : value?.[0]
}

/** Who asked: a session's key holds its role's ARN, and its id the session's name. */
function callerOf(context: Context): string | undefined {
  const arn = valueOf(context, 'aws:principalarn')
  const { partition, account } = parseArn(arn ?? '') ?? {}
  const role = parseRoleArn(arn ?? '')?.name
  const session = /^AROA[A-Z0-9]{4,124}:([\w+=,.@-]{2,64})$/.exec(valueOf(context, 'aws:userid') ?? '')?.[1]
  return role === undefined || session === undefined
    ? arn
    : `arn:${partition}:sts::${account}:assumed-role/${role}/${session}`
}

/** The layer of a policy of the record. */
function recordedLayer(policy: RecordNode | undefined, action: string): Layer | null {
  const layer = layerOfPolicyType(textUnder(policy ?? null, 'type'))
  return layer && policyTypeOf(layer, action)
}

/** What AWS attaches by itself allows everything, listed as matching or not. */
const ALLOWS_ALL = /(?:\/p-FullAWSAccess|\/p-RCPFullAWSAccess|:policy\/AdministratorAccess)$/

/** The order in which denials are reported. */
const ORDER = Object.keys(LAYERS)

/** Where a policy of SCPs or RCPs is attached: each place has to allow by itself. */
const placesOf = (policy: RecordNode, layer: Layer): readonly string[] => {
  const places = hasLevels(layer) ? itemsUnder(policy, 'attachedTo').map((one) => textUnder(one, 'arn') ?? '') : []
  return places.length > 0 ? places : ['']
}

/**
 * The layers of which a policy was judged and none allowed, in the order of reporting. In one account what identity-based
 * policies allow needs no resource-based policy, and the other way round.
 */
function lackingLayers(
  policies: readonly RecordNode[],
  matched: readonly MatchedStatement[],
  action: string,
  isCrossAccount: boolean,
): readonly Layer[] {
  const allowing = new Set(matched.filter(({ effect }) => effect === 'Allow').map(({ policy }) => policy))
  const places = new Map<Layer, Map<string, boolean>>()
  for (const policy of policies) {
    const layer = recordedLayer(policy, action)
    if (layer === null) continue
    const uri = textUnder(policy, 'uri') ?? ''
    const allows = allowing.has(uri) || ALLOWS_ALL.test(uri)
    const of = places.get(layer) ?? new Map<string, boolean>()
    for (const place of placesOf(policy, layer)) of.set(place, allows || of.get(place) === true)
    places.set(layer, of)
  }
  const allowsAll = ([, of]: readonly [Layer, ReadonlyMap<string, boolean>]) => [...of.values()].every(Boolean)
  const isGranted = !isCrossAccount && [...places].some((one) => canGrant(one[0]) && allowsAll(one))
  const lacking = [...places]
    .filter((one) => !allowsAll(one) && !(isGranted && canGrant(one[0])))
    .map(([layer]) => layer)
    .toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  // One of the two is enough in one account: AWS speaks of the caller's policies.
  const isEither = !isCrossAccount && lacking.filter(canGrant).length > 1
  const needed = isEither ? lacking.filter((layer) => !canGrant(layer) || LAYERS[layer].side === 'caller') : lacking
  const without = needed.filter((layer) => !('impliesAllow' in LAYERS[layer]))
  return without.length > 0 ? without : needed
}

function readEvaluation(text: string, evaluation: RecordNode, parts: RecordParts): DetailedStatement | null {
  const effect = textUnder(evaluation, 'evaluatedEffect')
  if (effect !== 'EXPLICIT_DENY' && effect !== 'IMPLICIT_DENY') return null
  const pieces: Partial<Record<FragmentName, Fragment>> = {}
  for (const name of ['action', 'resource'] as const) {
    const node = under(evaluation, name)
    if (node?.kind === 'text' && node.value !== '') pieces[name] = pieceOf(text, ...node.range)
  }
  const action = pieces.action?.value ?? ''
  const matched = matchedOf(evaluation)
  const denying = matched.find((statement) => statement.effect === 'Deny')?.policy ?? null
  const info = parts.policies.find((policy) => denying !== null && textUnder(policy, 'uri') === denying)
  const uri = info ? under(info, 'uri') : null
  if (uri?.kind === 'text' && uri.value.startsWith('arn:')) pieces.layerPolicyArn = pieceOf(text, ...uri.range)
  const context = { ...parts.context, ...contextOf(under(evaluation, 'context')) }
  const principal = callerOf(context)
  const caller = valueOf(context, 'aws:principalaccount') ?? splitArn(principal ?? '')?.[4]
  const owner = valueOf(context, 'aws:resourceaccount') ?? splitArn(pieces.resource?.value ?? '')?.[4]
  const isCrossAccount = Boolean(caller) && Boolean(owner) && caller !== owner
  const isImplicit = effect === 'IMPLICIT_DENY'
  const [lacking = null, ...others] = isImplicit ? lackingLayers(parts.policies, matched, action, isCrossAccount) : []
  return {
    statement: {
      row: 'authorization details',
      start: evaluation.range[0],
      end: evaluation.range[1],
      pieces,
      decision: isImplicit ? 'implicit' : 'explicit',
      layer: (isImplicit ? lacking : recordedLayer(info, action)) ?? 'unknown',
    },
    detail: {
      context,
      matchedStatements: matched,
      ...(others.length > 0 ? { lackingBesides: others } : {}),
      inferred: {
        ...(principal === undefined ? {} : { principal }),
        ...(owner && splitArn(pieces.resource?.value ?? '')?.[4] === '' ? { resourceAccount: owner } : {}),
      },
    },
  }
}

/** Do two pages say the same of the request, as far as both speak of it? Those of one record do, whichever stands first. */
const isOfSameRequest = ({ context: one }: RecordParts, { context: other }: RecordParts): boolean =>
  Object.entries(one).every(([key, value]) => {
    const same = valueOf(other, key.toLowerCase())
    return same === undefined || same === (typeof value === 'string' ? value : value[0])
  })

/** What the pages of a record say together; a page that belongs to no other says it alone. */
function recordOf(page: RecordParts, pages: readonly RecordParts[]): RecordParts {
  const own = pages.filter((other) => isOfSameRequest(page, other))
  return {
    policies: own.flatMap(({ policies }) => policies),
    context: Object.assign({}, ...own.map(({ context }) => context), page.context) as Context,
  }
}

/** What GetRequestAuthorizationDetails answered: https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html */
export function findAuthorizationDetails(text: string): DetailedStatement[] {
  if (!text.includes('evaluatedEffect')) return []
  const places = [...text.matchAll(/["']?evaluations["']?\s?:\s?\[/g)].map((match) => match.index)
  const roots = enclosingObjects(text, places).map((range) => readRecord(text, range))
  const pages = roots.map((root): RecordParts => ({
    policies: itemsUnder(root, 'policies'),
    context: contextOf(under(root, 'requestContext')),
  }))
  // A record in pages has a token for the next one on each but its last, in whichever order they are pasted.
  const isPaged = roots.some((root) => textUnder(root, 'nextToken') !== null)
  return roots.flatMap((root, at) => {
    const page = pages[at] as RecordParts
    const parts = isPaged ? recordOf(page, pages) : page
    return itemsUnder(root, 'evaluations').flatMap((evaluation) => readEvaluation(text, evaluation, parts) ?? [])
  })
}
