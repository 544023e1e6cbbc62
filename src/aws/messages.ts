/** Sentences that the aws part says by itself; a {gap} is filled by messageText. */
export const AWS_MESSAGES = {
  answerLacksElement: 'AWS’s answer has no {element}.',
  noReasonGiven: 'AWS gave no reason.',
  thereAreNoTemporary: 'There are no temporary credentials; paste some first.',
  theCredentialsBelongTo: 'The credentials belong to {theirs}, and this would ask about {asked}.',
} as const
