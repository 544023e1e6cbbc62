import { actionsWithRules, kindOfAction } from '../evaluation/services/action-kind'

const areAlike = (one: string, other: string): boolean => kindOfAction(one) === kindOfAction(other)

/** Which actions nothing but policies tells apart. */
export const ACTION_KIND_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  [
    'two reads of objects are decided alike by the same statements',
    () => areAlike('s3:getobject', 's3:getobjecttagging'),
  ],
  ['a bucket’s owner alone decides who reads its policy', () => !areAlike('s3:getobject', 's3:getbucketpolicy')],
  ['an object of one service is never decided as that of another', () => !areAlike('s3:getobject', 'sqs:sendmessage')],
  ['each operation of AWS STS is a kind of its own', () => !areAlike('sts:assumerole', 'sts:tagsession')],
  [
    'the actions with rules of a service are its own',
    () =>
      actionsWithRules('s3').includes('s3:getbucketpolicy') &&
      actionsWithRules('s3').every((action) => action.startsWith('s3:')),
  ],
]
