/** Sentences that the commands part says by itself; a {gap} is filled by messageText. */
export const COMMANDS_TEXTS = {
  whatDoYouWant: 'What do you want to do?',
  noCommandHasThis: 'No command has this name.',
  everyCommandIsIn: 'Every command is in the command list too.',
  linkToThisPage: 'Link to this page from a tool or a log',
  licences: 'Licences of the software and data it contains',
  whyDeniedIsUnder: 'Why Denied? is under the MIT licence.',
} as const
