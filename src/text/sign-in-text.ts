/** The beginning of every ARN, in which a value that begins as its partition does is no word of its own. */
const ARN = 'arn:'
const PARTITION = 'aws:'

/** Where a sign stands in a text, both in lower case; −1: nowhere. `aws:kms` is a kind of encryption, and in an ARN the service of a key. */
export function signInText(lowerText: string, sign: string): number {
  let at = lowerText.indexOf(sign)
  while (sign.startsWith(PARTITION) && at >= 0 && lowerText.startsWith(ARN, at - ARN.length))
    at = lowerText.indexOf(sign, at + 1)
  return at
}
