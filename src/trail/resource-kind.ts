import { splitArn } from '../iam/arn'

/** The resources of one kind in one place that a resource belongs to: what is named last in its ARN becomes an asterisk. */
export function resourcePatternOf(resource: string): string {
  const parts = splitArn(resource)
  if (parts === null) return resource
  const [, , service, , , name] = parts
  const head = resource.slice(0, resource.length - name.length)
  const slash = name.search(/[/:]/)
  if (service === 's3') return slash < 0 ? resource : `${head}${name.slice(0, slash)}/*`
  return slash < 0 ? `${head}*` : `${head}${name.slice(0, slash + 1)}*`
}
