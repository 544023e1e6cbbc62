import { arnsOfKind, rolesOfAnyAccount } from '../../../iam/arn-in-text'
import { accountOfArn, regionOfArn } from '../../../iam/arn'
import { REGION_NAME, regionsIn, regionsInNames } from '../../../iam/regions-in-text'
import { onlyOne } from '../../../text/only-one'
import { tellsThat } from '../../../text/tells-that'
import { gapOf, namesIn, type TellingSign } from './sign'

/** Of what the text tells that a thing is in one Region, where the call was made in another. */

const IMAGE = /\bami-[\da-f]{8,17}\b/

/** Where a build lists what it made, or a command shows the image in a Region. */
const imageIn = (image: string): RegExp =>
  new RegExp(
    String.raw`^\W{0,6}(${REGION_NAME}):\s${image}\b|\bdescribe-images\b(?=[^\n]{0,200}${image})[^\n]{0,200}--region[ =](${REGION_NAME})[^\n]{0,200}\n(?:[^\n]{0,200}\n){0,6}?[^\n]{0,60}"(?:ImageId|State|Name)"|\barn:aws:ec2:(${REGION_NAME})::image\/${image}\b`,
    'gm',
  )

/** Does the text show the image that wasn’t found in one Region, and name another besides? */
export const isImageElsewhere: TellingSign = ({ said: { start, end }, text, whole }) => {
  const [image] = IMAGE.exec(text.slice(start, end)) ?? []
  if (image === undefined) return false
  const there = new Set([...whole.matchAll(imageIn(image))].flatMap(([, ...regions]) => regions.filter(Boolean)))
  return there.size === 1 && regionsInNames(whole).some((region) => !there.has(region))
}

const CALLED_IN = new RegExp(String.raw`(?<!-)--region[ =](${REGION_NAME})`, 'g')

/** Is the key that is named of another Region than the one in which the command is made? */
export const isKeyElsewhere: TellingSign = ({ said: { start, end }, text, whole }) => {
  const key = onlyOne(arnsOfKind(text.slice(start, end), 'keyOrAlias').map(regionOfArn))
  const called = onlyOne([...whole.matchAll(CALLED_IN)].map(([, region = '']) => region))
  return key !== undefined && called !== undefined && key !== called
}

const BOOTSTRAPPED = new RegExp(String.raw`\bEnvironment aws:\/\/(\d{12})\/(${REGION_NAME}) bootstrapped`, 'g')
const TO_BOOTSTRAP = new RegExp(String.raw`\baws:\/\/(\d{12})\/(${REGION_NAME})(?! bootstrapped)\b`, 'g')

/** Was another environment bootstrapped than the one that is deployed to? */
export const isBootstrappedElsewhere: TellingSign = ({ whole }) => {
  const made = new Set([...whole.matchAll(BOOTSTRAPPED)].map(([, account, region]) => `${account} ${region}`))
  const other = [...whole.matchAll(TO_BOOTSTRAP)].map(([, account, region]) => `${account} ${region}`)
  return made.size > 0 && other.some((one) => !made.has(one))
}

const ACCOUNT = /(?<![\w.-])\d{12}(?![\w-])/g

/** Does the text name another Region than the one in which the VPC was looked for, and no second account? */
export const vpcIsElsewhere: TellingSign = (seen) => {
  const region = gapOf(seen, 'region')
  return regionsIn(seen.whole).some((one) => one !== region) && new Set(seen.whole.match(ACCOUNT)).size < 2
}

const REGISTRY = /\b(\d{12})\.dkr\.ecr\./g
const OF_PROJECT = /:codebuild:[a-z\d-]{5,30}:(\d{12}):/g
const TWO_ACCOUNTS =
  /\b(?:an)?other\s(?:AWS\s)?account\b|\b(?:different|second)\s(?:AWS\s)?account\b|\bcross[-\s]account\b/i

/** Is the image in the registry of another account than the build? */
export const isBuildImageElsewhere: TellingSign = ({ whole }) => {
  const registry = onlyOne(namesIn(whole, REGISTRY))
  if (registry === undefined) return false
  const owners = [namesIn(whole, OF_PROJECT), rolesOfAnyAccount(whole).map(accountOfArn), whole.match(ACCOUNT) ?? []]
  const builders = owners.find((accounts) => accounts.length > 0) ?? []
  return (builders.length > 0 && !builders.includes(registry)) || tellsThat(whole, TWO_ACCOUNTS)
}
