/** A number as it is printed: how far it reaches and what it is worth. */
export interface NumberPhrase {
  readonly end: number
  /** `null` where only the order of magnitude is given ("hundreds"). */
  readonly value: number | null
  /** Parts of a whole ("two-thirds", "one in five"), of which `value` is the percentage. */
  readonly parts?: {readonly numerator: number; readonly denominator: number}
  readonly form: 'digits' | 'words' | 'fraction' | 'ratio' | 'majority' | 'magnitude'
}
