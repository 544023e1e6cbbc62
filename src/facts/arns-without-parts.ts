/** Services whose ARNs have nothing behind the name of the thing. */
export const WITHOUT_PARTS: ReadonlySet<string> = new Set(['firehose', 'kinesis', 'sqs'])
