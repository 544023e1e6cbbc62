import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const DENIED =
  'User: arn:aws:iam::111122223333:user/ibis is not authorized to perform: sns:Publish on resource: arn:aws:sns:eu-west-1:111122223333:teal'

/** Texts in which nothing happened, and beside each one in which the same words are an error. */
const TEXTS: readonly (readonly [what: string, nothing: string, error: string])[] = [
  [
    'a change to a program',
    `diff --git a/messages.ts b/messages.ts\n--- a/messages.ts\n+++ b/messages.ts\n@@ -3,4 +3,4 @@ const TEXTS = {\n   slow: 'later',\n-  refused: 'denied',\n+  refused: '${DENIED}',\n }`,
    `@@ -3,4 +3,4 @@\n+  retries: 3\n\nThen the job printed:\n${DENIED}`,
  ],
  [
    'a counter of errors',
    '# TYPE calls_failed_total counter\ncalls_failed_total{code="AccessDenied",service="sns"} 4',
    'calls_failed_total{service="sns"} 4\nAn error occurred (AccessDenied) when calling the Publish operation: Access Denied',
  ],
  [
    'a value in a test',
    `func TestKind(t *testing.T) {\n\tsaid := "${DENIED}"\n\tif kindOf(said) != Refused {\n\t\tt.Fatal("kind")\n\t}\n}`,
    `--- FAIL: TestPublish (0.4s)\n    publish_test.go:12: Error: ${DENIED}\nFAIL`,
  ],
  [
    'a file of made-up answers',
    '{\n  "name": "mock of a refusal",\n  "response": { "status": 403, "body": "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>" }\n}',
    '{\n  "name": "upload",\n  "response": { "status": 403, "body": "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>" }\n}',
  ],
  [
    'an example of the documentation',
    'The following error occurs when the user has no such permission.\n\nUser: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: sns:GetWidget on resource: my-example-widget',
    `The following error occurs when I publish.\n\n${DENIED}`,
  ],
  [
    'a sample in a text on policies',
    `By default, all requests are denied. An explicit deny in any policy overrides an allow.\n\nFor example: ${DENIED}`,
    `Error: ${DENIED}\n\nBy default, all requests are denied, but our role has an Allow, and I find no Deny that overrides it.`,
  ],
  [
    'a file that its folder says to be of made-up answers',
    `test/fixtures/refusal.txt:\n${DENIED}`,
    `logs/refusal.txt:\n${DENIED}`,
  ],
  [
    'release notes that quote a message',
    '## 3.1.0\n- feat: explain "is not authorized to perform: sns:Publish" with the topic\n- chore: update packages',
    `## 3.1.0\n- feat: explain messages\n- chore: update packages\n\nSince then we get:\n${DENIED}`,
  ],
  [
    'advice of a runbook',
    'If you see `AccessDenied ... sns:Publish`, look whether the job ran under role ibis and not under the role of the node.\nIf you see `ExpiredToken`, restart the job.',
    'We see AccessDenied: the role ibis is not authorized to perform sns:Publish, look whether the job ran under that role.',
  ],
  [
    'a few lines of a program',
    'try:\n    sns.publish(TopicArn=topic)\nexcept ClientError as err:\n    if err.response["Error"]["Code"] == "AccessDeniedException":\n        raise Refused("The role is not authorized to perform: sns:Publish") from err\n    raise',
    'try:\n    sns.publish(TopicArn=topic)\nexcept ClientError as err:\n    raise\n\nRefused: The role is not authorized to perform: sns:Publish',
  ],
  [
    'the log of commits, with short names',
    'commit 0a1b2c3d4e\nAuthor: Ibis <ibis@heron.example>\nDate:   Mon Mar 2 10:12:01 2026 +0100\n\n    The job was not authorized to perform sns:Publish on teal; allow it',
    'commit 0a1b2c3d4e\nAuthor: Ibis <ibis@heron.example>\n\nAfter it the job is not authorized to perform sns:Publish on teal',
  ],
  [
    'a comment that explains a message',
    `/**\n * AWS says "${DENIED}" where the topic’s policy is missing.\n */\nexport class Topics {}`,
    `/**\n * Sends.\n */\nexport class Topics {}\n\nIt fails:\n${DENIED}`,
  ],
  [
    'the texts of a program',
    '{\n  "errors": {\n    "accessDenied": "Access denied. You are not authorized to perform this operation.",\n    "gone": "It is gone."\n  }\n}',
    '{\n  "errors": {\n    "message": "Access denied. You are not authorized to perform this operation.",\n    "service": "AWS"\n  }\n}',
  ],
  [
    'the description of an API',
    "responses:\n  '403':\n    description: Access denied. The caller is not authorized to perform this action.",
    'Access denied. The caller is not authorized to perform this action. (AWS Lambda)',
  ],
  [
    'the part of a guide on errors',
    '## Troubleshooting\n\n**AccessDeniedException: User is not authorized to perform: sns:Publish**\nAllow the role of the job `sns:Publish`.\n\n**ThrottlingException**\nSend less at once.',
    '## What happened\n\nAccessDeniedException: User is not authorized to perform: sns:Publish\n\nWe allowed the role `sns:Publish`.',
  ],
  [
    'a question of an exam',
    'A company receives an AccessDenied error when it publishes to an encrypted topic. Which permission is MOST likely missing?\nA. sns:Publish B. kms:GenerateDataKey',
    'Our company receives an AccessDenied error when it publishes to an encrypted topic: not authorized to perform sns:Publish. Which permission is missing?',
  ],
  [
    'what somebody tells of an error that is over',
    'ibis: the job had AccessDenied on sns:Publish this morning\nteal: yes, fixed in #12, the role policy was missing, all green',
    'ibis: the job had AccessDenied on sns:Publish this morning\nteal: fixed in #12, the role policy was missing, but it still fails with not authorized to perform sns:Publish',
  ],
  [
    'what is told of an error that is over, and not of one that came after another was',
    'Post-mortem of March: the exporter had AccessDenied on sns:Publish for an hour; the cause was a condition.',
    'The DNS issue is fixed. The job now ends with AccessDenied when calling the Publish operation on topic teal',
  ],
  [
    'a request for permissions',
    'Please give Ibis access to the topic teal. Ibis is new in the team and needs sns:Publish and sns:Subscribe.',
    'Ibis is denied on the topic teal. The role needs sns:Publish.',
  ],
  [
    'a stand-in of a test, in a few lines',
    `const refused = new AccessDeniedException({ message: '${DENIED}', $metadata: {} })\nclient.on(PublishCommand).rejects(refused)\nexpect(await send('teal')).toBeNull()`,
    `expect(await send('teal')).toBeNull()\n\nAccessDeniedException: ${DENIED}`,
  ],
]

describe('words of an error where nothing happened', () => {
  it.each(TEXTS)('are no denial in %s', (_, nothing) => {
    expect(parseDenials(nothing)).toEqual([])
  })

  it.each(TEXTS)('are one outside of %s', (_, _nothing, error) => {
    expect(parseDenials(error).some(({ kind }) => kind !== 'not-authorization')).toBe(true)
  })
})
