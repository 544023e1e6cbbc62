/** Sentences that the commands part says by itself; a {gap} is filled by messageText. */
export const COMMANDS_TEXTS = {
  whatDoYouWant: 'What do you want to do?',
  noCommandHasThis: 'No command has this name.',
  everyCommandIsIn: 'Every command is in the command list too.',
  whyDeniedIsUnder: 'Why Denied? is under the MIT licence.',
} as const
