import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signatureProblem, type SigningKey } from './signature'

/** A policy document as IAM stores it: plain JSON, sent percent-encoded. */
type Document = unknown

interface FakePolicies {
  readonly inline?: Readonly<Record<string, Document>>
  /** ARNs of managed policies. */
  readonly attached?: readonly string[]
}

interface FakeEntity {
  readonly path?: string
  readonly boundary?: string
  readonly tags?: Readonly<Record<string, string>>
}

export interface FakeAccount {
  readonly account: string
  readonly caller: { readonly arn: string; readonly userId: string }
  readonly users?: Readonly<Record<string, FakePolicies & FakeEntity & { groups?: readonly string[] }>>
  readonly groups?: Readonly<Record<string, FakePolicies>>
  readonly roles?: Readonly<Record<string, FakePolicies & FakeEntity & { trust: Document }>>
  readonly managed?: Readonly<Record<string, Document>>
  /** Decoded authorization messages by their encoded form. */
  readonly messages?: Readonly<Record<string, unknown>>
  /** The keys that attached policies use. */
  readonly contextKeys?: readonly string[]
  /** The policies of keys, secrets, topics and functions by their ARNs; null: there, without a policy. */
  readonly resources?: Readonly<Record<string, Document>>
  /** Answers a simulation: the `EvaluationResults` for the form fields sent. */
  readonly simulate?: (form: URLSearchParams) => readonly unknown[]
}

/** How the server misbehaves, by operation. */
interface Behaviour {
  /** Operations that are refused with AccessDenied. */
  denied: Set<string>
  /** How many more calls of an operation are throttled. */
  throttled: Map<string, number>
  /** What an operation is answered with, whatever it asks. */
  refusals: Map<string, readonly [status: number, code: string, message: string]>
  /** No answer carries CORS headers. */
  withoutCors: boolean
  /** Items a page of a list holds. */
  pageSize: number
}

export interface FakeAws {
  readonly url: string
  readonly key: SigningKey
  /** The operations called, in order, with their form fields. */
  readonly calls: {
    readonly operation: string
    readonly service: string
    readonly form: URLSearchParams
    readonly headers: string[]
  }[]
  readonly behaviour: Behaviour
  close(): Promise<void>
}

class AwsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The Query protocol's XML: lists as <member>, objects as elements, null and undefined left out. */
function xml(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => `<member>${xml(item)}</member>`).join('')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) =>
        name === 'EvalDecisionDetails'
          ? `<${name}>${entries(member as Record<string, string>)}</${name}>`
          : `<${name}>${xml(member)}</${name}>`,
      )
      .join('')
  return escapeXml(String(value))
}

const entries = (map: Record<string, string>) =>
  Object.entries(map)
    .map(([key, value]) => `<entry><key>${escapeXml(key)}</key><value>${escapeXml(value)}</value></entry>`)
    .join('')

/** Percent-encoding as IAM does it, by RFC 3986. */
const encodeDocument = (document: Document) =>
  encodeURIComponent(JSON.stringify(document)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const nameOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)

/** The operations by name: form fields in, the content of <…Result> out. */
function operationsOf(account: FakeAccount, behaviour: Behaviour) {
  const find = <T>(table: Readonly<Record<string, T>> | undefined, name: string | null, what: string): T => {
    const found = table?.[name ?? '']
    if (!found) throw new AwsError(404, 'NoSuchEntity', `The ${what} with name ${name} cannot be found.`)
    return found
  }
  const page = <T>(form: URLSearchParams, name: string, items: readonly T[]) => {
    const start = Number(form.get('Marker') ?? 0)
    const end = start + behaviour.pageSize
    const rest = items.length > end
    return { [name]: items.slice(start, end), IsTruncated: rest, ...(rest ? { Marker: String(end) } : {}) }
  }
  const attached = (arns: readonly string[] = []) =>
    arns.map((PolicyArn) => ({ PolicyArn, PolicyName: nameOf(PolicyArn) }))
  const boundary = (arn: string | undefined) =>
    arn && { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn }
  const tags = (entity: FakeEntity) =>
    entity.tags && Object.entries(entity.tags).map(([Key, Value]) => ({ Key, Value }))
  const iamArn = (type: string, path: string | undefined, name: string) =>
    `arn:aws:iam::${account.account}:${type}${path ?? '/'}${name}`
  const simulate = (form: URLSearchParams) => ({
    EvaluationResults: account.simulate?.(form) ?? [],
    IsTruncated: false,
  })
  const kinds = { User: account.users, Group: account.groups, Role: account.roles } as const
  const ofKind = Object.fromEntries(
    (['User', 'Group', 'Role'] as const).flatMap((kind) => {
      const policies = (form: URLSearchParams) =>
        find<FakePolicies>(kinds[kind], form.get(`${kind}Name`), kind.toLowerCase())
      return [
        [
          `List${kind}Policies`,
          (form: URLSearchParams) => page(form, 'PolicyNames', Object.keys(policies(form).inline ?? {})),
        ],
        [
          `ListAttached${kind}Policies`,
          (form: URLSearchParams) => page(form, 'AttachedPolicies', attached(policies(form).attached)),
        ],
        [
          `Get${kind}Policy`,
          (form: URLSearchParams) => ({
            [`${kind}Name`]: form.get(`${kind}Name`),
            PolicyName: form.get('PolicyName'),
            PolicyDocument: encodeDocument(find(policies(form).inline, form.get('PolicyName'), 'policy')),
          }),
        ],
      ] as const
    }),
  )
  const operations: Record<string, (form: URLSearchParams) => unknown> = {
    ...ofKind,
    GetCallerIdentity: () => ({ Arn: account.caller.arn, UserId: account.caller.userId, Account: account.account }),
    DecodeAuthorizationMessage: (form) => {
      const message = account.messages?.[form.get('EncodedMessage') ?? '']
      if (message === undefined)
        throw new AwsError(
          400,
          'InvalidAuthorizationMessageException',
          'Message provided is either malformed or expired',
        )
      return { DecodedMessage: JSON.stringify(message) }
    },
    GetUser: (form) => {
      const name = form.get('UserName') ?? ''
      const user = find(account.users, name, 'user')
      return {
        User: {
          UserName: name,
          Arn: iamArn('user', user.path, name),
          PermissionsBoundary: boundary(user.boundary),
          Tags: tags(user),
        },
      }
    },
    ListGroupsForUser: (form) => {
      const names = find(account.users, form.get('UserName'), 'user').groups ?? []
      return page(
        form,
        'Groups',
        names.map((GroupName) => ({ GroupName, Arn: iamArn('group', undefined, GroupName) })),
      )
    },
    GetRole: (form) => {
      const name = form.get('RoleName') ?? ''
      const role = find(account.roles, name, 'role')
      return {
        Role: {
          RoleName: name,
          Arn: iamArn('role', role.path, name),
          AssumeRolePolicyDocument: encodeDocument(role.trust),
          PermissionsBoundary: boundary(role.boundary),
          Tags: tags(role),
        },
      }
    },
    GetPolicy: (form) => {
      const arn = form.get('PolicyArn') ?? ''
      find(account.managed, arn, 'policy')
      return { Policy: { PolicyName: nameOf(arn), Arn: arn, DefaultVersionId: 'v1' } }
    },
    GetPolicyVersion: (form) => ({
      PolicyVersion: {
        VersionId: 'v1',
        IsDefaultVersion: true,
        Document: encodeDocument(find(account.managed, form.get('PolicyArn'), 'policy')),
      },
    }),
    GetContextKeysForPrincipalPolicy: () => ({ ContextKeyNames: account.contextKeys ?? [] }),
    SimulateCustomPolicy: simulate,
    SimulatePrincipalPolicy: simulate,
  }
  return operations
}

const VERSIONS: Readonly<Record<string, readonly [service: string, namespace: string]>> = {
  '2010-05-08': ['iam', 'https://iam.amazonaws.com/doc/2010-05-08/'],
  '2010-03-31': ['sns', 'http://sns.amazonaws.com/doc/2010-03-31/'],
  '2011-06-15': ['sts', 'https://sts.amazonaws.com/doc/2011-06-15/'],
}

const targetOf = (request: IncomingMessage) => String(request.headers['x-amz-target'] ?? '').split('.')

/** The operations of KMS, Secrets Manager, SNS and Lambda that read a resource's policy. */
function readingsOf(account: FakeAccount) {
  const find = (arn: string, code: string, message: string) => {
    const found = account.resources?.[arn]
    if (found === undefined) throw new AwsError(404, code, message)
    return found
  }
  return {
    GetKeyPolicy: ({ KeyId = '' }: Record<string, string>) => ({
      Policy: JSON.stringify(find(KeyId, 'NotFoundException', `Key '${KeyId}' does not exist`)),
      PolicyName: 'default',
    }),
    GetResourcePolicy: ({ SecretId = '' }: Record<string, string>) => {
      const policy = find(SecretId, 'ResourceNotFoundException', 'Secrets Manager can’t find the specified secret.')
      return { ARN: SecretId, Name: nameOf(SecretId), ...(policy ? { ResourcePolicy: JSON.stringify(policy) } : {}) }
    },
    GetTopicAttributes: ({ TopicArn = '' }: Record<string, string>) => ({
      TopicArn,
      Policy: JSON.stringify(find(TopicArn, 'NotFound', 'Topic does not exist')),
    }),
    // Lambda has the same words for a function without a policy.
    GetPolicy: ({ FunctionName = '', Qualifier = '' }: Record<string, string>) => {
      const arn = Qualifier ? `${FunctionName}:${Qualifier}` : FunctionName
      const policy = account.resources?.[arn]
      if (!policy) throw new AwsError(404, 'ResourceNotFoundException', 'The resource you requested does not exist.')
      return { Policy: JSON.stringify(policy), RevisionId: 'r' }
    },
  }
}

type Reading = keyof ReturnType<typeof readingsOf>

interface Asked {
  readonly service: string
  readonly operation: string
  readonly form: URLSearchParams
  /** The form of the answer. */
  readonly speaks: 'query' | 'json'
  readonly namespace: string
}

const LAMBDA = /^\/2015-03-31\/functions\/([^/]+)\/policy$/

/** What a request asks for, by the protocol of its service. */
function askedBy(request: IncomingMessage, body: string): Asked {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const [target = '', operation = ''] = targetOf(request)
  const lambda = LAMBDA.exec(pathname)
  if (lambda) {
    const form = new URLSearchParams({ FunctionName: decodeURIComponent(lambda[1]!) })
    for (const [name, value] of searchParams) form.set(name, value)
    return { service: 'lambda', operation: 'GetPolicy', form, speaks: 'json', namespace: '' }
  }
  if (operation) {
    const service = target === 'TrentService' ? 'kms' : target
    const form = new URLSearchParams(JSON.parse(body) as Record<string, string>)
    return { service, operation, form, speaks: 'json', namespace: '' }
  }
  const form = new URLSearchParams(body)
  const [service, namespace] = VERSIONS[form.get('Version') ?? ''] ?? ['', '']
  return { service, operation: form.get('Action') ?? '', form, speaks: 'query', namespace }
}

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * A small server on localhost that speaks IAM's, STS's and SNS's Query protocol, KMS's and Secrets Manager's JSON and
 * Lambda's paths for one account: it checks the signature of
 * each request, answers with the XML of the API reference, pages its lists, and can deny, throttle or go without CORS.
 */
export async function startFakeAws(account: FakeAccount, key: SigningKey): Promise<FakeAws> {
  const behaviour: Behaviour = {
    denied: new Set(),
    throttled: new Map(),
    refusals: new Map(),
    withoutCors: false,
    pageSize: 100,
  }
  const operations = operationsOf(account, behaviour)
  const calls: FakeAws['calls'] = []

  const readings = readingsOf(account)

  const answer = (request: IncomingMessage, body: string): [status: number, text: string] => {
    const { service, operation, form, speaks, namespace } = askedBy(request, body)
    calls.push({ operation, service, form, headers: Object.keys(request.headers) })
    try {
      const problem = signatureProblem(request, body, service, key)
      if (problem) throw new AwsError(403, problem, 'The request signature we calculated does not match.')
      const left = behaviour.throttled.get(operation) ?? 0
      if (left > 0) {
        behaviour.throttled.set(operation, left - 1)
        throw new AwsError(400, 'Throttling', 'Rate exceeded')
      }
      if (behaviour.denied.has(operation))
        throw new AwsError(
          403,
          speaks === 'query' ? 'AccessDenied' : 'AccessDeniedException',
          `User: ${account.caller.arn} is not authorized to perform: ${service}:${operation} on resource: * because no identity-based policy allows the ${service}:${operation} action`,
        )
      const refusal = behaviour.refusals.get(operation)
      if (refusal) throw new AwsError(...refusal)
      // IAM has a GetPolicy of its own.
      const isReading = service !== 'iam' && Object.hasOwn(readings, operation)
      const reading = isReading ? readings[operation as Reading] : undefined
      const read = reading?.(Object.fromEntries(form))
      if (speaks === 'json' && read) return [200, JSON.stringify(read)]
      const run = operations[operation]
      if (!run && !read) throw new AwsError(400, 'InvalidAction', `Could not find operation ${operation}`)
      const result = read ? `<Attributes>${entries(read as Record<string, string>)}</Attributes>` : xml(run?.(form))
      return [
        200,
        `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>fake</RequestId></ResponseMetadata></${operation}Response>`,
      ]
    } catch (error) {
      const { status, code, message } =
        error instanceof AwsError ? error : new AwsError(500, 'ServiceFailure', String(error))
      // Lambda leaves the code to a header, which pages are not shown.
      if (service === 'lambda') return [status, JSON.stringify({ Type: 'User', Message: message })]
      if (speaks === 'json') return [status, JSON.stringify({ __type: `com.amazonaws#${code}`, message })]
      return [
        status,
        `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>fake</RequestId></ErrorResponse>`,
      ]
    }
  }

  const server = createServer((request, response: ServerResponse) => {
    void (async () => {
      if (!behaviour.withoutCors) {
        response.setHeader('Access-Control-Allow-Origin', '*')
        // The headers that the services are known to take, and no others.
        response.setHeader(
          'Access-Control-Allow-Headers',
          'authorization,content-type,x-amz-content-sha256,x-amz-date,x-amz-security-token,x-amz-target,x-amz-user-agent',
        )
      }
      if (request.method === 'OPTIONS') return response.writeHead(200).end()
      const [status, text] = answer(request, await bodyOf(request))
      return response.writeHead(status, { 'Content-Type': 'text/xml' }).end(text)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    calls,
    behaviour,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
