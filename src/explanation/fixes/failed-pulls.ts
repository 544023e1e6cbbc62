import { parseArn } from '../../iam/arn'
import type { JudgedCase } from '../judged-case'

/** So much of a text is looked through. */
const MOST_READ = 20_000
const MOST_REPOSITORIES = 8

/** What says that an image of ECR could not be pulled, and which. */
const FAILED =
  /\b(?:failed to (?:pull|resolve)|cannotpullcontainererror|error pulling)[^\n"']{0,120}?["' ](\d{12})\.dkr\.ecr\.([a-z\d-]{5,25})\.amazonaws\.com\/([\w./-]{1,255}[a-z\d])/gi

/** The other repositories of the same registry whose images could not be pulled either: they fail for the same reason. */
export function failedRepositories({ accessCase }: JudgedCase): readonly string[] {
  const { resource } = accessCase.request
  const arn = parseArn(resource)
  if (arn?.service !== 'ecr' || !arn.resource.startsWith('repository/')) return []
  const text = (accessCase.error ?? '').slice(0, MOST_READ)
  const named = [...text.matchAll(FAILED)]
    .filter(([, account, region]) => account === arn.account && region === arn.region)
    .map(([, , , name = '']) => `${resource.slice(0, -arn.resource.length)}repository/${name}`)
  return [...new Set(named)].filter((one) => one !== resource).slice(0, MOST_REPOSITORIES)
}
