import { Breakable } from '../ui/Breakable'
import { policyPieces, type PolicyToken } from './policy-tokens'

/** The colours that the editor has. */
export const TOKENS: Readonly<Record<PolicyToken, string>> = {
  key: 'text-syntax-key',
  string: 'text-syntax-string',
  allow: 'font-bold text-allow',
  deny: 'font-bold text-deny',
  number: '',
  keyword: 'text-accent',
  delimiter: 'text-muted',
}

/** A line of a policy in its colours; its indentation has no part in what is drawn below the line. */
export const PolicyLine = ({ text }: { readonly text: string }) =>
  policyPieces(text).map((piece, index) => (
    <span
      key={index}
      className={
        piece.token === null ? (index === 0 ? 'inline-block indent-0 whitespace-pre' : undefined) : TOKENS[piece.token]
      }
    >
      <Breakable text={piece.text} />
    </span>
  ))
