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
  // Letters, digits, hyphens and underscores; an image has points too, a kind of app is one of a list.
  sagemaker: {
    placeholder: /^(?!ResourceCatalog).*(?:Name|Id)$|^(?:AppType|RandomString)$/,
    page: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html',
    confirmed: '2026-11-29',
  },
  // A document has letters, digits, `_`, `-` and points, a parameter slashes too; ids have letters, digits and hyphens.
  ssm: {
    placeholder:
      /^(?:DocumentName|AutomationDefinitionName|VersionId|ParameterNameWithoutLeadingSlash|AssociationId|AutomationExecutionId|WindowTargetId|WindowTaskId)$/,
    page: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html',
    confirmed: '2026-11-29',
  },
  // Letters, digits, hyphens and underscores; ids are UUIDs or numbers.
  ecs: {
    placeholder: /(?:Name|Id|Number)$/,
    page: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
    confirmed: '2026-11-29',
  },
  // Letters, digits, `_`, `-` and points.
  dynamodb: {
    placeholder: /^(?:Table|GlobalTable|Index|Backup)Name$/,
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html',
    confirmed: '2026-11-29',
  },
  // Letters, digits, `_`, `-` and points; a bus and its source have slashes too.
  events: {
    placeholder: /^(?:ApiDestination|Archive|Connection|Endpoint|EventBus|EventSource|Replay|Rule)Name$/,
    page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
    confirmed: '2026-11-29',
  },
  // A short name of what it is, a hyphen, then letters and digits.
  fsx: {
    placeholder: /Id$/,
    page: 'https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html',
    confirmed: '2026-11-29',
  },
  // Letters, digits, hyphens and underscores; an id is a UUID.
  wafv2: {
    placeholder: /^(?:Name|Id|Scope)$/,
    page: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
    confirmed: '2026-11-29',
  },
  // Letters, digits and hyphens.
  cloudformation: {
    placeholder: /^(?:ChangeSet|Stack|StackSet)Name$|^Id$/,
    page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
    confirmed: '2026-11-29',
  },
}

/** Does what a placeholder of an ARN of the service stands for hold no colon? */
export function isWithoutColon(service: string, placeholder: string): boolean {
  const row = Object.hasOwn(NAMES_WITHOUT_COLON, service) ? NAMES_WITHOUT_COLON[service] : undefined
  return row?.placeholder.test(placeholder) === true
}
