import { accountOfArn, isAccountId, splitArn } from '../iam/arn'
import { either } from '../text/either'
import { escaped } from '../text/escaped'

/** What is asked for, and by which action. */
interface Asked {
  readonly action: string
  readonly resource: string
}

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
