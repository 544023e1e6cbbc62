import { own } from '../text/own'
import { isOfAwsByWords } from './names-of-aws'
import { POLICY_REFUSES, REFUSED_BY_POLICY } from './refused-party'

const SERVICE_OF_POLICY: Readonly<Record<string, string>> = {
  bucket: 's3',
  'access point': 's3',
  topic: 'sns',
  queue: 'sqs',
  key: 'kms',
  function: 'lambda',
  vault: 'backup',
  secret: 'secretsmanager',
  'event bus': 'events',
  'file system': 'elasticfilesystem',
  'log group': 'logs',
}

/** What a sentence tells that only says which thing's policy refuses: its layer and the service of the thing. */
interface RefusingPolicy {
  readonly layer: 'resource'
  readonly service?: string
  readonly implies: Readonly<Record<string, never>>
}

/** The policy of a thing that is said to refuse, where nobody is spoken of: "The bucket policy does not allow it". */
export function refusingPolicy({
  words,
  isCalled,
}: {
  readonly words: string
  readonly isCalled: boolean
}): RefusingPolicy | null {
  const kind = (POLICY_REFUSES.exec(words) ?? REFUSED_BY_POLICY.exec(words))?.groups?.kind?.toLowerCase()
  if (isCalled || kind === undefined || !isOfAwsByWords(words)) return null
  const service = own(SERVICE_OF_POLICY, kind.replace(/\s/, ' '))
  return { layer: 'resource', ...(service !== undefined && { service }), implies: {} }
}
