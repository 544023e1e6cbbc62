/** Sentences that the aws part says by itself; a {gap} is filled by messageText. */
export const AWS_MESSAGES = {
  answerLacksElement: 'AWS’s answer has no {element}.',
  noReasonGiven: 'AWS gave no reason.',
  thereAreNoTemporary: 'There are no temporary credentials; paste some first.',
  theCredentialsBelongTo: 'The credentials belong to {theirs}, and this would ask about {asked}.',
  outputExpected: 'Expected the JSON that the command prints: an object with "EvaluationResults". Nothing was changed.',
  differenceUnexplained:
    'No known difference between the simulator and real evaluation explains this. Please report it with the case file.',
  answerIsEmpty: 'The simulator’s answer contains no result for this action, so it shows nothing.',
} as const
