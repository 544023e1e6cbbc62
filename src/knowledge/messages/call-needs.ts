import type { CallNeedId } from '../call-needs'
import type { RowMessage } from './row-message'

/** What each further need is, and what fixes it. */
export const CALL_NEED_MESSAGES: Readonly<Record<CallNeedId, RowMessage>> = {
  's3-key-that-does-not-exist': {
    says: 'Without `s3:ListBucket` on the bucket, S3 answers a read of a key that does not exist with 403 instead of 404.',
    fix: 'Check the key, letter by letter; allow `s3:ListBucket` on the bucket itself, without `/*`, to be told that it is missing.',
  },
  's3-object-acl': {
    says: 'A write that sets an ACL needs `s3:PutObjectAcl` besides.',
    fix: 'Allow `s3:PutObjectAcl` on the same objects, or write without the ACL.',
  },
  's3-object-tags': {
    says: 'A write that sets tags needs `s3:PutObjectTagging` besides.',
    fix: 'Allow `s3:PutObjectTagging` on the same objects, or write without tags.',
  },
  's3-write-with-kms': {
    says: 'A write to a bucket whose default encryption is a KMS key, or with such a key in the call, needs `kms:GenerateDataKey` on the key, and `kms:Decrypt` for a multipart upload.',
    fix: 'Allow both actions on the key, in the identity-based policy and, unless the key policy trusts the account, in the key policy.',
  },
  's3-read-with-kms': {
    says: 'A read of an object that is encrypted with a KMS key needs `kms:Decrypt` on the key.',
    fix: 'Allow `kms:Decrypt` on the key, in the identity-based policy and, unless the key policy trusts the account, in the key policy.',
  },
  's3-object-retention': {
    says: 'A write that sets a retention mode and date needs `s3:PutObjectRetention` besides.',
    fix: 'Allow `s3:PutObjectRetention` on the same objects, or write without it.',
  },
  's3-object-legal-hold': {
    says: 'A write that sets a legal hold needs `s3:PutObjectLegalHold` besides.',
    fix: 'Allow `s3:PutObjectLegalHold` on the same objects, or write without it.',
  },
  's3-read-of-version': {
    says: 'A read that names a version needs `s3:GetObjectVersion`.',
    fix: 'Allow `s3:GetObjectVersion` on the same objects, or read without a version.',
  },
  's3-delete-of-version': {
    says: 'A deletion that names a version needs `s3:DeleteObjectVersion`.',
    fix: 'Allow `s3:DeleteObjectVersion` on the same objects, or delete without a version.',
  },
  's3-copy-reads-source': {
    says: 'A copy reads its source: it needs `s3:GetObject` on the source, `s3:GetObjectTagging` where the source has tags, and `s3:PutObject` on the target.',
    fix: 'Allow the source’s actions on the source bucket’s objects, and the target’s on the target’s; across accounts, in the source bucket’s policy too.',
  },
}
