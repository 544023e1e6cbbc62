import { LAYERS, namesPrincipals, type CaseLayer } from '../iam/layers'
import { own } from '../text/own'
import type { FoundPolicy } from './found-policy'
import { RESOURCE_POLICY_NAMES } from './containers'
import { holderIn, holdersIn, type NamedHolders } from './named-holders'
import { holderSaid, ownerByCommand, withSaidHolders, type SaidPolicy } from './told-holders'
import { isBareDocument } from './found-policy'

/** What words say of a policy. */
interface ToldLayer {
  readonly words: RegExp
  /** Null: it is no policy of IAM. */
  readonly layer: CaseLayer | null
  readonly service?: string
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html */
const OF_IOT: ToldLayer = {
  // "IoT" is two words, as "bucketPolicy" is.
  words:
    /\bio ?t(?: core)? polic(?:y|ies)\b|\bpolic(?:y|ies) (?:on|in|of|for) (?:aws )?io ?t(?: core)?\b|\b(?:certificate|device|thing)(?: s)? polic(?:y|ies)\b|\bpolic(?:y|ies) (?:of|on|for|attached to) (?:the |my |our |this |a )?(?:device )?(?:certificate|thing)\b/g,
  layer: null,
}

const resource = (words: RegExp, service: string): ToldLayer => ({ words, layer: 'resource', service })

/** What policies are called, in small letters and with blanks between the words. Of several words the last counts. */
const TOLD: readonly ToldLayer[] = [
  OF_IOT,
  resource(/\b(?:bucket|s3 resource) polic(?:y|ies)/g, 's3'),
  resource(/\b(?:kms )?key polic(?:y|ies)|\bkms polic(?:y|ies)/g, 'kms'),
  resource(/\b(?:queue|sqs(?: access)?) polic(?:y|ies)/g, 'sqs'),
  resource(/\b(?:topic|sns(?: access)?) polic(?:y|ies)/g, 'sns'),
  resource(/\bsecret polic(?:y|ies)/g, 'secretsmanager'),
  resource(/\b(?:repository|ecr|repo) polic(?:y|ies)/g, 'ecr'),
  resource(/\b(?:function|lambda resource) polic(?:y|ies)/g, 'lambda'),
  resource(
    /\btrust (?:polic(?:y|ies)|relationships?|document)|\bassume role polic(?:y|ies)(?: document)?|\btrusted entities/g,
    'sts',
  ),
  { words: /\bresource(?: based)? polic(?:y|ies)/g, layer: 'resource' },
  {
    words:
      /\b(?:vpc )?endpoint polic(?:y|ies)|\bvpce polic(?:y|ies)|\bpolic(?:y|ies) (?:of|on|for) (?:the |my |our )?(?:[\w.]+ ){0,3}endpoints?\b/g,
    layer: 'endpoint',
  },
  {
    words:
      /\bpermissions? boundar(?:y|ies)|\bboundary polic(?:y|ies)|^ ?boundary(?: \([^()]{1,60}\))? ?: ?$|^ ?(?:the |my |our )?boundary (?:of|for|on) [^:]{1,80}: ?$|\. boundary(?: \([^()]{1,60}\))? ?: ?$/g,
    layer: 'boundary',
  },
  { words: /\bscps?\b|\bservice control polic(?:y|ies)/g, layer: 'scp' },
  { words: /\brcps?\b|\bresource control polic(?:y|ies)/g, layer: 'rcp' },
  { words: /\bsession polic(?:y|ies)/g, layer: 'session' },
  // The option of the commands that make a session.
  {
    words: /\b(?:get federation token|assume role(?: with (?:saml|web identity))?) [^\n]{0,300}\bpolicy ?=? ?$/g,
    layer: 'session',
  },
  {
    words:
      /\b(?:identity(?: based)?|iam|inline|user|role|group|managed|execution|task|instance(?: profile)?|permissions?|controller|full access|admin(?:istrator)?|power ?user) polic(?:y|ies)(?! (?:statement|document)s?\b)|\bpolicy attached to (?:the |my |our )?(?:\w+ )?(?:role|user|group)\b|\battached to:? (?:the |my |our )?(?:\w+ )?(?:role|user|group)\b|\b(?:role|user|group) permissions\b|\brole statements?\b|\battach policy\b|\badd to (?:principal )?policy\b|\.grant(?: [a-z]+){1,4}\(|^ ?policies ?: ?$/g,
    layer: 'identity',
  },
  // "pipeline role:", and a line that says no more than whose it is.
  {
    words:
      /^ ?(?!.*\b(?:trust|polic|boundar|session|scp|rcp|relationship|assume|bucket|key|queue|topic))(?:[\w.]+ ){0,3}(?:role|user|group)(?: [\w.]+){0,4} ?: ?$/g,
    layer: 'identity',
  },
  // "the policy of the user deploy:", "we have this on the group:", "the role has the following:".
  {
    words:
      /(?:^|\b(?:the|this|my|our|a|following) |[:,] )polic(?:y|ies) (?:of|for|on) (?:the |my |our )?(?:[\w.]+ ){0,4}(?:role|user|group)\b|\b(?:ha(?:ve|s|d)|put|added|set) (?:this|it|these|that|the following)(?: \w+){0,2} (?:on|for|in|to) (?:the|my|our|its|his|her) (?:[\w.]+ )?(?:role|user|group)(?: [\w.]+)? ?: ?$|\b(?:role|user|group)(?: [\w.]+)? has (?:this|the following|these|the)(?: (?:inline|managed|iam|policy|policies|permissions?|statements?|attached))* ?:? ?$/g,
    layer: 'identity',
  },
]

/** "bucketPolicy" and "bucket-policy" are words too. */
const asWords = (text: string): string =>
  text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\-`*"'’]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()

/** That there is no such policy: "I never set a session policy". */
const NO_SUCH =
  /\b(?:no|not|without|never(?: [a-z]+){0,2}|(?:do|did|does|have|has)(?:n t| not) (?:set|have|use|pass|attach|add|put)) (?:an? |any )?$/

/** The layer that a line speaks of last. */
function layerInWords(line: string): ToldLayer | null {
  const words = asWords(line)
  let last: ToldLayer | null = null
  let at = -1
  for (const row of TOLD)
    for (const { index, 0: found } of words.matchAll(row.words))
      if (index + found.length > at && !NO_SUCH.test(words.slice(Math.max(0, index - 60), index))) {
        at = index + found.length
        last = row
      }
  return last
}

const LONGEST_WORDS = 400
const LONGEST_LINE = 200
const MOST_LINES = 3
/** What AWS says of policies in an error is not said of the policy below it. */
const OF_AN_ERROR = /not authorized|because no |explicit deny|access ?denied|unauthorized/i

const PRINTED_NOTHING = /^\s{0,8}(?:null|none)\s{0,8}$/i

/** The lines right before a place, the nearest first; of one that is long its end. */
function linesBefore(text: string, start: number, from: number): readonly string[] {
  // A command goes on behind a backslash.
  const before = text.slice(Math.max(from, start - LONGEST_WORDS), start).replaceAll(/\s?\\\n\s*/g, ' ')
  const [line, ...above] = before.split('\n').reverse()
  const words = above.filter((each) => /[a-z]{3}/i.test(each.replace(/^[ \t]*(?:`{3}|~{3}).*$/, '')))
  return [line ?? '', ...words.slice(0, MOST_LINES)].map((each) => each.slice(-LONGEST_LINE))
}

/** The keys that lead to a place in YAML, as words: "iam role statements". */
const keysOf = (lines: readonly string[]): string =>
  lines
    .flatMap((line) => /^([\w-]{1,60}):(?: ?[|>]-?)?$/.exec(line.trim().replace(/^- /, ''))?.[1] ?? [])
    .reverse()
    .join(' ')

/** What a line says of the policy below it. */
interface Told extends ToldLayer {
  readonly line: string
}

function toldBefore(text: string, start: number, from: number): Told | null {
  const opening = /^[^{[\n]{0,120}/.exec(text.slice(start, start + 120))?.[0] ?? ''
  const lines = linesBefore(text, start, from)
  for (const [at, line] of [opening, ...lines, keysOf(lines)].entries()) {
    // The command above it asked for something that is not there, and not for what stands below.
    if (at > 1 && PRINTED_NOTHING.test(lines[at - 2] ?? '')) continue
    if (OF_AN_ERROR.test(line)) return null
    const told = layerInWords(line)
    if (told !== null) return { ...told, line }
  }
  return null
}

/** May a policy of this form belong there? One with a principal is no identity-based policy, whatever words say. */
const fits = ({ candidates }: FoundPolicy, layer: CaseLayer | null): boolean =>
  layer === null || namesPrincipals(candidates[0]!) === namesPrincipals(layer) || candidates.includes(layer)

function placedBy(policy: FoundPolicy, { layer, service, line }: Told, holders: () => NamedHolders): FoundPolicy {
  if (layer === null) return { ...policy, layer: null, name: 'AWS IoT policy', candidates: [], service: null }
  const ofService = layer === 'resource' ? (service ?? policy.service) : null
  const name =
    layer === 'resource'
      ? (own(RESOURCE_POLICY_NAMES, ofService ?? '') ?? LAYERS.resource.policy)
      : LAYERS[layer].policy
  const owner = layer === 'identity' ? holderIn(line, holders()) : null
  const held = owner === null ? {} : { owner, source: owner.slice(0, owner.indexOf('/')) }
  return { ...policy, layer, name, candidates: [layer], service: ofService, ...held }
}

/** A policy that says nothing of where it belongs, with what the name says that people know it by: "bucket policy of app". */
export function tellLayerByName(policy: FoundPolicy, name: string): FoundPolicy {
  const told = isBareDocument(policy) && policy.layer === null ? layerInWords(name.replace(/\.\w{1,5}$/, '')) : null
  return told !== null && (told.layer === 'identity' || told.layer === 'resource') && fits(policy, told.layer)
    ? placedBy(policy, { ...told, line: name }, () => new Map())
    : policy
}

/** The same for a file: "scp-regions", "dev-boundary", "bucket-policy". What it is called by stays its name. */
export function tellLayerByFile(policy: FoundPolicy, name: string): FoundPolicy {
  if (!isBareDocument(policy) || policy.layer !== null) return { ...policy, name }
  const told = layerInWords(/boundary$/i.test(name) ? 'boundary:' : name)
  return {
    ...(told?.layer && fits(policy, told.layer) ? placedBy(policy, { ...told, line: '' }, () => new Map()) : policy),
    name,
  }
}

/** A line that says nothing but the name of a role or user of the text, or that it is attached to it: the policy below it is of that one. */
function labelled(text: string, start: number, from: number, holders: () => NamedHolders): Told | null {
  const label = linesBefore(text, start, from)
    .slice(0, 2)
    .map((line) => (LABEL.exec(line) ?? ATTACHED.exec(line))?.[1] ?? '')
    .find((one) => holders().has(one.toLowerCase()))
  if (label !== undefined) return { words: LABEL, layer: 'identity', line: label }
  const [, line = ''] = linesBefore(text, start, from)
  // "Policy of deploy:", where deploy is a user of the text.
  const said = OF_HOLDER.test(line) ? holderSaid(line, holders()) : null
  return said?.isNamed === true || (said !== null && /\battached to\b/i.test(line))
    ? { words: OF_HOLDER, layer: 'identity', line }
    : null
}

const OF_HOLDER = /\b(?:polic(?:y|ies)|permissions?) (?:of|for|on|attached to)\b/i

const LABEL = /^[\s#*`"'-]{0,8}([\w+=,.@-]{3,64}?)(?:\.json)?["'`*]{0,4}:?[\s`*]{0,8}$/
const ATTACHED = /\battached to:? ["'`*]{0,3}([\w+=,.@-]{3,64}?)["'`*]{0,3} ?[:.]? {0,8}$/i

/** The resource, role or user that the command before a policy asked for, where the policy itself names none. */
function withOwnerAsked(policy: FoundPolicy, line: string): FoundPolicy {
  if (policy.owner !== null || policy.layer === null) return policy
  const owner = ownerByCommand(line, policy.layer === 'resource' ? policy.service : null)
  if (owner === null || (policy.layer !== 'resource' && policy.layer !== 'identity')) return policy
  return { ...policy, owner, ...(policy.layer === 'identity' && { source: owner.slice(0, owner.indexOf('/')) }) }
}

/** Policies that say nothing of where they belong, or of whose they are, with what the words before them say: "bucket policy:", `trustPolicy = `. */
export function tellLayers(text: string, policies: readonly FoundPolicy[]): readonly FoundPolicy[] {
  let read: NamedHolders | null = null
  const holders = () => (read ??= holdersIn(text))
  let from = 0
  const told = policies.map((policy): SaidPolicy => {
    const [start, end] = policy.span
    const above = Math.min(from, start)
    from = Math.max(from, end)
    if (!isBareDocument(policy)) {
      const asked = policy.recognisedAs === 'resource-policy' ? linesBefore(text, start, above)[1] : undefined
      return { policy: asked === undefined ? policy : withOwnerAsked(policy, asked), said: null }
    }
    const words = toldBefore(text, start, above) ?? labelled(text, start, above, holders)
    if (words === null || !fits(policy, words.layer)) return { policy, said: null }
    const placed = withOwnerAsked(placedBy(policy, words, holders), words.line)
    return { policy: placed, said: holderSaid(words.line, holders()) }
  })
  return withSaidHolders(told)
}
