import { isAccountId } from '../../iam/arn'
import { hasHole } from '../../iam/find-holes'
import type { FindPair } from './pair-finder'
import { clueOf, placesOf, type TextPlace } from './text-places'

/** What STS says of a role’s ARN that has no such form. */
const REFUSED = /\bRequest ARN is invalid\b|\bis not a valid account ID\b/i

/** Where commands, variables and settings of a job name the role to assume. */
const NAMED =
  /(?:--role-arn[= ]|\brole[-_]?to[-_]?assume["']?\s{0,3}[:=]\s{0,3}|role_?arn["']?\s{0,3}[:=]\s{0,3})["']?(arn:[^\n"',;]{5,300})/gi

/** `${{ vars.ID }}`, as a job writes it. */
const OF_JOB = /\$\{\{\s{0,3}([^{}\s]{1,80})\s{0,3}\}\}/g

const PARTS = /^arn:([^:]{1,60}):iam:([^:]{0,60}):(\$\{[^{}\n]{1,80}\}|\$\w{1,60}|%\w{1,60}%|[^:]{0,60}):(\S{1,300})$/

interface RoleArn {
  readonly place: TextPlace
  readonly written: string
  readonly region: string
  readonly account: string
  readonly name: string
}

const VARIABLE = /^\$|^%\w{1,60}%$/

/** The ARN of a role that the text sets last before STS refused it. */
function setArn(text: string): RoleArn | null {
  const refused = REFUSED.exec(text)
  if (refused === null) return null
  const arns = placesOf(text, NAMED).flatMap((place): readonly RoleArn[] => {
    const written = place.value.replace(OF_JOB, '${$1}').split(/\s/, 1)[0] ?? ''
    const [whole, , region = '', account = '', name = ''] = PARTS.exec(written) ?? []
    return whole === undefined ? [] : [{ place, written, region, account, name }]
  })
  return arns.findLast(({ place }) => place.at < refused.index) ?? arns.at(-1) ?? null
}

/** Does the text print the same ARN as it was sent, with an account or with none? */
const isPrinted = (text: string, { name }: RoleArn): boolean =>
  text
    .split(/:iam::(?:\d{12})?:/)
    .slice(1)
    .some((after) => after.startsWith(name))

const nameOf = (variable: string): string => variable.replace(/[${}%]/g, '')

/** The account in the role’s ARN comes from a variable, and STS refused the ARN: the variable can be empty there. */
export const accountOfVariable: FindPair = ({ text }) => {
  const arn = setArn(text)
  if (arn === null || !VARIABLE.test(arn.account) || isPrinted(text, arn)) return null
  return { facts: { asked: arn.written, there: nameOf(arn.account) }, clues: [clueOf(arn.place)] }
}

/** Is it what people write over an account, which says nothing of what was sent? */
const isMasked = (account: string, text: string): boolean =>
  hasHole(`arn:aws:iam::${account}:role/x`) && !text.includes(`${account} is not a valid account ID`)

/** The account in the role’s ARN is no account, the ARN has a Region, or what it names is no role. */
export const roleArnOfNoForm: FindPair = ({ text }) => {
  const arn = setArn(text)
  if (arn === null || VARIABLE.test(arn.account) || arn.account === '') return null
  const { account, name, place, region, written } = arn
  const isOdd = !isAccountId(account) && (/^\d/.test(account) || !isMasked(account, text))
  if (!isOdd && region === '' && name.startsWith('role/')) return null
  const number = account.replaceAll('-', '')
  const meant = `arn:aws:iam::${isAccountId(number) ? number : 'ACCOUNT'}:${name.startsWith('role/') ? name : 'role/NAME'}`
  return { facts: { asked: written, there: meant }, clues: [clueOf(place)] }
}
