import type { StatementResult } from '../../evaluation/evaluation'
import { issuerOfProvider, tokenIssuerOf } from '../../facts/keys/token-issuers'
import { onlyOne } from '../../text/only-one'
import { layerResult, type JudgedCase } from '../judged-case'
import { openElements } from './cause-remedies'

/** The one provider whose tokens the trust policy given here lets in. */
const trustedProvider = ({ evaluation }: JudgedCase): string | undefined =>
  onlyOne(
    (layerResult(evaluation, 'trust')?.statements ?? [])
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ elements }) => elements.filter(({ element }) => element === 'Principal'))
      .flatMap(({ values }) => values.flatMap(({ text }) => issuerOfProvider(text) ?? [])),
  )

const issuerIn = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf(':')))

/**
 * The provider whose tokens a Deny does not know, though they are the only ones that the trust policy lets in: the Deny hangs
 * on claims of other issuers alone, which its tokens never hold. Null: it knows them, or nothing tells.
 */
export function unknownIssuer(judged: JudgedCase, statement: StatementResult): string | null {
  const provider = trustedProvider(judged)
  const open = openElements(statement)
  if (provider === undefined || open.length === 0 || statement.effect !== 'Deny') return null
  const isOfAnother = open.every(({ element, key = '' }) => {
    const issuer = issuerIn(key)
    return element === 'Condition' && tokenIssuerOf(issuer) !== null && issuer.toLowerCase() !== provider.toLowerCase()
  })
  return isOfAnother ? provider : null
}
