import { textClasses } from '../evaluation/operators/text-classes'
import {
  ANY_ARN,
  arnPattern,
  ignoreCasePattern,
  likePattern,
  type TextPattern,
} from '../evaluation/operators/text-walk'

const classesOf = (exact: readonly string[], patterns: readonly string[], within: TextPattern | null = null) =>
  textClasses(exact, patterns.map(likePattern), within)?.join(' ') ?? 'too many'

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `n${i}`)

/** Which texts stand for all texts, where patterns, exact texts or too many of them tell them apart. */
export const TEXT_CLASS_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  ['nothing tells texts apart', () => classesOf([], []) === ''],
  ['a text differs from every other', () => classesOf(['b'], []) === ' b'],
  ['a pattern is fitted or not', () => classesOf([], ['b*']) === ' b'],
  ['of two patterns either, both or none is fitted', () => classesOf([], ['b*', '*c']) === ' b c bc'],
  [
    'within a pattern only what fits it is asked for',
    () => classesOf([], ['s3:*', 's3:get*'], likePattern('s3:?*')) === 's3:a s3:get',
  ],
  ['what fits no more is not followed', () => classesOf([], ['sqs:*'], likePattern('s3:?*')) === 's3:a'],
  [
    'a wildcard in a field of an ARN holds no colon',
    () => classesOf([], ['arn:aws:eu:*'], arnPattern(['arn', '*', 's3', '', '', 'x'])) === 'arn::s3:::x',
  ],
  ['any ARN has six fields', () => classesOf([], ['arn:aws:s3:::x'], ANY_ARN) === 'arn::::: arn:aws:s3:::x'],
  [
    'a letter fits in either case',
    () =>
      ignoreCasePattern('k')
        ?.map(({ chars }) => chars)
        .join() === 'kK\u212a',
  ],
  ['the last sign of ASCII has no case', () => ignoreCasePattern('\u007f') !== null],
  ['what is no ASCII is not said', () => ignoreCasePattern('\u0080') === null],
  ['two hundred classes are told', () => classesOf(numbered(199), []) !== 'too many'],
  ['one more is too many', () => classesOf(numbered(200), []) === 'too many'],
  ['long texts have many beginnings', () => classesOf(['n'.repeat(2_999)], []) !== 'too many'],
  ['with one more there are too many', () => classesOf(['n'.repeat(3_000)], []) === 'too many'],
]
