import type { Span } from '../text/span'

/** The call of an API as a command line or a line of code writes it. */
export interface Call {
  /** The IAM prefix of the service. */
  readonly service: string
  /** The operation as the API names it: `PutObject`, also for `aws s3 cp`. */
  readonly operation: string
  /**
   * The parameters by their names in camel case, however the tool writes them: `--server-side-encryption`,
   * `ServerSideEncryption` and `server_side_encryption` are `serverSideEncryption`, and an option without a value is true.
   * Those that only name files are left out.
   */
  readonly parameters: Readonly<Record<string, string | true>>
  /** Whether it is a command line of which nothing is left out: a parameter that it does not have was not given. */
  readonly isWhole: boolean
  /** Of a call in code that the text shows to its end: the parameters whose values it does not show, in lower case. */
  readonly unread?: readonly string[]
  /** Nobody signed it: it is everybody's. */
  readonly isUnsigned?: true
  /** Where in the text it stands. */
  readonly span: Span
}
