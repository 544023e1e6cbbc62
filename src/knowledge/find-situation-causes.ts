import { isOfLoadBalancers } from '../facts/load-balancer-accounts'
import type { SituationShape } from '../facts/situations/situation-row'
import { SITUATIONS, type SituationId } from '../facts/situations/situations'
import { serviceOfAction } from '../iam/action'
import { takesNoResource } from '../iam/no-resource-actions'
import type { Layer } from '../iam/layers'
import { type Denial, howDenied } from '../denial/denial'
import type { Facts, RowMatch, NeededStatement, GivenPolicy, Observation } from './knowledge'
import { factsOf, fill, filledWords } from './observe'
import { onlyOne } from '../text/only-one'
import { own } from '../text/own'
import { quoted } from '../text/quoted'
import { accountOfArn, firstInPath, isAccountId, keyOfObject } from '../iam/arn'
import type { Statement } from '../policy/policy'
import { namedTexts } from '../policy/statement-names'

const layerOf = ({ decides }: SituationShape): Layer | 'none' => (decides === 'open' ? 'none' : decides)

const ARN = /\barn:aws[\w-]{0,12}:([a-z\d-]{2,30}):[\w-]{0,25}:\d{0,12}:[\w+=,.@/:-]{0,300}[\w*]/g

/** The service of a thing that the words of a situation name. */
const SERVICE_OF_NAMED: Readonly<Record<string, string>> = {
  bucket: 's3',
  function: 'lambda',
  topic: 'sns',
  queue: 'sqs',
}

/** The actions of a row on the one kind of thing that the text names, and which it is; all of them where it names none or several. */
function meantOf(
  actions: readonly string[],
  text: string,
  names: Denial['named'] = {},
): { actions: readonly string[]; resource?: string } {
  const services = new Set(actions.map(serviceOfAction))
  if (services.size < 2) return { actions }
  const said = onlyOne(Object.keys(names).flatMap((gap) => own(SERVICE_OF_NAMED, gap) ?? []))
  const ofSaid = actions.filter((action) => serviceOfAction(action) === said)
  if (ofSaid.length > 0) return { actions: ofSaid }
  const named = [...text.matchAll(ARN)].slice(0, 20).filter(([, service = '']) => services.has(service))
  const service = onlyOne(named.map(([, one]) => one!))
  if (service === undefined) return { actions }
  const resource = onlyOne(named.map(([arn]) => arn))
  return {
    actions: actions.filter((action) => serviceOfAction(action) === service),
    ...(resource !== undefined && { resource }),
  }
}

/** Actions of S3 that a bucket has, and not its objects. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const OF_BUCKET =
  /^s3:(?:List(?:Bucket|BucketVersions|BucketMultipartUploads)|(?:Get|Put)Bucket\w{2,40}|GetEncryptionConfiguration)$/

/** Does a service work here, as itself or with a role that it was given? It reads and writes many objects, not one. */
const isOfService = (refused = ''): boolean => /amazonaws|-role$/.test(refused)

/** Actions on a resource, and those that take none on `*`: an Allow that names one doesn't cover these. */
function apart(actions: readonly string[], resource: string): readonly (readonly [readonly string[], string])[] {
  const parts: readonly (readonly [readonly string[], string])[] = [
    [actions.filter((action) => !takesNoResource(action)), resource],
    [actions.filter(takesNoResource), '*'],
  ]
  return parts.filter(([some]) => some.length > 0)
}

const PREFIX_GAP = '{keyPrefix}'

/** Is it a service, or an account of AWS as which one works? */
const isOfAws = (name: string): boolean =>
  name.endsWith('.amazonaws.com') || isOfLoadBalancers(isAccountId(name) ? name : accountOfArn(name))

/** Does a statement let in services, and not the one that was refused? What lets that one in may have the wrong prefix. */
const isOfOtherService = ({ principal }: Statement, refused = ''): boolean => {
  const names = namedTexts(principal)
  return names.length > 0 && names.every((name) => isOfAws(name) && name !== refused)
}

/** The one prefix ahead of the keys under which a service writes that the policies given here name in a bucket, for others. */
function prefixGiven(
  policies: readonly GivenPolicy[],
  bucket: string,
  { keys = '', refused }: SituationShape,
): string | undefined {
  const [folder = ''] = keys.startsWith(PREFIX_GAP) ? keys.slice(PREFIX_GAP.length).split('{', 1) : []
  if (folder === '') return undefined
  const named = policies
    .flatMap(({ policy }) => policy.statements)
    .filter((one) => isOfOtherService(one, refused))
    .flatMap(({ resource }) => namedTexts(resource))
  const within = named.flatMap((text) => {
    const at = text.startsWith(`${bucket}/`) ? text.indexOf(`/${folder}`, bucket.length) : -1
    const prefix = text.slice(bucket.length + 1, Math.max(at, 0))
    return at < 0 || /[*?$]/.test(prefix) ? [] : prefix
  })
  return onlyOne(within) || undefined
}

/** The actions by what each is on: where the request names an object, or the beginning of keys, what is done with its bucket is on that. */
function onEach(
  actions: readonly string[],
  resource: string,
  row: SituationShape,
  facts: Facts,
  policies: readonly GivenPolicy[],
): readonly (readonly [readonly string[], string])[] {
  const { refused, keys } = row
  const asked = facts['resource'] ?? ''
  const isUnknown = asked === '' && facts['action'] === undefined
  const isOfMany = isUnknown && isOfService(refused) && actions.every((action) => action.startsWith('s3:'))
  if (resource !== '{resource}' || !(isOfMany || keyOfObject(asked) !== null)) return apart(actions, resource)
  const bucket = isOfMany ? fill('arn:{partition}:s3:::{bucket}', facts) : firstInPath(asked)
  const ahead = facts['keyPrefix'] ?? prefixGiven(policies, bucket, row)
  const objects =
    keys !== undefined
      ? `${bucket}/${fill(keys, { ...facts, keyPrefix: ahead === undefined ? '' : `${ahead}/` })}`
      : isOfMany
        ? `${bucket}/*`
        : asked.endsWith('/')
          ? `${asked}*`
          : resource
  const parts: readonly (readonly [readonly string[], string])[] = [
    [actions.filter((action) => !OF_BUCKET.test(action) && !takesNoResource(action)), objects],
    [actions.filter((action) => OF_BUCKET.test(action)), bucket],
    [actions.filter(takesNoResource), '*'],
  ]
  return parts.filter(([some]) => some.length > 0)
}

/** What the layer would have to allow, where the row names who is refused what. */
function statementsOf(
  row: SituationShape,
  { text, denial, policies }: Observation,
  facts: Facts,
): readonly NeededStatement[] {
  const { decides, refused, actions: all = [], also = [], condition, on } = row
  // Of things with policies of their own one is meant; a role may need what it does with each.
  const names = decides === 'resource' ? denial?.named : {}
  const { actions, resource = '{resource}' } = meantOf([...all, ...also], text, names)
  if (actions.length === 0 || decides === 'none' || decides === 'open') return []
  const by = refused === 'service' ? facts['principal'] : refused && fill(refused, facts)
  const service = by?.endsWith('.amazonaws.com') === true ? { principal: { Service: by } } : {}
  const tests = condition && { condition }
  if (decides === 'trust') return [{ effect: 'Allow', ...service, actions, ...tests }]
  const places = on === undefined ? [resource] : [on].flat().map((one) => fill(one, facts))
  const parts = places.flatMap((place) => onEach(actions, place, row, facts, policies))
  return parts.map(([some, of]) => ({
    effect: 'Allow',
    ...(decides === 'resource' ? service : {}),
    actions: some,
    resource: of,
    ...tests,
  }))
}

/** Do the words of a row that stand in the text name the resource that it asks for? */
const namesItsThing = ({ on = '', near = [] }: SituationShape): boolean =>
  near.some((word) => [on].flat().some((one) => one.includes(word)))

const LONGEST_QUOTE = 400

/** Words of an error within a sentence of ours: without the stop that ended theirs, and the colon before them. */
const withinSentence = (text: string): string => text.replace(/^[:\s]{1,9}/, '').replace(/(?<!\.)\.$/, '')

/** What the words of the error themselves say that it is, where it was refused. */
export function findSituationCauses(seen: Observation): readonly RowMatch<SituationId>[] {
  const { denial, situationAnswers } = seen
  const id = denial?.situation
  if (denial === null || id === undefined || denial.kind === 'not-authorization') return []
  const row: SituationShape = SITUATIONS[id]
  // AWS's own sentence names caller and action: what a program writes around it is less, but not what it says itself.
  const isOfSentence = row.ofDenial === true && row.decides === 'identity'
  if (row.pattern !== undefined && !isOfSentence && denial.principal !== null && denial.action !== null) return []
  const said = situationAnswers?.[id]
  if (said === undefined) return []
  const {
    check,
    left,
    changes: [first],
  } = said
  const facts = factsOf(seen)
  const layer = layerOf(row)
  return [
    {
      id,
      layer,
      decision: layer === 'none' ? 'none' : (howDenied(denial) ?? 'implicitDeny'),
      strength: 'supported',
      said: { title: said.title, says: said.means, fix: first.says },
      for: [{ kind: 'said', text: quoted(withinSentence(seen.text.slice(...denial.span)), LONGEST_QUOTE) }],
      against: [],
      check: filledWords(check, facts),
      fix: {
        layer,
        statements: statementsOf(row, seen, facts),
        ...(layer === 'none' && { run: filledWords(first.run, facts) }),
      },
      ...(namesItsThing(row) && { isOfNamedThing: true as const }),
      ...(left && { left: { said: left, check: filledWords(left.check, facts) } }),
      page: first.page,
      confirmed: first.confirmed,
      facts,
    },
  ]
}
