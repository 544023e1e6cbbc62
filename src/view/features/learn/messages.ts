/** Sentences that the learn part says by itself; a {gap} is filled by messageText. */
export const LEARN_TEXTS = {
  aDeckShowsCases:
    'A deck shows cases one after the other, with your notes. It is a link, or a file; nothing is stored anywhere.',
  noSpeakerNotesHere: 'No speaker notes here.',
  judgedAnewThisCase: ' Judged anew, this case comes to another result: {answerText}.',
  layersThatAreNot: 'Layers that are not given count as empty here.',
  assumeroleBucketMfa: 'AssumeRole, bucket, MFA …',
  noExampleHoldsAll: 'No example holds all of this.',
  theLessonsOnPaper: 'The lessons on paper: cases and questions first, answers at the end.',
  awsRefusedTheRequest: 'AWS refused the request. What it said tells the answer, and comes with it.',
  thisStatementAllowsIt: 'This statement allows it.',
  thisStatementMayAllow: 'This statement may allow it.',
  somethingDoesNotLet: 'Something does not let this request pass.',
  allThatDecidesIs: 'All that decides is given here.',
  thePlaceIsRight: 'The place is right. Look again whether a statement denies there, or none allows.',
  oneOfTheLayers: 'One of the layers decides it.',
  thatLayerHasNo: 'That layer has no part in this request.',
} as const
