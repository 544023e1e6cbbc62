import { TOOL_SIGNS } from '../../facts/keys/tool-arguments'

/** A command of the AWS CLI in a text, but for those that people only look with. */
const OF_CLI =
  /(?:^|[\s$#>`])aws (?:--[a-z-]{2,40} (?:[^\s-]\S{0,100} )?){0,4}(?!(?:sts|iam|organizations) (?:get|list|describe|simulate)-|(?:provider|backend|account|console|sdk|managed) )[a-z\d-]{2,30} [a-z][a-z\d-]{2,60}\b/m

/** Errors as the SDKs of programs write them; the AWS CLI never does. */
const OF_SDKS =
  /\bhttps response error StatusCode|\bS3ServiceException\b|\(Service: \w[^\n()]{0,80}; Status Code: \d{3}/

/** The error as the AWS CLI and boto3 write it. */
const OF_CLI_ERROR = /\bAn error occurred \(/

/** Manifests, which spell an option otherwise. */
const OF_MANIFESTS = /\bapiVersion:/i

/** So much of a text is looked through. */
const MOST_TEXT = 50_000

/** Can the call of a text take an option of the AWS CLI, for all that it shows? */
export function takesOptions(text: string): boolean {
  const read = text.slice(0, MOST_TEXT)
  if (OF_SDKS.test(read) && !OF_CLI_ERROR.test(read)) return false
  return OF_CLI.test(read) || !(OF_MANIFESTS.test(read) || TOOL_SIGNS.some(([, signs]) => signs.test(read)))
}
