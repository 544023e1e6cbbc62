import { DECLARED_KINDS, templateArnOf, TERRAFORM_ARN } from '../facts/declared-kinds'
import { tailOf } from './arn-parts'

const REFERENCE = new RegExp(TERRAFORM_ARN, 'g')

/** The name of a thing of a kind in what was asked for. */
function nameAsked(form: string, asked: string): string | undefined {
  const [own = '', tail = ''] = [`arn:aws:${form}`, asked].map((arn) => tailOf(arn) ?? '')
  const head = own.slice(0, Math.max(0, own.lastIndexOf('{')))
  if (head === '' || !tail.startsWith(head)) return undefined
  return (own.endsWith('{path}') ? /^[^:*]{1,512}/ : /^[^/:*]{1,512}/).exec(tail.slice(head.length))?.[0]
}

/** A resource of a policy with the ARN that each reference stands for, as far as its kind tells; of the kind that was asked for it has that name. */
export const withReferredArns = (text: string, asked: string): string =>
  text.includes('${')
    ? text.replaceAll(REFERENCE, (whole, type: string, name: string) => {
        const kind = DECLARED_KINDS.find(({ terraform }) => terraform === type)
        return kind === undefined ? whole : templateArnOf(kind, nameAsked(kind.arn, asked) ?? name)
      })
    : text
