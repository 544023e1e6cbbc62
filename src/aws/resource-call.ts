import { parseXML } from '@aws-sdk/xml-builder'
import { Sha256 } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import { NoCredentialsError } from './client'
import type { CredentialHolder } from './credential-holder'
import { decodeDocument } from './import-principal'
import type { PolicyRead } from './resource-read'
import { tellUnreached } from './unreached'
import { layOutJson } from '../text/lay-out-json'
import { own } from '../text/own'

/** A resource's policy as it was read. */
export interface ResourcePolicyAnswer {
  /** Null: there is none. */
  readonly text: string | null
  /** False where AWS says the same of a resource that does not exist. */
  readonly isSure: boolean
}

/** An answer of AWS that is a refusal, named by its code. */
class RefusedError extends Error {
  readonly $metadata: { readonly httpStatusCode: number }
  constructor(code: string, message: string, httpStatusCode: number) {
    super(message)
    this.name = code
    this.$metadata = { httpStatusCode }
  }
}

/** The value under a path of names; undefined where there is none. */
function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value
  for (const name of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = own(here as Readonly<Record<string, unknown>>, name)
  }
  return here
}

const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** AWS's answer as a value, whichever of its two forms it has; null where it is neither. */
function readAnswer(text: string): unknown {
  try {
    return text.trimStart().startsWith('<') ? parseXML(text) : JSON.parse(text)
  } catch {
    return null
  }
}

/** Codes for services that leave them to a header, which a page may not be shown. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  403: 'AccessDeniedException',
  404: 'ResourceNotFoundException',
  429: 'TooManyRequestsException',
  503: 'ServiceUnavailable',
}

function refusal(answer: unknown, status: number): RefusedError {
  const type = textAt(answer, '__type') ?? textAt(answer, 'ErrorResponse', 'Error', 'Code')
  const code = type?.slice(type.lastIndexOf('#') + 1) ?? CODE_OF_STATUS[status] ?? `Status${status}`
  const message =
    textAt(answer, 'message') ?? textAt(answer, 'Message') ?? textAt(answer, 'ErrorResponse', 'Error', 'Message') ?? ''
  return new RefusedError(code, message, status)
}

/** The attributes of a topic: one or several entries. */
function topicPolicy(answer: unknown): string | undefined {
  const entries = at(answer, 'GetTopicAttributesResponse', 'GetTopicAttributesResult', 'Attributes', 'entry')
  const found = [entries].flat().find((entry) => textAt(entry, 'key') === 'Policy')
  return textAt(found, 'value')
}

/** Where each service's answer has the policy, and how it says that it understood. */
const POLICY_IN: Readonly<Record<string, (answer: unknown) => string | undefined>> = {
  kms: (answer) => textAt(answer, 'Policy'),
  lambda: (answer) => textAt(answer, 'Policy'),
  secretsmanager: (answer) => textAt(answer, 'ResourcePolicy'),
  sns: topicPolicy,
  iam: (answer) => textAt(answer, 'GetRoleResponse', 'GetRoleResult', 'Role', 'AssumeRolePolicyDocument'),
}

/** Lambda's word for a function without a policy, which it also has for one that does not exist. */
const NONE_OR_MISSING = 'ResourceNotFoundException'

/** A secret may have no policy; a key, a topic and a role always have one. */
const MAY_HAVE_NONE = 'secretsmanager'

/** Signs the call with the held credentials, sends it, and answers with the policy. Throws what `failureOf` reads. */
export async function readResourcePolicy(
  read: PolicyRead,
  holder: CredentialHolder,
  override?: string,
): Promise<ResourcePolicyAnswer> {
  const held = holder.reveal({ partition: read.partition, account: read.account })
  if (held === null) throw new NoCredentialsError()
  const { accessKeyId, secretAccessKey, sessionToken } = held
  const url = new URL(override ?? read.host)
  const { service, region, method, path, query, body } = read
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    ...{ service, region, sha256: Sha256, applyChecksum: false },
  })
  const { protocol, hostname, host } = url
  const { headers } = await signer.sign({
    ...{ method, protocol, hostname, path, query: { ...query } },
    headers: { ...read.headers, host },
    ...(method === 'POST' ? { body } : {}),
  })
  const { host: _host, ...sent } = headers
  const search = new URLSearchParams(query).toString()
  let response: Response
  try {
    response = await fetch(`${url.origin}${path}${search && `?${search}`}`, {
      method,
      headers: sent,
      ...(method === 'POST' ? { body } : {}),
      ...{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' },
    })
  } catch (error) {
    throw await tellUnreached(error, url.origin)
  }
  const answer = readAnswer(await response.text())
  if (!response.ok) {
    const refused = refusal(answer, response.status)
    if (service === 'lambda' && refused.name === NONE_OR_MISSING) return { text: null, isSure: false }
    throw refused
  }
  const found = own(POLICY_IN, service)?.(answer)
  if (found !== undefined) return { text: service === 'iam' ? decodeDocument(found) : layOutJson(found), isSure: true }
  // An answer in which nothing is where it should be says nothing about the resource.
  if (service === MAY_HAVE_NONE && textAt(answer, 'ARN') !== undefined) return { text: null, isSure: true }
  throw new RefusedError('UnknownAnswer', 'AWS answered in a form that this page does not know.', response.status)
}
