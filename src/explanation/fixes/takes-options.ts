/** A command of the AWS CLI in a text. */
const OF_CLI = /(?:^|[\s$#>`])aws (?:--[a-z-]{2,40} (?:[^\s-]\S{0,100} )?){0,4}[a-z\d-]{2,30} [a-z][a-z\d-]{2,60}\b/m

/** Templates, libraries and manifests, which spell an option otherwise. */
const OF_OTHERS =
  /\bAWSCloudFormation\b|\b(?:CREATE|UPDATE|DELETE)_FAILED\b|\bprovider "|\bresource "aws_|\bwith aws_\w{2,60}\.|\bterraform\b|\bTraceback \(most recent|\S:\d{1,6}:\d{1,6}\)|\.java:\d{1,6}\)|\bapiVersion:/i

/** So much of a text is looked through. */
const MOST_TEXT = 50_000

/** Can the call of a text take an option of the AWS CLI, for all that it shows? */
export function takesOptions(text: string): boolean {
  const read = text.slice(0, MOST_TEXT)
  return OF_CLI.test(read) || !OF_OTHERS.test(read)
}
