/** When a call makes a further check. */
export const WHEN_MESSAGES = {
  always: 'every such call',
  'part-of-it': 'part of the same work',
  'each-resource': 'AWS checks each resource of the call by itself',
  'if-named': 'if the call names one: AWS checks each resource by itself',
  'asks-for-it': 'if the call asks for it',
  'object-missing': 'if the object doesn’t exist',
  'object-encrypted': 'if the object is encrypted with a KMS key',
  'sets-acl': 'if the call sets an ACL',
  'sets-tags': 'if the call sets tags',
  'queue-encrypted': 'if the queue is encrypted with a KMS key',
  'topic-encrypted': 'if the topic is encrypted with a KMS key',
  'secret-encrypted': 'if the secret is encrypted with a customer managed KMS key',
  'parameter-secure': 'if the parameter is a SecureString under a customer managed KMS key',
  'stream-encrypted': 'if the stream is encrypted with a KMS key',
  'volume-encrypted': 'if a volume or its snapshot is encrypted with a customer managed KMS key',
  'table-encrypted': 'if the table is encrypted with a customer managed KMS key',
  'database-encrypted': 'if the database is encrypted with a customer managed KMS key',
  'function-encrypted': 'if the function’s variables are encrypted with a customer managed KMS key',
  'repository-encrypted': 'if the repository is encrypted with a customer managed KMS key',
  'passes-role': 'if the call hands a role to the service',
  'as-caller': 'if the stack has no service role',
  'listed-by-aws': 'AWS lists it among the actions that this one can need',
} as const

/** When a call makes a further check: a code of `WHEN_MESSAGES`. */
export type WhenCode = keyof typeof WHEN_MESSAGES
