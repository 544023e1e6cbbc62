import { isHole } from '../../iam/find-holes'
import { serviceOfAction } from '../../iam/action'
import { firstInPath, lastInPath, resourcePart, serviceOfArn, isArnOf } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import type { JudgedCase } from '../judged-case'

/** Longest name in a headline; whatever is longer is cut in the middle. */
const LONGEST_NAME = 40

const cut = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 12)}…${name.slice(-10)}` : name

/** The name in an ARN of a principal that is not whole, such as one whose account is masked. */
const NAME_IN_ARN = /:(?:assumed-role|federated-user|user|role)\/([^\s"']+)$/

const nameInArn = (text: string): string | null => {
  const [, path] = NAME_IN_ARN.exec(text) ?? []
  if (path === undefined) return null
  const parts = path.split('/')
  return (text.includes(':assumed-role/') ? parts[0] : parts.at(-1)) ?? null
}

const named = (text: string): string | null => {
  const principal = parsePrincipal(text)
  if (principal === null) return text.startsWith('arn:') ? nameInArn(text) : text
  if (principal.kind === 'root') return 'root'
  return principal.name === '' ? null : principal.name
}

const isTelling = (name: string | null): name is string => name !== null && /\w/.test(name) && !isHole(name)

/** The caller as people call it: the name of the user or role, the service; null where nobody says. */
export const callerName = ({ accessCase, denial }: JudgedCase): string | null => {
  const text = accessCase.request.principal || denial?.principal || ''
  const name = text === '' ? null : named(text)
  return isTelling(name) ? cut(name) : null
}

/** What the text calls the resource, also where it is not whole. */
export const resourceText = ({ accessCase, denial }: JudgedCase): string =>
  accessCase.request.resource || denial?.resource || ''

/** Is it for an access point of S3, where its policy and that of its bucket both decide? */
const isOfPoint = (judged: JudgedCase): boolean => isArnOf(resourceText(judged), 's3', 'accesspoint/')

/** Services whose resources are called by the first part of their path: the bucket of an object, the API of a method. */
const NAMED_FIRST: ReadonlySet<string> = new Set(['s3', 'execute-api'])

/** A service of VPC Lattice and its network each have an auth policy, and a message names only the service. */
const OF_ONE_OF_TWO = 'vpc-lattice'

/** The resource as people call it: a bucket, a role, a table; null where the request names none. */
export const resourceName = (judged: JudgedCase): string | null => {
  const text = resourceText(judged)
  if (text === '' || text === '*') return null
  const own = resourcePart(text)
  const service = serviceOfArn(text)
  if (service === OF_ONE_OF_TWO) return null
  const point = isOfPoint(judged) ? own.split('/')[1] : null
  const last = point ?? (NAMED_FIRST.has(service) ? firstInPath(own) : lastInPath(own))
  // What the ARN calls its kind is said beside the name: `function:orders`.
  const name = KINDS.has(service) ? last?.replace(/^[a-z-]{1,20}:(?=.)/, '') : last
  return isTelling(name ?? null) ? cut(name ?? '') : null
}

/** What people call the policy of a resource, by its service. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html */
const POLICY_NOUNS: ReadonlyMap<string, string> = new Map([
  ['s3', 'bucket policy'],
  ['kms', 'key policy'],
  ['sqs', 'queue policy'],
  ['sns', 'topic policy'],
  ['ecr', 'repository policy'],
  ['vpc-lattice', 'auth policy'],
  ['iam', 'trust policy'],
  ['sts', 'trust policy'],
])

/** What the resource is, where the name of its policy does not say it. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['lambda', 'function'],
  ['execute-api', 'API'],
  ['secretsmanager', 'secret'],
  ['dynamodb', 'table'],
])

/** Types of resources that are another kind than most of their service. */
const TYPE_KINDS: ReadonlyMap<string, string> = new Map([
  ['lambda:layer', 'layer'],
  ['lambda:event-source-mapping', 'event source mapping'],
])

/** The service of the resource, in lower case. */
const serviceOf = (judged: JudgedCase): string => {
  const text = resourceText(judged)
  return text.startsWith('arn:') ? serviceOfArn(text) : serviceOfAction(judged.accessCase.request.action)
}

/** The resource-based policy as people call it. */
export const policyNoun = (judged: JudgedCase): string => {
  const service = serviceOf(judged)
  if (isOfPoint(judged)) return 'access point or bucket policy'
  return POLICY_NOUNS.get(service) ?? (KINDS.has(service) ? 'resource policy' : 'resource-based policy')
}

/** What the resource is, where its policy is not named after it. */
export const resourceKind = (judged: JudgedCase): string | null => {
  const service = serviceOf(judged)
  const [type = ''] = resourcePart(resourceText(judged)).split(':')
  return TYPE_KINDS.get(`${service}:${type}`) ?? KINDS.get(service) ?? null
}
