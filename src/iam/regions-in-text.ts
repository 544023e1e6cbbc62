/** The name of a Region, in the words of a pattern. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const REGION_NAME = String.raw`(?:us|eu|ap|sa|ca|me|af|il|mx|cn|eusc|us-gov|us-iso[bef]?|eu-isoe)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest|de-east)-\d`

const REGION = new RegExp(String.raw`(?<![a-z\d-])${REGION_NAME}(?!\d)`, 'g')
const REGION_IN_NAME = new RegExp(String.raw`(?<![a-z\d])${REGION_NAME}(?!\d)`, 'g')

/** The names of Regions that stand in a text, each as often as it does. */
export const regionsIn = (text: string): readonly string[] => text.match(REGION) ?? []

/** The same where a name has one as its part: the bucket `models-eu-west-1`. */
export const regionsInNames = (text: string): readonly string[] => text.match(REGION_IN_NAME) ?? []

/** A Region as AWS names it, also one that is not known here. */
export const isRegionName = (text: string): boolean => /^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/.test(text)
