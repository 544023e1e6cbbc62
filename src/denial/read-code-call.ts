import { serviceOfOperation } from '../iam/operations'
import { parameterName } from './command-names'
import type { FoundCall } from './command-words'
import { stickyMatch } from './read-value'
import { bracketEnd } from '../text/bracket-end'
import { setOwn } from '../text/own'

/** A call of an SDK's client, in Python and JavaScript: `s3.get_object(`, `client.send(new GetObjectCommand({`. */
const CALL =
  /\bnew\s(?<command>[A-Z]\w{3,60})Command\(\{|\b(?<client>[A-Za-z_]\w{0,40})\.(?<method>[a-z]\w{3,60})\((?=\{|\s{0,40}[A-Za-z]\w{0,60}\s?=(?!=))\{?/g

/** A parameter with a value that stands there as it is. */
const PARAMETER =
  /[\s,]*["']?(?<name>[A-Z]\w{0,60})["']?\s?[:=]\s?(?:'(?<one>[^'\n]{0,1000})'|"(?<two>[^"\n]{0,1000})"|(?<other>[^\s,'"(){}[\]]{1,200}(?:\([^()\n]{0,200}\))?)|(?<open>[{[]))/iy
const MOST = 40
const LONGEST_VALUE = 2_000

function readParameters(text: string, from: number): { parameters: Record<string, string>; end: number } {
  const parameters: Record<string, string> = {}
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
    if (value !== undefined) setOwn(parameters, parameterName(groups.groups?.name ?? ''), value)
  }
  return { parameters, end }
}

const pascal = (name: string): string =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Clients that are named after their service. */
const CLIENTS = /^_?(s3|sts|sqs|sns|ssm|kms|iam|ec2|ecs|ecr|dynamodb|lambda|secretsmanager)(?:_?client)?$/i

/** The calls of an SDK that stand in the text, in order: those whose service is plain. */
export function findCodeCalls(text: string): FoundCall[] {
  const found: FoundCall[] = []
  let floor = 0
  for (const { 0: head, index, groups } of text.matchAll(CALL)) {
    if (index < floor) continue
    const operation = groups?.command ?? pascal(groups?.method ?? '')
    const service = serviceOfOperation(operation) ?? CLIENTS.exec(groups?.client ?? '')?.[1]?.toLowerCase()
    if (service === undefined) continue
    const { parameters, end } = readParameters(text, index + head.length)
    if (Object.keys(parameters).length === 0) continue
    found.push({ service, operation, parameters, isWhole: false, range: [index, end] })
    floor = end
  }
  return found
}
