import { accountOfArn, isAccountId, parseArn, splitArn } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import { either } from '../text/either'
import { escaped } from '../text/escaped'
import type { AboutRequest } from './about-request'

/** What is asked for, and by which action. */
type Asked = Omit<AboutRequest, 'principal'>

/** The entry of a list of accounts by which the account of what was asked for is closed, as a line or in JSON. */
export function accountClosed(text: string, { resource }: Asked): RegExpExecArray | null {
  const account = accountOfArn(resource)
  if (!isAccountId(account)) return null
  const [state, id] = [String.raw`(?:SUSPENDED|PENDING_CLOSURE|CLOSED)\b`, `(?<!\\d)${account}(?!\\d)`]
  return new RegExp(
    `${id}[^\\n]{0,160}\\b${state}|"Id"\\s?:\\s?"${account}"[^{}]{0,600}"(?:Status|State)"\\s?:\\s?"${state}`,
  ).exec(text)
}

/** The line of a stack's events in which something failed that was being made. */
const MAKING_FAILED = /^[^\n]{0,200}\b(?:CREATE_FAILED|UPDATE_FAILED)\b[^\n]{1,400}$/gm

/** A reason that is only a consequence, or a refusal itself. */
const NO_FIRST_REASON = either(
  /\bcancell?ed\b/,
  /\bnot authorized\b/,
  /\bAccess ?Denied\b/,
  /\bThe following resource\(s\) failed\b/,
  /\bFAILED\s{1,4}None\s{0,4}$/,
)

/** The failure for which a stack was rolled back, where only what clears up behind it was refused. */
export function failedEarlier(text: string, { action }: Asked): RegExpExecArray | null {
  if (action === '' || !new RegExp(`\\bDELETE_FAILED\\b[^\\n]{0,400}\\b${escaped(action)}\\b`, 'i').test(text))
    return null
  const [first] = [...text.matchAll(MAKING_FAILED)].filter(([line]) => !NO_FIRST_REASON.test(line))
  return first ?? null
}

/** That other versions of a layer are read, by a list of versions with their dates or in words. */
export function otherVersionRead(text: string, { action, resource }: Asked): RegExpExecArray | null {
  const version = /:layer:[\w-]{1,140}:(\d{1,6})$/.exec(resource)?.[1]
  if (version === undefined || action.toLowerCase() !== 'lambda:getlayerversion') return null
  const read =
    /^\s{0,4}["']?(\d{1,6})["']?[:\s]{1,4}\d{4}-\d\d-\d\dT|\b(?:version\s|:)(\d{1,6})\s(?:works|worked|is\s(?:fine|ok|found)|can\sbe\sread)\b/gim
  return [...text.matchAll(read)].find(([, listed, said]) => (listed ?? said) !== version) ?? null
}

/** A command that lists the things of a kind. */
const listOf = (service: string, type: string): RegExp =>
  new RegExp(`\\baws ${escaped(service)} (?:list|describe)-${escaped(type)}s(?=\\s)[^\\n]{0,300}\\n`, 'gi')

/** An option with which such a command lists some of them alone. */
const LISTS_SOME = either(
  /\s--max-items/,
  /\s--page-size/,
  /\s--filter/,
  /\s--prefix/,
  /\s--path-prefix/,
  /\s--\S{0,30}-name/,
  /\s--query '\S{0,40}\?/,
)

const PROMPT = /^\s{0,4}(?:\S{0,40}[$#%>]|~ %|PS [^\n>]{0,60}>) /m

/** What makes a thing needs none. */
const MAKES = /:(?:Create|Register|Put|Import|Upload)/

/** That a list of all things of its kind has others, and not the one that was asked for. */
export function notListed(text: string, { action, resource }: Asked): RegExpExecArray | null {
  const [, , service = '', region = '', , part = ''] = splitArn(resource) ?? []
  const [, type, name] = /^([a-z-]{3,40})[/:]([\w./+=@-]{3,200})$/i.exec(part) ?? []
  if (type === undefined || name === undefined || MAKES.test(action)) return null
  for (const found of text.matchAll(listOf(service, type))) {
    if (LISTS_SOME.test(found[0])) continue
    const output = text.slice(found.index + found[0].length, found.index + found[0].length + 4000)
    const printed = output.slice(0, PROMPT.exec(output)?.index)
    const elsewhere = /--region[ =]["']?([a-z\d-]{5,30})/.exec(found[0])?.[1]
    if (elsewhere !== undefined && elsewhere !== region) continue
    const others = printed.match(/"[\w./+=@-]{3,200}"/g) ?? []
    if (others.length > 1 && !printed.includes(name) && !/\b(?:error|NextToken)\b/i.test(printed)) return found
  }
  return null
}

/** A service-linked role, as IAM's commands print it. */
const LINKED_ROLE_PRINTED =
  /"RoleName"\s?:\s?"AWSServiceRoleFor\w{2,60}"|"Arn"\s?:\s?"arn:aws[\w-]{0,12}:iam::\d{12}:role\/aws-service-role\/[^"\n]{5,120}"/g

/** That a service-linked role exists: a command printed it, and each other one that the text names too. */
export function linkedRoleExists(text: string): RegExpExecArray | null {
  const printed = [...text.matchAll(LINKED_ROLE_PRINTED)]
  const named = new Set(text.match(/\bAWSServiceRoleFor\w{2,60}/g))
  return [...named].every((name) => printed.some(([found]) => found.includes(name))) ? (printed[0] ?? null) : null
}

/** What a command prints of a thing with its ARN: it is there. */
export const printedThing = (text: string, { resource }: AboutRequest): RegExpExecArray | null =>
  parseArn(resource) === null || resource.includes('*')
    ? null
    : new RegExp(
        `"(?:Arn|arn|ARN|(?:Function|logGroup|Table|Topic|Queue|Repository|repository|Cluster|cluster|Stream|FileSystem|StateMachine|stateMachine|Domain)(?:Arn|ARN))"\\s?:\\s?"${escaped(resource)}(?::\\*)?"`,
      ).exec(text)

/** That AdministratorAccess is among what was listed, unless the text names another than the caller whose it is. */
export const printedAdmin = (text: string, { principal }: AboutRequest): RegExpExecArray | null => {
  const asked = /--(?:user|role)-name[ =]["']?([\w+=,.@-]{1,64})/.exec(text)?.[1]
  const name = parsePrincipal(principal)?.name ?? ''
  return asked === undefined || name === '' || asked.toLowerCase() === name.toLowerCase()
    ? /"PolicyName"\s?:\s?"AdministratorAccess"/.exec(text)
    : null
}

/** That a command which asked for the thing by its name found nothing. */
export const printedMissing = (text: string, { resource }: AboutRequest): RegExpExecArray | null => {
  const name = parseArn(resource)?.resource.split(/[/:]/).at(-1) ?? ''
  if (name === '' || name.includes('*')) return null
  const answered = `\\((?:NoSuchEntity|ResourceNotFound|NotFound)\\w{0,20}\\) when calling the (?:Get|Describe)\\w{1,40} operation[^\\n]{0,120}${escaped(name)}`
  const asked = `\\b(?:get|describe)-[a-z-]{1,40} [^\\n]{0,80}${escaped(name)}(?![\\w-])[^\\n]{0,60}\\n?[^\\n]{0,60}\\bNoSuchEntity\\b`
  return new RegExp(`${answered}|${asked}`).exec(text)
}

/** That the account of the caller is the one that manages the organization. */
export const printedManagement = (text: string, { principal }: AboutRequest): RegExpExecArray | null => {
  const account = parsePrincipal(principal)?.account ?? ''
  return account === ''
    ? null
    : new RegExp(
        `\\b(?:Master|Management)Account(?:Id|Arn)"?[^\\n\\d]{0,40}\\n?[^\\n\\d]{0,10}${escaped(account)}`,
      ).exec(text)
}

/** What the simulator prints of an action. */
export const printedSimulation = (text: string, { action }: AboutRequest): RegExpExecArray | null =>
  action === ''
    ? null
    : new RegExp(
        String.raw`"EvalActionName"\s?:\s?"${escaped(action)}"[^{}]{0,300}"EvalDecision"\s?:\s?"allowed"`,
        'i',
      ).exec(text)

/** An id where a principal is printed: IAM shows it in place of an ARN once the role or user is gone. */
const PRINTED_ID = /"AWS"\s?:\s?(?:\[\s{0,20})?"(A(?:ROA|IDA)[A-Z\d]{8,24})"/

/** The id that a policy holds in the place of the caller, of whom the text shows another one or none. */
export const printedUniqueId = (text: string): RegExpExecArray | null => {
  const found = PRINTED_ID.exec(text)
  return found !== null && text.split(found[1]!).length === 2 ? found : null
}

/** What a clock and a server print of the same moment. */
const UTC_HERE = /\b[A-Z][a-z]{2}\s{1,2}(\d{1,2})\s(\d\d:\d\d):\d\d\sUTC\s(\d{4})\b/
const DATE_THERE = /\bdate:\s?[a-z]{3},\s(\d\d)\s[a-z]{3}\s(\d{4})\s(\d\d:\d\d):\d\d\sGMT\b/i

/** That both say the same minute. */
export const clockRight = (text: string): RegExpExecArray | null => {
  const [here, there] = [UTC_HERE.exec(text), DATE_THERE.exec(text)]
  const isSame =
    here !== null && here[1]!.padStart(2, '0') === there?.[1] && here[2] === there[3] && here[3] === there[2]
  return isSame ? there : null
}

/** A run that deletes a role. */
const DELETED_ROLE =
  /\baws_iam_role\.[\w.[\]"-]{1,80}: Destruction complete\b|\bDELETE_COMPLETE\W{1,40}AWS::IAM::Role\b[^\n]{0,160}/

/** That the role which the call asks for was deleted in the same run. */
export const roleDeleted = (text: string, about: AboutRequest): RegExpExecArray | null =>
  isForRole(about) ? DELETED_ROLE.exec(text) : null

const isForRole = ({ action, resource }: AboutRequest): boolean =>
  action.toLowerCase() === 'sts:assumerole' && resource.includes(':role/')
