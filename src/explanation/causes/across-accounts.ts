import { speaksOfOtherAccount } from '../../iam/accounts-in-words'
import { firstInPath, isAccountId, parseArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { policiesOfLayer } from '../../case/layer-policies'
import { onlyOne } from '../../text/only-one'
import { layerResult, type JudgedCase } from '../judged-case'

/** An account that a text names for something, in words, in an ARN, or in the host of a registry. */
const ACCOUNT_NAMED = /(?:\b(?:accounts?|in|from|of|by)[\s("']{1,3}|:|\/)(\d{12})(?=[:/\s,;)"']|\.(?:dkr|\s)|\.?$)/gm

const ACCOUNT_IN_WORDS = /\b(?:account[\s(:="']{1,4}|in\s)(\d{12})(?!\d)/gi

/** Does the text say of two things in which accounts they are, where neither the caller's nor the resource's is known? */
const saysTwoAccounts = ({ accessCase: { request, error = '' } }: JudgedCase): boolean => {
  if (parsePrincipal(request.principal)?.account || parseArn(request.resource)?.account || request.resourceAccount)
    return false
  return new Set([...error.slice(0, MOST_READ).matchAll(ACCOUNT_IN_WORDS)].map(([, account]) => account)).size === 2
}

/** An account in a name, as buckets have it. */
const IN_NAME = /(?<!\d)(\d{12})(?!\d)/g

const NAMED_BY_POLICY = /:(?:iam|sts)::(\d{12}):/g

/** The account of the caller; where nobody knows who called, the only one that the resource's policy, given here, names. */
const callersAccount = ({ accessCase: { request, policies } }: JudgedCase): string => {
  if (request.principal !== '') return parsePrincipal(request.principal)?.account ?? ''
  const named = policiesOfLayer(policies, 'resource').flatMap(({ document }) =>
    [...JSON.stringify(document).slice(0, MOST_READ).matchAll(NAMED_BY_POLICY)].map(([, account]) => account!),
  )
  return onlyOne(named) ?? ''
}

/** Does the text speak of an account beside that of the resource, or of the caller, where nothing names the other one? */
const namesSecondAccount = (judged: JudgedCase): boolean => {
  const { request, error = '' } = judged.accessCase
  const owner = parseArn(request.resource)?.account || request.resourceAccount || ''
  if (parsePrincipal(request.principal)?.account) return false
  // Of a bucket, whose ARN has none, its policy names the caller's. One that may let the caller in is no reason to look for more.
  const isLacking = layerResult(judged.evaluation, 'resource')?.status === 'implicitDeny'
  const known = isAccountId(owner) ? owner : isLacking ? callersAccount(judged) : ''
  if (!isAccountId(known)) return false
  return [...error.slice(0, MOST_READ).matchAll(ACCOUNT_NAMED)].some(([, account]) => account !== known)
}

/** Does the policy of the resource, which does not allow this, speak of one account alone, and that is not the resource’s? */
const isSharedWithOne = (judged: JudgedCase): boolean => {
  const { request } = judged.accessCase
  const owner = parseArn(request.resource)?.account || request.resourceAccount || ''
  if (request.principal !== '' || !isAccountId(owner)) return false
  const named = callersAccount(judged)
  return isAccountId(named) && named !== owner && layerResult(judged.evaluation, 'resource')?.status === 'implicitDeny'
}

/** Has a resource whose ARN tells no account another account than the caller's in its name? */
const isNamedForAnother = (judged: JudgedCase): boolean => {
  const { request } = judged.accessCase
  const arn = parseArn(request.resource)
  if (arn === null || arn.account !== '' || (request.resourceAccount ?? '') !== '') return false
  const own = callersAccount(judged)
  const named = [...firstInPath(arn.resource).matchAll(IN_NAME)].map(([account]) => account)
  return isAccountId(own) && named.length > 0 && !named.includes(own)
}

/** Does anything show that caller and resource are in two accounts? Where nothing does, it is one. */
export const isAcrossAccounts = (judged: JudgedCase): boolean =>
  judged.evaluation.relation === 'crossAccount' ||
  speaksOfOtherAccount((judged.accessCase.error ?? '').slice(0, MOST_READ)) ||
  namesSecondAccount(judged) ||
  saysTwoAccounts(judged) ||
  isSharedWithOne(judged) ||
  isNamedForAnother(judged)

/** So much of a text is looked through for words on accounts. */
const MOST_READ = 20_000
