import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface SigningKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * Checks a request against Signature Version 4 and answers with the error code that AWS would give, or null.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureProblem(
  request: IncomingMessage,
  body: string,
  service: string,
  key: SigningKey,
): string | null {
  const header = (name: string) => String(request.headers[name] ?? '')
  const authorization = header('authorization')
  if (!authorization.startsWith('AWS4-HMAC-SHA256 ')) return 'MissingAuthenticationToken'
  const fields = new Map(
    authorization
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(',')
      .map((field) => {
        const [name = '', ...value] = field.trim().split('=')
        return [name, value.join('=')] as const
      }),
  )
  const [accessKeyId, date, region, scopeService, end] = (fields.get('Credential') ?? '').split('/')
  if (accessKeyId !== key.accessKeyId || header('x-amz-security-token') !== key.sessionToken)
    return 'InvalidClientTokenId'
  if (scopeService !== service || end !== 'aws4_request' || !header('x-amz-date').startsWith(date ?? '-'))
    return 'SignatureDoesNotMatch'
  const signed = (fields.get('SignedHeaders') ?? '').split(';')
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const canonical = [
    request.method,
    // What is encoded in the path is encoded once more, by every service but S3.
    pathname.split('/').map(encodeURIComponent).join('/'),
    [...searchParams]
      .map((pair) => pair.map(encodeURIComponent).join('='))
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${header(name).trim()}`),
    '',
    signed.join(';'),
    sha256(body),
  ].join('\n')
  const scope = `${date}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, sha256(canonical)].join('\n')
  const signingKey = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part ?? ''),
    `AWS4${key.secretAccessKey}`,
  )
  return hmac(signingKey, toSign).toString('hex') === fields.get('Signature') ? null : 'SignatureDoesNotMatch'
}
