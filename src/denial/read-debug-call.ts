import { isRegionName } from '../iam/regions-in-text'
import { prefixOfEventSource, serviceOfOperation } from '../iam/operations'
import { bracketEnd } from '../text/bracket-end'
import { fieldsOf } from '../text/fields'
import { setOwn } from '../text/own'
import { prefixOfCliService, parameterName } from './command-names'
import type { FoundCall } from './command-words'
import { callOfWords } from './read-command'
import { requestToS3 } from './read-http-request'
import { parsedJson } from '../text/parsed-json'

/** What botocore's log says of a request before it is signed: the operation, and what was serialized of its parameters. */
const REQUEST = /\bOperationModel\(name=(?<operation>[A-Z]\w{2,80})\) with params: \{/g

/** What the log of the AWS CLI begins with: the words of its command as a list. */
const ARGUMENTS = /\bArguments entered to CLI: \[(?<words>[^\]\n]{3,4000})\]/g

const LONGEST = 8_000

/** A member of a dictionary of Python whose value is a plain one. */
const MEMBER =
  /'(?<name>[\w.-]{1,80})': (?:'(?<one>[^'\n]{0,2000})'|"(?<two>[^"\n]{0,2000})"|(?<word>\d{1,20}|True|False))/g

const URL_OF =
  /'url': '(?<url>https?:\/\/(?<host>[\w.-]{4,200})(?::\d{2,5})?(?<path>\/[^'?\s]{0,1500})?(?:\?[^'\s]{0,1500})?)'/

/** The text between the quotes of a body of bytes; null where the request has none. */
const bodyOf = (params: string): string | null =>
  /'body': b'((?:[^'\\\n]|\\.){2,6000})'/.exec(params)?.[1]?.replace(/\\(['\\])/g, '$1') ?? null

/** The parameters in a body of JSON, as the SDK serialized it; those that hold others as JSON. */
function parametersOfJson(body: string): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const [key, value] of Object.entries(fieldsOf(parsedJson(body))).slice(0, MOST))
    setOwn(parameters, parameterName(key), typeof value === 'string' ? value : JSON.stringify(value))
  return parameters
}

/** The parameters of a query: `Tags.member.1.Key` are those of a list. */
function parametersOfQuery(params: string): Record<string, string> {
  const parameters: Record<string, string> = {}
  const body = /'body': (\{[^{}\n]{0,6000}\})/.exec(params)?.[1] ?? ''
  const lists = new Map<string, string[]>()
  for (const { groups } of [...body.matchAll(MEMBER)].slice(0, MOST)) {
    const { name = '', one, two, word = '' } = groups ?? {}
    const value = one ?? two ?? word
    const [outer = '', ...rest] = name.split('.').filter((part) => part !== 'member' && !/^\d+$/.test(part))
    if (outer === 'Action' || outer === 'Version') continue
    if (rest.length === 0 && !name.includes('.')) setOwn(parameters, parameterName(outer), value)
    else {
      const before = lists.get(outer) ?? []
      lists.set(outer, [...before, rest.length === 0 ? `"${value}"` : `"${rest.join('.')}": "${value}"`])
    }
  }
  for (const [outer, parts] of lists)
    setOwn(
      parameters,
      parameterName(outer),
      parts[0]?.includes('": "') === true ? `[{${parts.join(', ')}}]` : `[${parts.join(', ')}]`,
    )
  return parameters
}

const MOST = 60

const HEADERS = /'headers': \{(?<headers>[^{}\n]{0,4000})\}/

/** What the log of botocore says of one request. */
function readRequest(operation: string, params: string): Omit<FoundCall, 'range'> | null {
  const { url = '', host = '', path = '/' } = URL_OF.exec(params)?.groups ?? {}
  const labels = host.replace(/\.amazonaws\.com(?:\.cn)?$/, '').split('.')
  const region = labels.find((label) => isRegionName(label))
  const name = labels.filter((label) => label !== region && label !== 'dualstack').at(-1) ?? ''
  const service = serviceOfOperation(operation) ?? (host === '' ? null : prefixOfCliService(prefixOfEventSource(name)))
  if (service === null) return null
  const where = region === undefined ? {} : { region }
  const isS3 = service === 's3' && host !== ''
  if (isS3) {
    const headers = Object.fromEntries(
      [...(HEADERS.exec(params)?.groups?.headers ?? '').matchAll(MEMBER)].map(({ groups }) => [
        groups?.name?.toLowerCase() ?? '',
        groups?.one ?? groups?.two ?? '',
      ]),
    )
    const [, query = ''] = url.split('?', 2)
    const method = /'method': '([A-Z]{3,7})'/.exec(params)?.[1] ?? ''
    const found = requestToS3(method, host, path, query, headers)
    return found && { ...found, operation, parameters: { ...where, ...found.parameters }, isWhole: false }
  }
  const body = bodyOf(params)
  const parameters = body === null ? parametersOfQuery(params) : parametersOfJson(body)
  return { service, operation, parameters: { ...where, ...parameters }, isWhole: false }
}

/** A log of more calls is no paste of one failure. */
const MOST_CALLS = 300

const WORD = /'([^'\n]{0,2000})'|"([^"\n]{0,2000})"/g

/** The calls that the logs of botocore and of the AWS CLI with `--debug` name, in order. */
export function findDebugCalls(text: string): FoundCall[] {
  const requests = [...text.matchAll(REQUEST)]
    .slice(0, MOST_CALLS)
    .flatMap(({ 0: head, index, groups }): FoundCall[] => {
      const from = index + head.length
      const end = bracketEnd(text, from, LONGEST) ?? Math.min(text.length, from + LONGEST)
      const call = readRequest(groups?.operation ?? '', text.slice(from, end))
      return call === null ? [] : [{ ...call, range: [index, end] }]
    })
  const commands = [...text.matchAll(ARGUMENTS)]
    .slice(0, MOST_CALLS)
    .flatMap(({ 0: head, index, groups }): FoundCall[] => {
      const words = [...(groups?.words ?? '').matchAll(WORD)].map(([, one, two]) => one ?? two ?? '')
      const call = callOfWords(words, true, [index, index + head.length])
      return call === null ? [] : [call]
    })
  return [...requests, ...commands]
}
