import { partitionOfRegion } from './partitions'

/** The name of a Region, in the words of a pattern. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const REGION_NAME = String.raw`(?:us|eu|ap|sa|ca|me|af|il|mx|cn|eusc|us-gov|us-iso[bef]?|eu-isoe)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest|de-east)-\d`

const REGION = new RegExp(String.raw`(?<![a-z\d-])${REGION_NAME}(?!\d)`, 'g')
const REGION_IN_NAME = new RegExp(String.raw`(?<![a-z\d])${REGION_NAME}(?!\d)`, 'g')

/** The names of Regions that stand in a text, each as often as it does. */
export const regionsIn = (text: string): readonly string[] => text.match(REGION) ?? []

/** A text with something in the place of each Region that it names. */
export const withoutRegions = (text: string, place: string): string => text.replace(REGION_IN_NAME, place)

/** The same where a name has one as its part: the bucket `models-eu-west-1`. */
export const regionsInNames = (text: string): readonly string[] => text.match(REGION_IN_NAME) ?? []

/** A Region as AWS names it, also one that is not known here. */
export const isRegionName = (text: string): boolean => /^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/.test(text)

/** Regions that an account has to enable before it uses them. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
export const OPT_IN_REGIONS = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
] as const

/** Where these Regions are, as people call them. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const OPT_IN_PLACES = [
  ...['Cape Town', 'Hong Kong', 'Taipei', 'Hyderabad', 'Jakarta', 'Melbourne', 'Malaysia', 'Thailand', 'Calgary'],
  ...['Zurich', 'Milan', 'Spain', 'Tel Aviv', 'UAE', 'Bahrain', 'Mexico'],
] as const

/** The Regions of before March 20, 2019, which each account has. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
const ENABLED_BY_DEFAULT: ReadonlySet<string> = new Set([
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'ap-south-1'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-southeast-1', 'ap-southeast-2'],
])

/** Is it a Region that an account has to enable? Other partitions have none. */
export const isOptInRegion = (region: string): boolean =>
  !ENABLED_BY_DEFAULT.has(region) && partitionOfRegion(region) === 'aws'
