import { EXAMPLES } from './examples'
import type { Example } from './example'

/** What an empty page shows of an example: its answer, ready made, so that nothing has to be evaluated for it. */
export interface Preview {
  readonly example: Example
  readonly headline: string
  readonly fact: string
  /** Where the fact stands in the policy, from 1. */
  readonly line: number
  /** The policy, laid out. */
  readonly policy: readonly string[]
  /** The least statement that answers it. */
  readonly fix: Readonly<Record<string, unknown>>
}

const [example] = EXAMPLES
if (example === undefined) throw new Error('There is no example.')

/** The answer of the first example. A test holds it to what the evaluation says. */
export const PREVIEW: Preview = {
  example,
  headline: 'No identity-based policy of deploy-bot allows s3:PutObject.',
  fact: 'deploy-bot-read (statement ReadObjects) allows s3:GetObject, not s3:PutObject.',
  line: 7,
  policy: (example.draft.layers.identity.policies[0]?.text ?? '').split('\n'),
  fix: {
    Sid: 'AllowPutObject',
    Effect: 'Allow',
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::my-bucket/uploads/file.txt',
  },
}
