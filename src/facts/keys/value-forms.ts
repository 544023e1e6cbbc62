import { hasWildcard } from '../../iam/wildcard'
import { isRegionName } from '../../iam/regions-in-text'
import { isAccountId } from '../../iam/arn'
import { coversForm } from '../../iam/claim-form'

/** What the values of a condition key look like. */
export interface ValueForm {
  /** Forms with gaps, of which a value is one. */
  readonly forms: readonly string[]
  /** Is a text without wildcards such a value? */
  readonly isValue: (text: string) => boolean
  readonly example: string
  /** An id that AWS makes, of which part matches nothing that is meant. */
  readonly isId?: true
}

const ids = (prefix: string, example: string): ValueForm => ({
  forms: [`${prefix}{anything}`],
  isValue: (text) => text.startsWith(prefix) && /^[0-9a-z]+$/i.test(text.slice(prefix.length)),
  example,
  isId: true,
})

const written = (example: string, ...forms: readonly string[]): ValueForm => ({
  forms,
  isValue: (text) => forms.some((form) => coversForm(text, form, false)),
  example,
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const VALUE_FORMS = {
  account: { forms: ['{number}'], isValue: isAccountId, example: '111122223333', isId: true },
  organization: ids('o-', 'o-a1b2c3d4e5'),
  organizationPath: {
    forms: ['o-{anything}/{anything}'],
    isValue: (text) => /^o-[0-9a-z]+\/r-[0-9a-z]+\/(?:ou-[0-9a-z-]+\/)*$/i.test(text),
    example: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
  },
  vpc: ids('vpc-', 'vpc-1a2b3c4d'),
  vpcEndpoint: ids('vpce-', 'vpce-1a2b3c4d'),
  region: {
    forms: ['{anything}-{anything}-{anything}', 'aws-global', 'aws-{anything}-global'],
    isValue: (text) => isRegionName(text) || /^aws(?:-[a-z]+)*-global$/.test(text),
    example: 'eu-west-1',
  },
  /** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
  regionalService: {
    forms: ['{anything}.{anything}.amazonaws.com', '{anything}.{anything}.amazonaws.com.cn'],
    isValue: (text) => /^[a-z0-9-]+\.[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}\.[a-z0-9.-]+$/.test(text),
    example: 's3.eu-west-1.amazonaws.com',
  },
  service: written('ec2.amazonaws.com', '{anything}.amazonaws.com', '{anything}.amazonaws.com.cn'),
  arn: written('arn:aws:sns:eu-west-1:111122223333:topic', 'arn:{anything}'),
  policyArn: written('arn:aws:iam::111122223333:policy/limit', 'arn:{anything}:policy/{anything}'),
  vpcArn: written('arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1a2b3c4d', 'arn:{anything}:vpc/{anything}'),
  subnetArn: written('arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1a2b3c4d', 'arn:{anything}:subnet/{anything}'),
  operation: written('RunInstances', '{operation}'),
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
  uniqueId: {
    forms: [
      'AROA{anything}:{anything}',
      'A{anything}',
      'A{anything}:{anything}',
      '{number}',
      '{number}:{anything}',
      'anonymous',
    ],
    isValue: (text) => /^(?:A[A-Z]{3}[A-Z\d]{8,124}|\d{12}|anonymous)(?::.{1,200})?$/.test(text),
    example: 'AROA1234567890EXAMPLE:session',
  },
} as const satisfies Readonly<Record<string, ValueForm>>

/** The name of a form. */
export type ValueFormName = keyof typeof VALUE_FORMS

/** Can a value, or one that a pattern covers, be of this form? */
export const canBeOfForm = (form: ValueForm, text: string, takesWildcards: boolean): boolean =>
  hasWildcard(text) ? form.forms.some((one) => coversForm(text, one, takesWildcards)) : form.isValue(text)
