import { PLACEHOLDER } from '../reference/arn-placeholder'
import type { ResourceTypeReference } from '../reference/service-reference'

const SHOWN: Readonly<Record<string, string>> = { partition: 'aws', region: 'us-east-1', account: '111122223333' }

const exampleArn = (template: string): string =>
  template.replace(PLACEHOLDER, (_, dollar: string | undefined, angle: string | undefined) => {
    const name = dollar ?? angle ?? ''
    const lower = name.toLowerCase()
    return Object.hasOwn(SHOWN, lower) ? (SHOWN[lower] as string) : `example-${lower.replace(/[^a-z0-9]/g, '')}`
  })

const EXAMPLES = new WeakMap<ResourceTypeReference, string>()

/** An ARN of the type as people write them. */
export function exampleOfType(type: ResourceTypeReference): string {
  let example = EXAMPLES.get(type)
  if (example === undefined) EXAMPLES.set(type, (example = exampleArn(type.arn)))
  return example
}
