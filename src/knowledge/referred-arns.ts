import { DECLARED_KINDS } from '../facts/declared-kinds'
import { tailOf } from './arn-parts'

/** An ARN that Terraform is to write, with what it is the ARN of and what the configuration calls that. */
const REFERENCE =
  /\$\{(?:data\.|module\.[\w-]{1,64}\.)?(aws_[a-z\d_]{2,60})\.([\w-]{1,64})(?:\.\*|\[[^\]{}]{0,40}\])?\.arn\}/g

/** Kinds of which only references are read: what declares one says its ARN in other words. */
const FORMS = new Map([
  ...DECLARED_KINDS.map(({ terraform, arn }) => [terraform, arn] as const),
  // The `arn` of an alias is the alias’s own; that of its key is `target_key_arn`.
  ['aws_kms_alias', 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/{}'] as const,
])

/** The name of a thing of a kind in what was asked for; that of a log group may have slashes. */
function nameAsked(form: string, asked: string): string | undefined {
  const [own = '', tail = ''] = [form, asked].map((arn) => tailOf(arn) ?? '')
  const head = own.slice(0, Math.max(0, own.indexOf('{}')))
  if (head === '' || !tail.startsWith(head)) return undefined
  return (head.startsWith('logs:') ? /^[^:*]{1,512}/ : /^[^/:*]{1,512}/).exec(tail.slice(head.length))?.[0]
}

/** A resource of a policy with the ARN that each reference stands for, as far as its kind tells; of the kind that was asked for it has that name. */
export const withReferredArns = (text: string, asked: string): string =>
  text.includes('${')
    ? text.replaceAll(REFERENCE, (whole, kind: string, name: string) => {
        const form = FORMS.get(kind)
        return form?.replace('{}', nameAsked(form, asked) ?? name) ?? whole
      })
    : text
