import { matchWildcard } from '../iam/wildcard'
import { matchArnType } from '../reference/arn-template'
import type { ResourceTypeReference } from '../reference/service-reference'

/** The same class of resources, with words in the place of single letters where that changes nothing. */
export function readableArn(text: string, patterns: readonly string[], type: ResourceTypeReference | null): string {
  const fits = (candidate: string): string =>
    patterns.map((pattern) => Number(matchWildcard(pattern, candidate))).join('')
  const wanted = fits(text)
  const isSame = (candidate: string): boolean =>
    fits(candidate) === wanted && (type === null || matchArnType(candidate, type))
  const fields = text.split(':')
  let best = text
  const attempt = (index: number, value: string): void => {
    const changed = best.split(':')
    if (changed[index] === undefined || changed[index] === '') return
    changed[index] = value
    const candidate = changed.join(':')
    if (isSame(candidate)) best = candidate
  }
  for (const region of ['ap-south-1', 'us-east-1']) attempt(3, region)
  for (const account of ['999988887777', '111122223333']) attempt(4, account)
  const rest = fields.slice(5).join(':')
  const head = best.split(':').slice(0, 5).join(':')
  let tail = rest
  for (const part of rest.split(/[/:]/)) {
    if (part.length > 1 || part === '') continue
    const at = tail.indexOf(part)
    const candidate = `${tail.slice(0, at)}example${tail.slice(at + 1)}`
    if (isSame(`${head}:${candidate}`)) tail = candidate
  }
  const whole = isSame(`${head}:${tail}`) ? `${head}:${tail}` : best
  const longer = /[/:]$/.test(whole) ? `${whole}example` : whole
  return isSame(longer) ? longer : whole
}
