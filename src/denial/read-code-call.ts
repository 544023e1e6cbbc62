import { stickyMatch } from '../text/sticky-match'
import { prefixOfServiceName, serviceOfOperation } from '../iam/operations'
import { plainParameter } from '../facts/calls/parameter-values'
import { parameterName, prefixOfCliService } from './command-names'
import type { FoundCall } from './command-words'
import { bracketEnd } from '../text/bracket-end'
import { onlyOne } from '../text/only-one'
import { setOwn } from '../text/own'
import { pascalCase } from '../text/letter-case'

/** A call of an SDK's client, in Python and JavaScript: `s3.get_object(`, `client.send(new GetObjectCommand({`; in a log `putObject {`. */
const CALL =
  /\bnew\s(?<command>[A-Z]\w{3,60})Command\(\{|\b(?<client>[A-Za-z_]\w{0,40})\.(?<method>[a-z]\w{3,60})\((?=\{|\s{0,40}[A-Za-z]\w{0,60}\s?=(?!=))\{?|(?<![\w.])(?<logged>[a-z]{3,12}[A-Z_]\w{2,50})\s?(?:\(\s?)?(?:with\s)?\{(?=\s{0,20}["']?[A-Z]\w{1,40}["']?\s?[:=])/g

/** A parameter with a value that stands there as it is. */
const PARAMETER =
  /[\s,]*["']?(?<name>[A-Z]\w{0,60})["']?\s?[:=]\s?(?:'(?<one>[^'\n]{0,1000})'|"(?<two>[^"\n]{0,1000})"|(?<other>[^\s,'"(){}[\]]{1,200}(?:\([^()\n]{0,200}\))?)|(?<open>[{[]))/iy
const MOST = 40
const LONGEST_VALUE = 2_000

interface ReadParameters {
  readonly parameters: Record<string, string>
  /** Those whose values are no texts. */
  readonly unread: readonly string[]
  readonly end: number
}

/** The end of a call: nothing is spread into it, and no parameter is left out. */
const END = /^[\s,]{0,40}\}?[\s,]{0,40}\)/

function readParameters(text: string, from: number): ReadParameters {
  const parameters: Record<string, string> = {}
  const unread: string[] = []
  let end = from
  for (let i = 0; i < MOST; i++) {
    const groups = stickyMatch(PARAMETER, text, end)
    if (!groups) break
    end += groups[0].length
    const { one, two, other, open } = groups.groups ?? {}
    // What holds others is read as it is written.
    const close = open === undefined ? null : bracketEnd(text, end, LONGEST_VALUE)
    if (open !== undefined && close === null) break
    const nested = close === null ? undefined : text.slice(end - 1, close + 1)
    end = close === null ? end : close + 1
    const value = one ?? two ?? nested ?? (/^\d+$|^(?:true|false)$/i.test(other ?? '') ? other : undefined)
    const name = groups.groups?.name ?? ''
    if (value === undefined) unread.push(plainParameter(name))
    else setOwn(parameters, parameterName(name), value)
  }
  return { parameters, unread, end }
}

const pascal = (name: string): string => pascalCase(name.split('_'))

/** Clients that are named after their service. */
const CLIENTS = /^_?(s3|sts|sqs|sns|ssm|kms|iam|ec2|ecs|ecr|dynamodb|lambda|secretsmanager)(?:_?client)?$/i

/** How programs make a client: `sns = boto3.client("sns")`, `const sns = new SNSClient({})`. */
const MADE =
  /\b(?<client>[A-Za-z_]\w{0,40})\s{0,3}=\s{0,3}(?:[\w.]{1,40}\.client\(\s{0,5}(?:service_name\s?=\s?)?["'](?<python>[a-z][\w-]{1,40})["']|new\s(?<script>[A-Z]\w{1,40})Client\()/g

const MOST_CLIENTS = 20

/** The services of the clients that a text makes, by their names. */
const clientsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(MADE)].slice(0, MOST_CLIENTS).map(({ groups }) => {
      const { client = '', python, script = '' } = groups ?? {}
      return [client, python === undefined ? prefixOfServiceName(script) : prefixOfCliService(python)]
    }),
  )

const MOST_SOUGHT = 10
const LONGEST_TEXT = 100_000

/** Tells the service whose action of a name the text speaks of, as a denial or a policy does. */
function speaker(text: string): (operation: string) => string | undefined {
  const found = new Map<string, string | undefined>()
  return (operation) => {
    if (found.has(operation) || found.size >= MOST_SOUGHT) return found.get(operation)
    const action = new RegExp(`(?<![\\w:-])([a-z][a-z\\d-]{1,40}):${operation}(?!\\w)`, 'gi')
    const services = [...text.slice(0, LONGEST_TEXT).matchAll(action)].map(([, prefix]) => prefix!.toLowerCase())
    found.set(operation, onlyOne(services))
    return found.get(operation)
  }
}

/** The calls of an SDK that stand in the text, in order: those whose service is plain. */
export function findCodeCalls(text: string): FoundCall[] {
  const found: FoundCall[] = []
  const clients = clientsOf(text)
  const spokenOf = speaker(text)
  let floor = 0
  for (const { 0: head, index, groups } of text.matchAll(CALL)) {
    if (index < floor) continue
    const operation = groups?.command ?? pascal(groups?.method ?? groups?.logged ?? '')
    const client = groups?.client ?? ''
    const service =
      serviceOfOperation(operation) ??
      (groups?.command === undefined ? clients.get(client) : onlyOne(clients.values())) ??
      CLIENTS.exec(client)?.[1]?.toLowerCase() ??
      (groups?.logged === undefined ? spokenOf(operation) : undefined)
    if (service === undefined) continue
    const { parameters, unread, end } = readParameters(text, index + head.length)
    if (Object.keys(parameters).length === 0) continue
    const isEnded = END.test(text.slice(end, end + 100))
    found.push({ service, operation, parameters, isWhole: false, ...(isEnded && { unread }), range: [index, end] })
    floor = end
  }
  return found
}
