import { compileGlob, matchGlob } from '../iam/wildcard'
import { templateToGlob } from './arn-placeholder'
import type { ResourceTypeReference } from './service-reference'

/**
 * Tells each type which others of its service its template fits as well: "${BucketName}" is also the beginning of
 * "${BucketName}/${ObjectName}", and an ARN with a slash is then an object's.
 */
export function withNarrower(
  types: readonly Omit<ResourceTypeReference, 'narrower'>[],
): readonly ResourceTypeReference[] {
  const made = types.map((type) => ({ ...type, narrower: [] as ResourceTypeReference[] }))
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
  return made
}
