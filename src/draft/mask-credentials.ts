/** Shapes of secrets that a paste may hold; the group is the secret itself. */
const SECRETS: readonly RegExp[] = [
  // AWS_SECRET_ACCESS_KEY=…, aws_session_token = …, "SecretAccessKey": "…", set -gx AWS_SESSION_TOKEN "…"
  /(?:secret_?access_?key|session_?token|security_?token)["'”]?[\s=:"'“]{1,12}([\w/+%=-]{16,})/gi,
  // {"AccessKeyId": …, "Token": "…"} of instance metadata
  /"Token"\s*:\s*"([^"\s]{40,})"/g,
  // Signed links and request headers
  /x-amz-security-token["']?[\s=:"']{1,12}([\w/+%=-]{16,})/gi,
  /x-amz-signature["']?[\s=:"']{1,12}([\da-f]{64})/gi,
  /\bSignature=([\da-f]{64})/g,
  // Tokens of OpenID Connect providers and others
  /(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,})/g,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----([^-]+)-----END/g,
]

/** A paste that is nothing but one value, as the access portal copies them: a secret access key, or a session token. */
const BARE_KEY = /^[a-z\d/+]{40}$/i
const BARE_TOKEN = /^(?:IQoJb3JpZ2lu|FwoG|FQoG|AQoD)[\w/+=%-]{80,}$/

function isBareSecret(text: string): boolean {
  const isKey = BARE_KEY.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text)
  return isKey || BARE_TOKEN.test(text)
}

/** Stands where a secret was. */
export const REMOVED = '[removed]'

/** A text without its secrets, and how many there were. */
export interface MaskedText {
  readonly text: string
  readonly removed: number
}

/** Takes credentials out of a text: secret access keys, session tokens, signatures, private keys. Access key ids stay. */
export function maskCredentials(text: string): MaskedText {
  if (isBareSecret(text.trim())) return { text: '', removed: 1 }
  let removed = 0
  let masked = text
  for (const secret of SECRETS) {
    masked = masked.replace(secret, (whole: string, value: string) => {
      removed += 1
      return whole.replace(value, REMOVED)
    })
  }
  return { text: masked, removed }
}
