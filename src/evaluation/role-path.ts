import type { EvaluatedRequest } from './request'

/**
 * AWS keeps the roles of IAM Identity Center under these paths, with the Region of the instance or without, and lets
 * no other role stand under aws-reserved/ or aws-service-role/.
 */
const IDENTITY_CENTER = ['aws-reserved/sso.amazonaws.com/', 'aws-reserved/sso.amazonaws.com/us-east-2/']

/**
 * ARNs that the role of a session can have where its path is not known, such that policy values tell them apart: under
 * no path, under any, and under the paths that the values speak of. Null where the ARN is known, or where a value names
 * the role itself: an account has only one role of a name.
 */
export function possibleRoleArns(request: EvaluatedRequest, texts: readonly string[]): readonly string[] | null {
  const { principal, pathUnknown } = request
  if (!pathUnknown) return null
  const { partition, account, name } = principal
  const arn = (path: string) => `arn:${partition}:iam::${account}:role/${path}${name}`
  if (name.startsWith('AWSReservedSSO_')) return IDENTITY_CENTER.map(arn)
  if (texts.some((text) => text.endsWith(`:role/${name}`))) return null
  const isService = name.startsWith('AWSServiceRoleFor')
  const paths = texts.map(pathIn).filter((path) => !path.startsWith('aws-reserved/'))
  return ['', 'any/', ...paths.filter((path) => isService || !path.startsWith('aws-service-role/'))].map(arn)
}

/** The path that a pattern of role ARNs begins with. */
function pathIn(text: string): string {
  const start = text.indexOf(':role/')
  if (start < 0) return 'any/'
  const rest = text.slice(start + ':role/'.length)
  const wild = rest.search(/[*?]/)
  const path = wild < 0 ? rest.slice(0, rest.lastIndexOf('/') + 1) : rest.slice(0, wild)
  return path === '' || path.endsWith('/') ? path : `${path}/`
}
