import { speaksOfOtherAccount } from '../../iam/accounts-in-words'
import { isAccountId, parseArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import type { Situation } from '../situation'

/** An account that a text names for something, in words, in an ARN, or in the host of a registry. */
const ACCOUNT_NAMED = /(?:\b(?:accounts?|in|from|of|by)[\s("']{1,3}|:|\/)(\d{12})(?=[:/\s,;)"']|\.(?:dkr|\s)|\.?$)/gm

/** Does the text speak of an account beside that of the resource, where nothing names the caller? */
const namesSecondAccount = ({ accessCase: { request, error = '' } }: Situation): boolean => {
  const owner = parseArn(request.resource)?.account || request.resourceAccount || ''
  if (!isAccountId(owner) || parsePrincipal(request.principal)?.account) return false
  return [...error.slice(0, MOST_READ).matchAll(ACCOUNT_NAMED)].some(([, account]) => account !== owner)
}

const ACCOUNT_IN_WORDS = /\baccount[\s(:="']{1,4}(\d{12})(?!\d)/gi

/** Does the text say of two things in which accounts they are, where neither the caller's nor the resource's is known? */
const saysTwoAccounts = ({ accessCase: { request, error = '' } }: Situation): boolean => {
  if (parsePrincipal(request.principal)?.account || parseArn(request.resource)?.account || request.resourceAccount)
    return false
  return new Set([...error.slice(0, MOST_READ).matchAll(ACCOUNT_IN_WORDS)].map(([, account]) => account)).size === 2
}

/** Does anything show that caller and resource are in two accounts? Where nothing does, it is one. */
export const isAcrossAccounts = (situation: Situation): boolean =>
  situation.evaluation.relation === 'crossAccount' ||
  speaksOfOtherAccount((situation.accessCase.error ?? '').slice(0, MOST_READ)) ||
  namesSecondAccount(situation) ||
  saysTwoAccounts(situation)

/** So much of a text is looked through for words on accounts. */
const MOST_READ = 20_000
