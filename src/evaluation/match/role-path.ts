import { isLinkedRoleName, isPermissionSetRole } from '../../iam/principal'
import { matchWildcard } from '../../iam/wildcard'
import type { EvaluatedRequest } from '../compile/request'
import { freshChar } from '../operators/text-walk'

/**
 * AWS keeps the roles of IAM Identity Center under these paths, with the Region of the instance or without, and lets
 * no other role stand under aws-reserved/ or aws-service-role/.
 */
const IDENTITY_CENTER = ['aws-reserved/sso.amazonaws.com/', 'aws-reserved/sso.amazonaws.com/us-east-2/']

/**
 * ARNs that the role of a session can have where its path is not known, such that policy values tell them apart: under
 * no path, under one that no value speaks of, and under paths that the values fit. Null where the ARN is known, or where
 * a value names the role itself: an account has only one role of a name.
 */
export function possibleRoleArns(request: EvaluatedRequest, texts: readonly string[]): readonly string[] | null {
  const { principal, pathUnknown } = request
  if (!pathUnknown) return null
  const { partition, account, name } = principal
  const before = `arn:${partition}:iam::${account}:role/`
  const arn = (path: string) => `${before}${path}${name}`
  if (isPermissionSetRole(name)) return IDENTITY_CENTER.map(arn)
  if (texts.some((text) => text.endsWith(`:role/${name}`) && matchWildcard(text, arn('')))) return null
  const isService = isLinkedRoleName(name)
  const paths = texts
    .map((text) => pathIn(text, before, name))
    .filter((path) => !path.startsWith('aws-reserved/') && (isService || !path.startsWith('aws-service-role/')))
  const other = `${freshChar(new Set(texts.join(''))).repeat(9)}/`
  return [...new Set(['', other, ...paths])].map(arn)
}

/** A path under which a role's ARN fits a pattern; '' where there is none, or none is needed. */
function pathIn(text: string, before: string, name: string): string {
  const pattern = text.replace(/\*+/g, '*')
  const ends = placesAfter(reversed(pattern), reversed(name)).map((at) => pattern.length - at)
  for (const start of placesAfter(pattern, before).reverse()) {
    for (const end of ends) {
      const path = start < end ? pathOf(pattern.slice(start, end)) : ''
      if (path !== '') return path
    }
  }
  return ''
}

/** The places of a pattern, in order, up to which it can fit the text; a `*` may go on, or end. */
function placesAfter(pattern: string, text: string): number[] {
  let places: number[] = []
  const add = (at: number) => {
    if ((places.at(-1) ?? -1) < at) places.push(at)
  }
  const reach = (at: number) => {
    add(at)
    if (pattern[at] === '*') add(at + 1)
  }
  reach(0)
  for (const char of text) {
    const before = places
    places = []
    for (const at of before) {
      if (pattern[at] === '*') reach(at)
      else if (pattern[at] === '?' || pattern[at] === char) reach(at + 1)
    }
  }
  return places
}

const reversed = (text: string): string => [...text].reverse().join('')

/** A path that fits a pattern, where it can end in a slash. */
function pathOf(pattern: string): string {
  const path = pattern.replace(/^\*$|(?<=\/)\*$/, '').replace(/[*?]$/, '/')
  return path.endsWith('/') && !path.startsWith('/') ? path.replaceAll(/[*?]/g, 'x') : ''
}
