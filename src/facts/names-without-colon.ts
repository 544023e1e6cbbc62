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
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html',
    confirmed: 'unconfirmed',
  },
  // Letters, digits and hyphens.
  elasticloadbalancing: {
    placeholder: /(?:Name|Id)$/,
    page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
    confirmed: '2026-11-29',
  },
  // Ids of letters and digits that the service makes; a stage has letters, digits, hyphens and underscores.
  apigateway: {
    placeholder:
      /^(?:RestApi|Api|ApiKey|ApiMapping|Authorizer|ClientCertificate|Deployment|DocumentationPart|Integration|IntegrationResponse|Model|RequestValidator|Resource|Route|RouteResponse|UsagePlan|VpcLink)Id$|^(?:Stage|Domain)Name$/,
    page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html',
    confirmed: 'unconfirmed',
  },
}

/** Does what a placeholder of an ARN of the service stands for hold no colon? */
export function isWithoutColon(service: string, placeholder: string): boolean {
  const row = Object.hasOwn(NAMES_WITHOUT_COLON, service) ? NAMES_WITHOUT_COLON[service] : undefined
  return row?.placeholder.test(placeholder) === true
}
