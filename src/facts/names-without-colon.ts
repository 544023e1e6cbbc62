import type { RowSource } from '../iam/row-source'

/** Names and ids in the ARNs of a service that hold no colon. */
interface NamesWithoutColon extends RowSource {
  /** Which placeholders of AWS's templates of ARNs stand for them. */
  readonly placeholder: RegExp
}

/** By service. Names elsewhere may hold any character, as keys of objects do. */
const NAMES_WITHOUT_COLON: Readonly<Record<string, NamesWithoutColon>> = {
  // A short name of what it is, a hyphen, then letters and digits.
  ec2: {
    placeholder: /Id$/,
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/WindowsGuide/resource-ids.html',
    confirmed: '2026-11-29',
  },
  // Letters, digits and hyphens.
  elasticloadbalancing: {
    placeholder: /(?:Name|Id)$/,
    page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
    confirmed: '2026-11-29',
  },
  // An API and a VPC link have ten letters or digits; a stage has letters, digits, hyphens and underscores.
  apigateway: {
    placeholder: /^(?:RestApi|Api|VpcLink)Id$|^StageName$/,
    page: 'https://docs.aws.amazon.com/migrationhub-refactor-spaces/latest/APIReference/API_ApiGatewayProxyConfig.html',
    confirmed: '2026-11-29',
  },
}

/** Does what a placeholder of an ARN of the service stands for hold no colon? */
export function isWithoutColon(service: string, placeholder: string): boolean {
  const row = Object.hasOwn(NAMES_WITHOUT_COLON, service) ? NAMES_WITHOUT_COLON[service] : undefined
  return row?.placeholder.test(placeholder) === true
}
