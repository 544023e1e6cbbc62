import { AWS_MESSAGES } from './messages'
import { IAMClient } from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import type { CredentialHolder } from './credential-holder'
import type { Endpoints } from './hosts'
import { tellUnreached } from './unreached'

/** Thrown when a call is made without credentials, or after they were forgotten. */
export class NoCredentialsError extends Error {
  override readonly name = 'NoCredentials'
  constructor() {
    super(AWS_MESSAGES.thereAreNoTemporary)
  }
}

/**
 * Headers that the SDK adds for retries. Some AWS services refuse them in a preflight, and they carry nothing that an
 * answer depends on, so they are left out; before signing, since the signature covers every header that is sent.
 */
const LEFT_OUT = ['amz-sdk-invocation-id', 'amz-sdk-request'] as const

interface HttpRequestLike {
  readonly headers: Record<string, string>
  readonly body?: unknown
  readonly hostname: string
  readonly protocol: string
  readonly port?: number
  readonly path: string
}

const isRequest = (value: unknown): value is HttpRequestLike =>
  typeof value === 'object' && value !== null && 'headers' in value && 'hostname' in value

/** The two clients of one account's endpoints. */
export interface AwsClients {
  readonly iam: IAMClient
  readonly sts: STSClient
}

/**
 * The two clients, to ask about `account` (null: about the credentials themselves). Credentials are read at each call,
 * so that forgotten ones are never used again.
 */
export function createClients(endpoints: Endpoints, holder: CredentialHolder, account: string | null): AwsClients {
  // The clients expect a promise, also of what is thrown.
  const credentials = async () => {
    const held = holder.reveal({ partition: endpoints.partition, account })
    if (!held) throw new NoCredentialsError()
    const { accessKeyId, secretAccessKey, sessionToken } = held
    return { accessKeyId, secretAccessKey, sessionToken }
  }
  const iam = new IAMClient({
    region: endpoints.iamRegion,
    endpoint: endpoints.iam,
    credentials,
    maxAttempts: 3,
  })
  const sts = new STSClient({ region: endpoints.stsRegion, endpoint: endpoints.sts, credentials, maxAttempts: 3 })
  const before = { relation: 'before', toMiddleware: 'httpSigningMiddleware', name: 'leaveOutRetryHeaders' } as const
  iam.middlewareStack.addRelativeTo(leaveOutRetryHeaders, before)
  sts.middlewareStack.addRelativeTo(leaveOutRetryHeaders, before)
  const last = { step: 'initialize', priority: 'high', name: 'tellUnreached' } as const
  iam.middlewareStack.add(tellingUnreached(endpoints.iam), last)
  sts.middlewareStack.add(tellingUnreached(endpoints.sts), last)
  return { iam, sts }
}

const tellingUnreached =
  (endpoint: string) =>
  <Args, Result>(next: (args: Args) => Promise<Result>) =>
  async (args: Args): Promise<Result> => {
    try {
      return await next(args)
    } catch (error) {
      throw await tellUnreached(error, endpoint)
    }
  }

const leaveOutRetryHeaders =
  <Args extends { request: unknown }, Result>(next: (args: Args) => Promise<Result>) =>
  (args: Args): Promise<Result> => {
    if (isRequest(args.request)) for (const header of LEFT_OUT) delete args.request.headers[header]
    return next(args)
  }

/** A request as it will be sent, without its signature. */
export interface PreparedRequest {
  readonly host: string
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

/** The form fields of a Query-protocol body, in the order sent. */
function readFormFields(body: string): PreparedRequest['parameters'] {
  return [...new URLSearchParams(body)]
}

/** Thrown out of a client to stop it just before it signs; carries what it would have sent. */
export class Prepared extends Error {
  readonly request: PreparedRequest
  constructor(request: HttpRequestLike) {
    super('prepared')
    this.request = {
      host: `${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ''}`,
      parameters: readFormFields(String(request.body ?? '')),
    }
  }
}

/** Runs `send` on clients that stop before signing, and answers with the exact request. Needs no credentials. */
export async function prepareRequest(
  endpoints: Endpoints,
  send: (clients: AwsClients) => Promise<unknown>,
): Promise<PreparedRequest> {
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }
  const iam = new IAMClient({ region: endpoints.iamRegion, endpoint: endpoints.iam, credentials, maxAttempts: 1 })
  const sts = new STSClient({ region: endpoints.stsRegion, endpoint: endpoints.sts, credentials, maxAttempts: 1 })
  const stop = { relation: 'before', toMiddleware: 'httpSigningMiddleware', name: 'stopBeforeSigning' } as const
  iam.middlewareStack.addRelativeTo(stopBeforeSigning, stop)
  sts.middlewareStack.addRelativeTo(stopBeforeSigning, stop)
  try {
    await send({ iam, sts })
  } catch (error) {
    if (error instanceof Prepared) return error.request
    throw error
  }
  throw new Error('The request was not prepared.')
}

const stopBeforeSigning =
  () =>
  ({ request }: { request: unknown }): Promise<never> =>
    Promise.reject(isRequest(request) ? new Prepared(request) : new Error('The request has no known form.'))
