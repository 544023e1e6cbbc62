import type { SituationId } from '../facts/situations/situations'
import { prefixOfEventSource } from '../iam/operations'
import type { DenialSentence } from './denial-sentence'
import { isOfGuide } from './told-sentences'

/** An address of AWS that answers for one thing: what a signed request to it needs. */
interface Address {
  readonly host: RegExp
  readonly service: string
  readonly action: (path: string, method: string) => string | undefined
  /** Where more than IAM can refuse. */
  readonly situation?: SituationId
}

const always = (action: string) => () => action
const OPEN = 'address-refused' as const

/** What a path of Managed Prometheus asks for. https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-APIReference.html */
const ofMetrics = (path: string): string | undefined =>
  path.includes('remote_write') ? 'aps:RemoteWrite' : path.includes('/query') ? 'aps:QueryMetrics' : undefined

const ofModel = (path: string): string =>
  /-stream\b|-response-stream/.test(path) ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel'

/** What a request to a search domain needs is named for its method. */
const ofSearch = (_: string, method: string): string | undefined =>
  method === '' ? undefined : `es:ESHttp${method.charAt(0)}${method.slice(1).toLowerCase()}`

const ADDRESSES: readonly Address[] = [
  { host: /\.execute-api\./, service: 'execute-api', action: always('execute-api:Invoke'), situation: OPEN },
  { host: /\.lambda-url\./, service: 'lambda', action: always('lambda:InvokeFunctionUrl'), situation: OPEN },
  { host: /\.appsync-api\./, service: 'appsync', action: always('appsync:GraphQL'), situation: OPEN },
  { host: /\.es\.amazonaws/, service: 'es', action: ofSearch, situation: OPEN },
  { host: /\.aoss\./, service: 'aoss', action: always('aoss:APIAccessAll'), situation: 'search-collection-access' },
  { host: /^aps-workspaces\./, service: 'aps', action: ofMetrics },
  { host: /^runtime\.sagemaker\./, service: 'sagemaker', action: always('sagemaker:InvokeEndpoint') },
  { host: /^bedrock-runtime\./, service: 'bedrock', action: ofModel },
]

/** Addresses of which others read more, or whose answer is of no policy. */
const OTHERS =
  /(?:^|[.-])s3[.-]|\.dkr\.ecr\.|\.codeartifact\.|^git-codecommit\.|\bsignin\b|\bconsole\b|\.iot\.|-workspace\.|\.elb\.|\.compute\.|\.rds\.|\.cache\.|\.docdb\./

const SUFFIX = /\.amazonaws\.com(?:\.cn)?|\.on\.aws/g
const HOST_BEFORE = /[a-z\d][\w.-]{0,200}$/i
const PATH_BEHIND = /^(?::\d{2,5})?(\/[^\s"'`<>)\]]{0,300})?/

/** A status that says forbidden, as clients and their logs write it. */
const STATUS =
  /\b(?:HTTP(?:\/\d(?:\.\d)?)?|status(?:\s?code)?|code|responded(?:\swith)?|returned|error|received)["']?\s?(?:of\s|=>|[:=])?\s?["'[(]{0,2}403\b|(?<![\w.:/-])403\s?(?:\(\)|\(?Forbidden|Client\sError)|\(403,|\b(?:error|received|answer|response)\b[^\n]{1,30}\bForbidden\b/i

const METHOD = /\b(GET|PUT|POST|HEAD|DELETE|PATCH)\s/

/** How far from an address its status stands. */
const NEAR = 300

/** The status that stands nearest to an address, with no other address between. */
function statusNear(text: string, start: number, end: number): { readonly start: number; readonly end: number } | null {
  const behind = text.slice(end, end + NEAR).split('\n\n', 1)[0] ?? ''
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split('\n\n')
      .at(-1) ?? ''
  const after = STATUS.exec(behind)
  if (after && !behind.slice(0, after.index).includes('://'))
    return { start: end + after.index, end: end + after.index + after[0].length }
  const ahead = STATUS.exec(before)
  if (
    ahead === null ||
    before
      .slice(ahead.index)
      .replace(/\w{2,6}:\/\/$/, '')
      .includes('://')
  )
    return null
  const from = start - before.length + ahead.index
  return { start: from, end: from + ahead[0].length }
}

/** Requests that an address of AWS answered with 403, of which a text says no more. */
export function findRefusedAddresses(text: string): DenialSentence[] {
  if (!text.includes('403') && !text.includes('Forbidden')) return []
  for (const { index, 0: suffix } of text.matchAll(SUFFIX)) {
    const host = HOST_BEFORE.exec(text.slice(Math.max(0, index - 200), index))?.[0] ?? ''
    const behind = text.slice(index + suffix.length, index + suffix.length + NEAR)
    const [whole = '', path = ''] = PATH_BEHIND.exec(behind) ?? []
    const [start, end] = [index - host.length, index + suffix.length + whole.length]
    const address = host + suffix
    if (host === '' || OTHERS.test(address)) continue
    const status = statusNear(text, start, end)
    if (status === null || isOfGuide(text, status.start)) continue
    const known = ADDRESSES.find((one) => one.host.test(address))
    const method = METHOD.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? ''
    const action = known?.action(path, method)
    const service = known?.service ?? serviceOf(address)
    if (service === null) continue
    return [
      {
        row: 'code alone',
        ...status,
        pieces: {},
        decision: 'unknown',
        layer: 'unknown',
        weak: true,
        service,
        ...(known?.situation !== undefined && { situation: known.situation }),
        ...(action !== undefined && { implies: { action } }),
      },
    ]
  }
  return []
}

/** The service of an address that has no more than its name and a Region. */
function serviceOf(address: string): string | null {
  const [, name] =
    /^([a-z\d-]{2,40}(?:\.[a-z]{3,20})?)\.[a-z]{2}(?:-[a-z]{3,10}){1,3}-\d\.amazonaws\.com/.exec(address) ?? []
  return name === undefined ? null : prefixOfEventSource(name)
}
