import type { Span } from '../text/span'
import { NOTHING_BESIDE, type FoundNote, type FoundPolicy } from './found-policy'
import { lastInPath } from '../iam/arn'

/** An AWS managed policy, with the text of its newest version. */
export interface ManagedPolicyText {
  readonly name: string
  readonly arn: string
  readonly text: string
}

/** Knows the AWS managed policies by name or ARN; null: there is none of that name. */
export type ManagedReader = (nameOrArn: string) => ManagedPolicyText | null

/** A place where a text says that a managed policy is attached. */
interface Mention {
  /** The name, or the whole ARN. */
  readonly named: string
  readonly span: Span
  readonly layer: 'identity' | 'boundary' | 'session'
}

const LONGEST_TEXT = 300_000
const LONGEST_LINE = 600
const MOST_MENTIONS = 200

/** An ARN of a policy that AWS manages, or a name as they have: words in capitals that are written as one. */
const NAMED =
  /\barn:aws[a-z-]{0,12}:iam::aws:policy\/[\w+=,.@/-]{1,200}[\w+]|(?<![\w/:.-])(?:(?:service-role|job-function|aws-service-role)\/)?[A-Z][A-Za-z\d]{2,60}(?:[_-][A-Za-z\d]{1,40}){0,4}(?![\w/(]|\.\w|["'`]?\s{0,9}[:=])/g

/** Two words at least, so that no word of a sentence is taken for a name. */
const isName = (text: string): boolean => text.startsWith('arn:') || /[a-z\d][A-Z]|[A-Z]{2}[a-z]/.test(text)

/** All that may stand beside names in a line that lists them, or says that they are attached. */
const BESIDE: ReadonlySet<string> = new Set(
  `and also only just a an the this that my our its it to in of on for has have having with is are was role user group account
  permission permissions set sets aws amazon managed customer inline policy policies policys arn arns name names attached attach
  attachment attachments currently already following boundary iam execution task instance profile lambda node
  managedpolicyarns managedpolicyarn managedpolicies managed_policy_arns managed_policies managed_policy_arn policy_arn policy_arns
  attachpolicyarns permissionsboundary permissions_boundary permissionboundary from_aws_managed_policy_name
  fromawsmanagedpolicyname managedpolicy iam managed_policies policynames attachedpolicies`.split(/\s+/),
)

/** Lines that speak of attaching, and not of what is attached. */
const OTHERWISE =
  /\b(?:not|no|never|without|instead|remove[ds]?|detach\w*|needs?|should|would|could|can|why|try|tried|adding|add|want|if|unless|missing|lacks?)\b|n't|\?|because|--policy-arn/i

const BOUNDARY = /permissions?[ _-]?boundar/i

/** Session policies that a command names. https://docs.aws.amazon.com/STS/latest/APIReference/API_PolicyDescriptorType.html */
const OF_SESSION = /\b(?:get-federation-token|assume-role)\b[^\n]{0,400}--policy-arns\b/

/** A name that tells whose the policies are, as in "the OrdersApp role has". */
const OF_HOLDER = /^\s(?:service\s)?(?:role|user|group)\s(?:is|has)\b/

/** Does a line say of the names in it that they are attached? */
function saysAttached(line: string, names: readonly string[]): boolean {
  if (OTHERWISE.test(line)) return false
  const rest = names.reduce((text, name) => text.replace(name, ' '), line)
  const words = rest.toLowerCase().match(/[a-z_]+/g) ?? []
  return words.every((word) => BESIDE.has(word)) || /\battached\b/i.test(rest)
}

/** The names of managed policies that a text says to be attached; whether there are such policies is another question. */
export function mentionsIn(text: string): readonly Mention[] {
  if (text.length > LONGEST_TEXT) return []
  const found: Mention[] = []
  let before = ''
  for (let start = 0; start < text.length && found.length < MOST_MENTIONS;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = end - start > LONGEST_LINE ? '' : text.slice(start, end)
    const hits = Array.from(line.matchAll(NAMED)).filter(
      ({ 0: name, index }) => isName(name) && !OF_HOLDER.test(line.slice(index + name.length)),
    )
    const names = hits.map(([name]) => name)
    if (hits.length > 0 && (OF_SESSION.test(line) || saysAttached(line, names))) {
      const layer = OF_SESSION.test(line)
        ? 'session'
        : BOUNDARY.test(line) || (BOUNDARY.test(before) && /:\s*$/.test(before))
          ? 'boundary'
          : 'identity'
      for (const { 0: named, index } of hits)
        found.push({ named, span: [start + index, start + index + named.length], layer })
    }
    if (line.trim() !== '') before = line
    start = end + 1
  }
  return found
}

/** A name as AWS gives it to policies of its own, or the ARN of such a policy. */
const OF_AWS =
  /\barn:aws[a-z-]{0,12}:iam::aws:policy\/[\w+=,.@/-]{1,200}|(?<![\w/.-])(?:AWS|Amazon)(?!ServiceRole)[A-Z][A-Za-z\d]{5,60}(?![\w-])/g

const LONGEST_HEADING = 200

/** The policy of AWS that the line above a document names as what stands below it; null where it names none, or several. */
function namedAbove(text: string, start: number, from: number): string | null {
  const before = text.slice(Math.max(from, start - LONGEST_HEADING), start).trimEnd()
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const names = [...new Set(Array.from(line.matchAll(OF_AWS), ([name]) => lastInPath(name)))]
  return names.length === 1 && !OTHERWISE.test(line) ? (names[0] ?? null) : null
}

/** Documents without a name below one of a policy that AWS manages: it is that policy, which nobody can edit. */
export function tellManaged(text: string, policies: readonly FoundPolicy[]): readonly FoundPolicy[] {
  let from = 0
  return policies.map((policy) => {
    const [start, end] = policy.span
    const isBare = policy.recognisedAs === 'document' || policy.recognisedAs === 'statements'
    const name =
      isBare && (policy.layer ?? policy.candidates[0]) === 'identity'
        ? namedAbove(text, start, Math.min(from, start))
        : null
    from = Math.max(from, end)
    return name === null
      ? policy
      : { ...policy, name, layer: 'identity', candidates: ['identity'], recognisedAs: 'iam-attached-policy' }
  })
}

/** The ARN of a policy whose document a paste does not hold. */
const missingArn = ({ text, notes }: FoundPolicy): string | null => {
  const note = text === '' ? notes.find(({ code }) => code === 'document-not-in-paste') : undefined
  return typeof note?.data.arn === 'string' ? note.data.arn : null
}

/** The AWS managed policies that a text may need the documents of, by name or ARN. */
export function managedNeeds(text: string, policies: readonly FoundPolicy[]): readonly string[] {
  const attached = policies
    .flatMap((policy) => missingArn(policy) ?? [])
    .filter((arn) => arn.includes(':iam::aws:policy/'))
  return [...new Set([...attached, ...mentionsIn(text).map(({ named }) => named)])]
}

const noteOf = (arn: string): FoundNote => ({ code: 'built-in-document', data: { arn } })

/** Attached policies with the documents that AWS publishes, and the policies that the text only names. */
export function readManaged(
  text: string,
  policies: readonly FoundPolicy[],
  read: ManagedReader,
): readonly FoundPolicy[] {
  const filled = policies.map((policy) => {
    const arn = missingArn(policy)
    const managed = arn === null ? null : read(arn)
    return managed === null ? policy : { ...policy, text: managed.text, notes: [noteOf(managed.arn)] }
  })
  const isTaken = ([start, end]: Span) => filled.some(({ span: [from, to] }) => start < to && end > from)
  const named = mentionsIn(text).flatMap(({ named, span, layer }): FoundPolicy[] => {
    const managed = isTaken(span) ? null : read(named)
    if (managed === null) return []
    return [
      {
        ...NOTHING_BESIDE,
        name: managed.name,
        text: managed.text,
        layer,
        candidates: [layer],
        span,
        recognisedAs: layer === 'boundary' ? 'iam-permissions-boundary' : 'iam-attached-policy',
        notes: [noteOf(managed.arn)],
      },
    ]
  })
  return [...filled, ...named].toSorted((one, other) => one.span[0] - other.span[0])
}
