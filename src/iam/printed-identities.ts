import { ARN_OF } from './arn-in-text'
/** A way in which GetCallerIdentity is printed: a word that its text has, and the form, with `arn` in it. */
interface PrintedForm {
  readonly text: string
  readonly pattern: RegExp
}

/**
 * Who calls, as commands and SDKs print it.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const CALLER_FORMS: readonly PrintedForm[] = [
  {
    // As JSON.
    text: '"Account"',
    pattern:
      /(?:"UserId":\s{0,8}"[^"\s]{1,200}",|\{)\s{0,20}"Account":\s{0,8}"\d{12}",\s{0,20}"Arn":\s{0,8}"(?<arn>arn:aws[\w-]{0,10}:(?:iam|sts)::[^"\s]{1,300})"/g,
  },
  {
    // In columns.
    text: 'arn:aws',
    pattern: /\b\d{12}\s(?<arn>arn:aws\S{1,300})\sA[A-Z0-9]{10,40}/g,
  },
  {
    // What a query of the command prints.
    text: 'get-caller-identity',
    pattern: new RegExp(
      String.raw`\bget-caller-identity\b(?:[^\n]{0,120}\n\s{0,8}|(?![^\n]{1,120}\b(?:local|laptop|machine|workstation|works)\b)[^\n]{0,80}?[:=>]\s{0,3})["']?(?<arn>${ARN_OF.printed})`,
      'g',
    ),
  },
  {
    // In a table.
    text: 'GetCallerIdentity',
    pattern: new RegExp(String.raw`\b\d{12}\s{0,4}\|\s{0,4}(?<arn>${ARN_OF.printed})\s{0,4}\|`, 'g'),
  },
  {
    // In YAML, or a table that stands upright.
    text: 'Arn',
    pattern: new RegExp(
      String.raw`\bAccount["']?\s{0,20}[:|]\s{0,20}["']?\d{12}["']?[\s|+-]{1,200}Arn["']?\s{0,20}[:|]\s{0,20}["']?(?<arn>${ARN_OF.printed})`,
      'g',
    ),
  },
]

/** The ARNs that a text prints of who calls. */
export const printedCallers = (text: string): readonly string[] =>
  CALLER_FORMS.flatMap(({ text: word, pattern }) =>
    text.includes(word) ? [...text.matchAll(pattern)].map(({ groups }) => groups?.['arn'] ?? '') : [],
  )

/** A role as the commands that describe it print it: a policy that names one says nothing of where that is. */
const ROLE_FORM = new RegExp(String.raw`(?:"Arn":\s{0,5}|\bget-role\b[^\n]{0,200}\n\s{0,20})"?(${ARN_OF.role})"?`, 'g')

/** The ARNs of the roles that a text describes. */
export const printedRoles = (text: string): readonly string[] =>
  [...text.matchAll(ROLE_FORM)].map(([, arn = '']) => arn)
