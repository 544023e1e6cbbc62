import { compileGlob, matchGlob } from '../iam/wildcard'
import { templateToGlob } from './arn-placeholder'

/** A type, and the types whose ARNs its template would fit as well. */
type WithNarrower<T> = T & { readonly narrower: readonly WithNarrower<T>[] }

/** A bucket's name holds no slash. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = 'arn:${Partition}:s3:::${BucketName}'
const OBJECT = `${BUCKET}/\${ObjectName}`

/**
 * Tells each type which others of its service its template fits as well: "${BucketName}" is also the beginning of
 * "${BucketName}/${ObjectName}", and an ARN with a slash is then an object's.
 */
export function withNarrower<T extends { readonly arn: string }>(types: readonly T[]): readonly WithNarrower<T>[] {
  const made = types.map((type) => ({ ...type, narrower: [] as WithNarrower<T>[] }))
  const globs = types.map(({ arn }) => compileGlob(templateToGlob(arn)))
  const fits = (wide: number, narrow: number) => {
    const glob = globs[wide]
    const text = types[narrow]?.arn
    return glob !== undefined && text !== undefined && matchGlob(glob, text)
  }
  made.forEach(({ narrower }, wide) =>
    made.forEach((other, narrow) => {
      if (wide !== narrow && fits(wide, narrow) && !fits(narrow, wide)) narrower.push(other)
    }),
  )
  // Of a service that is asked about buckets alone, an object is still none.
  for (const { narrower, ...type } of made)
    if (type.arn === BUCKET && !narrower.some(({ arn }) => arn === OBJECT))
      narrower.push({ ...type, arn: OBJECT, narrower: [] } as unknown as WithNarrower<T>)
  return made
}
