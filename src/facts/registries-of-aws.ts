import { parseArn } from '../iam/arn'

/** Accounts of Deep Learning Containers. https://aws.github.io/deep-learning-containers/reference/region_availability/ */
const DEEP_LEARNING: readonly string[] = [
  '763104351884',
  '626614931356',
  '871362719292',
  '772153158452',
  '907027046896',
  '550225433462',
  '457447274322',
  '364406365360',
  '975050140332',
  '590183813437',
  '204538143572',
  '692866216735',
]

/** Accounts of the add-ons of EKS. https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html */
export const EKS_REGISTRIES: readonly string[] = [
  '602401143452',
  '877085696533',
  '800184023465',
  '918309763551',
  '961992271922',
  '013241004608',
  '151742754352',
  '066635153087',
  '296578399912',
  '455263428931',
  '491585149902',
  '558608220178',
  '590381155156',
  '759879836304',
  '761377655185',
  '900612956339',
  '900889452093',
  '533267051163',
  '151610086707',
  '333609536671',
  '121268973566',
]

/** Is it a repository of AWS's own, from which everyone pulls images, and whose policy nobody else can edit? */
export function isInRegistryOfAws(resource: string): boolean {
  const arn = parseArn(resource)
  return arn?.service === 'ecr' && [DEEP_LEARNING, EKS_REGISTRIES].some((accounts) => accounts.includes(arn.account))
}
