const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference'

/** The page of a service in the Service Authorization Reference. */
export function servicePage(serviceName: string): string {
  return `${REFERENCE}/list_${serviceName.toLowerCase().replace(/[^a-z0-9]/g, '')}.html`
}
