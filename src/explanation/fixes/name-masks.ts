import { blanksWithin } from '../../text/blank'
import { lastInPath, splitArn } from '../../iam/arn'
import { findHoles } from '../../iam/find-holes'
import type { Fix, FixChange } from '../explanation'
import * as say from '../messages/fixes'
import { isKeptToTypes } from './keep-to-types'
import { changedTexts, LITERAL, withChangedTexts } from './fix-texts'

/**
 * Runs of asterisks and question marks are a mask in an error, and wildcards in a policy, which would open to everything;
 * an ellipsis is another text wherever it stands.
 */
const UNREADABLE = /\*{2,}|\?{2,}|\.{3,}|…/g
const isUnreadable = (text: string): boolean => text.search(UNREADABLE) >= 0

/** What a field of an ARN is called. */
const FIELDS = ['<arn>', '<partition>', '<service>', '<region>', '<account>'] as const

/** Of these fields a part that is readable says nothing. */
const fieldOf = (field: string, at: number): string => {
  const blank = FIELDS[at] ?? '<value>'
  if (at < 3) return field.replaceAll(UNREADABLE, blank)
  return isUnreadable(field) || /[*?]/.test(field) ? blank : field
}

/** What the last part of an ARN is the name of. */
const typeOf = (resource: string): string => /^[a-z][a-z-]*(?=[:/])/i.exec(resource)?.[0] ?? 'name'

/** AWS’s own pattern for the end of a secret’s ARN. */
const SIX = /-\?{6}$/

const namesIn = (service: string, resource: string): string => {
  if (service === 'secretsmanager' && SIX.test(resource)) return `${namesIn(service, resource.replace(SIX, ''))}-??????`
  if (service !== 's3') return resource.replaceAll(UNREADABLE, `<${typeOf(resource)}>`)
  const [bucket = '', ...key] = resource.split('/')
  return [bucket.replaceAll(UNREADABLE, '<bucket>'), ...key.map((part) => part.replaceAll(UNREADABLE, '<key>'))].join(
    '/',
  )
}

/** What AWS itself owns in each Region: a wildcard in the place of the Region stands for these. */
const EVERYWHERE = /^arn:aws[\w-]{0,12}:bedrock:\*::foundation-model\/[\w.:-]+$/

/**
 * A value of a request as it may stand in a policy: each mask that AWS would take for a wildcard, or that is another text
 * each time, is a named blank, such as `<account>` or `<bucket>`, to be filled in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 */
export function nameMasks(value: string): string {
  const fields = splitArn(value)
  if (EVERYWHERE.test(value)) return value
  // A subject of a token has colons too.
  if (fields === null || (fields[0] !== 'arn' && !isUnreadable(fields[0])))
    return value.replaceAll(UNREADABLE, '<value>')
  const [, , service, , , resource] = fields
  return [...fields.slice(0, 5).map(fieldOf), namesIn(service, resource)].join(':')
}

/** The name that a mask bears itself: `${role}`, `{role}`, `$ROLE`, `%ROLE%`, `[ROLE]`; null where it has none. */
const nameInMask = (mask: string): string | null => {
  const [, name] = /^[${%[]{1,2}\s{0,2}([^${}%[\]<>"\n]{1,50}?)\s{0,2}[}%\]]{0,2}$/.exec(mask) ?? []
  return name === undefined || /^(?:x+|redacted|masked|hidden|removed)$/i.test(name) ? null : name
}

const isBlank = (mask: string): boolean => mask.startsWith('<')

/** What a mask in a value is called: by its own name, else by where it stands. */
const blankFor = (value: string, mask: string): string => {
  const named = nameInMask(mask)
  if (named !== null) return `<${named}>`
  const fields = splitArn(value)
  if (fields === null) return '<value>'
  const at = fields.findIndex((field) => field.includes(mask))
  if (at < 5) return FIELDS[at] ?? '<value>'
  const [, , service, , , resource] = fields
  if (service !== 's3') return `<${typeOf(resource)}>`
  return resource.split('/')[0]?.includes(mask) ? '<bucket>' : '<key>'
}

/** A value without masks but for those that a text has already, and blanks. */
const nameAll = (value: string, before: string): string =>
  isWildcardThere(value, before) ? value : nameHoles(value, before)

const nameHoles = (value: string, before: string): string =>
  findHoles(value, 'request').reduce((text, mask) => {
    if (mask === '??????' && /:secretsmanager:.*-\?{6}$/.test(value)) return text
    if (isBlank(mask) || before.includes(mask)) return text
    // In what a table says of the form of a name it is a word of the form.
    if (/^[A-Z]+$/.test(mask) && !value.startsWith('arn:')) return text
    const blank = blankFor(value, mask)
    const fields = splitArn(text)
    const isAccount = blank === '<account>' && fields !== null
    return isAccount ? [...fields.slice(0, 4), blank, fields[5]].join(':') : text.replaceAll(mask, () => blank)
  }, nameMasks(value))

/** An ARN without a mask whose first fields stand so in the policy: a wildcard in them is the policy's own. */
const isWildcardThere = (value: string, before: string): boolean => {
  const fields = splitArn(value)
  if (fields === null || isUnreadable(value)) return false
  const start = fields.slice(0, 5).join(':')
  return /[*?]/.test(start) && (before.includes(`"${start}:`) || isOfSameName(value, before))
}

/** Does the policy name the same thing in another form of ARN, as a role by its session, and in every account as well? */
const isOfSameName = (value: string, before: string): boolean => {
  const [, , , region = '', account = '', resource = ''] = splitArn(value) ?? []
  const name = lastInPath(resource).replace(/^\*/, '')
  if (account !== '*' || /[*?]/.test(region) || !/[\w-]{3}/.test(name)) return false
  return (before.match(LITERAL) ?? []).some((literal) => {
    const written = splitArn(literal.slice(1, -1))
    return written !== null && written[4] === '*' && written[5].includes(`/${name}`)
  })
}

/** A string that is new in a policy, without its masks. */
const named = (value: string, before: string): string => {
  if (isWildcardThere(value, before)) return value
  return /^arn:|[*?]{2}|\.{3}|[…{}[\]$%]|x{3}|X{4}|#{3}|REDACTED/.test(value) ? nameAll(value, before) : value
}

/** The blanks that a change has, and its policy had not. */
const newBlanks = ({ before, after }: FixChange): readonly string[] =>
  blanksWithin(after).filter((blank) => !before.includes(blank))

/**
 * A fix with a named blank for each mask that it took from the error, and for all else that nobody says; with the names
 * of these blanks. What is proven of it holds once they are filled in.
 */
export function withNamedBlanks(fix: Fix, there = ''): Fix {
  // A Deny that is kept to types of resources is kept to them in every account and Region.
  if (isKeptToTypes(fix)) return fix
  const changes = changedTexts(fix, there, named)
  const blanks = [...new Set(changes.flatMap(newBlanks))]
  if (blanks.length === 0) return fix
  const whole = withChangedTexts(fix, changes, there, named, nameAll)
  return { ...whole, proof: say.withBlanksToFill(fix.proof, blanks), blanks }
}
