import { textClasses } from '../evaluation/operators/text-classes'
import {
  ANY_ARN,
  arnPattern,
  ignoreCasePattern,
  likePattern,
  runPattern,
  textOfBoth,
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

const ofBoth = (one: string, also: string): string | null => textOfBoth(likePattern(one), likePattern(also), '_')

/** A shortest text that fits two patterns, or that there is none. */
export const TEXT_OF_BOTH_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  ['two equal texts have it', () => ofBoth('logs', 'logs') === 'logs'],
  [
    'two other texts have none, whichever is longer',
    () => ofBoth('logs', 'logz') === null && ofBoth('log', 'logs') === null,
  ],
  ['the longer one first has none either', () => ofBoth('logs', 'log') === null],
  [
    'a star of either stands for what the other names',
    () => ofBoth('l*s', 'logs') === 'logs' && ofBoth('logs', 'l*s') === 'logs',
  ],
  ['a star stands for nothing where that is enough', () => ofBoth('a*b', 'a*') === 'ab' && ofBoth('*', '*') === ''],
  ['what each asks for at its end stands once', () => ofBoth('dev-*', '*-logs') === 'dev-logs'],
  ['two stars leave out what neither names', () => ofBoth('a*c', '*b*') === 'abc'],
  [
    'a question mark stands for one character that nobody names',
    () => ofBoth('?', '*') === '_' && ofBoth('*', '?') === '_',
  ],
  ['a question mark is not nothing', () => ofBoth('a?', 'a') === null && ofBoth('a', 'a?') === null],
  ['a named character goes before any other', () => ofBoth('?', 'b') === 'b' && ofBoth('b', '?') === 'b'],
  [
    'a part of an ARN holds no colon',
    () =>
      textOfBoth(arnPattern(['arn', '*', 's3', '', '', 'b']), likePattern('arn:aws:eu:s3:*'), '_') === null &&
      textOfBoth(arnPattern(['arn', '*', 's3', '', '', 'b']), likePattern('arn:a*'), '_') === 'arn:a:s3:::b',
  ],
  [
    'a run holds a character, a colon only where it may',
    () =>
      textOfBoth(runPattern(true), likePattern(''), '_') === null &&
      textOfBoth(runPattern(true), likePattern('*'), '_') === '_' &&
      textOfBoth(runPattern(true), likePattern(':'), '_') === ':' &&
      textOfBoth(runPattern(false), likePattern(':'), '_') === null,
  ],
  [
    'where two name nothing in common but a colon, it is that',
    () => {
      const colon: TextPattern = [{ chars: '', others: false, colon: true, repeated: false }]
      return textOfBoth(colon, colon, '_') === ':' && textOfBoth(colon, likePattern('a'), '_') === null
    },
  ],
]
