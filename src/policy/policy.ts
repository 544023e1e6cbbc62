import type { ConditionOperator } from '../iam/condition-operators'
import type { PrincipalValue } from '../iam/principal'
import type { JsonNode } from '../text/json-node'
import type { PolicyProblem } from './policy-messages'
import type { Span } from '../text/span'

/** A text in a policy and its place; the place is null in a document that is no text. */
export interface PolicyText {
  readonly text: string
  readonly span: Span | null
}

/** Action, NotAction, Resource or NotResource. */
export interface ValuesElement {
  readonly not: boolean
  readonly span: Span | null
  readonly values: readonly PolicyText[]
}

/** A value of Principal or NotPrincipal under its key; `*` alone stands under AWS. */
export interface PrincipalText extends PolicyText {
  readonly key: string
  readonly names: PrincipalValue
}

/** Principal or NotPrincipal. */
export interface PrincipalElement {
  readonly not: boolean
  readonly span: Span | null
  readonly values: readonly PrincipalText[]
}

/** One key under one operator. */
export interface ConditionEntry {
  readonly operator: ConditionOperator
  /** As the policy spells it. */
  readonly operatorText: string
  readonly key: string
  readonly lowerKey: string
  readonly span: Span | null
  readonly values: readonly PolicyText[]
}

/** What is not known of a statement that holds holes, each as the mark of the hole. */
export interface OpenElements {
  /** Whether it allows or denies. */
  readonly effect: string | null
  /** Whether its other elements take a request in: a hole stands in place of the conditions, or of the whole statement. */
  readonly rest: string | null
}

/** A statement that can be read. */
export interface Statement {
  /** Its index in the document, counted from 0, unreadable ones included. */
  readonly index: number
  readonly span: Span | null
  readonly sid: string | null
  /** Of a statement whose effect is not known one of the two. */
  readonly effect: 'Allow' | 'Deny'
  readonly effectSpan: Span | null
  readonly principal: PrincipalElement | null
  readonly action: ValuesElement
  readonly resource: ValuesElement | null
  readonly conditions: readonly ConditionEntry[]
  /** Missing where all of it is known. */
  readonly open?: OpenElements
  /** A part of it could not be read, or stands there twice: what it takes in is not known. Missing where all was read. */
  readonly broken?: true
}

/** A policy as far as it can be read. */
export interface Policy {
  /** Null when left out: policy variables are then literal text, as with 2008-10-17. */
  readonly version: '2012-10-17' | '2008-10-17' | null
  readonly statements: readonly Statement[]
  readonly problems: readonly PolicyProblem[]
  /** False when AWS would not accept the document: it then grants nothing, and what it denies is unknown. */
  readonly valid: boolean
  /** The document as a tree; null when it is a value, or no JSON at all. */
  readonly root: JsonNode | null
}
