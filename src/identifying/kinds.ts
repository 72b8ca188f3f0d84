/** What a detail may be that gives a writer away. */
export const KINDS = [
  'email',
  'phone',
  'url',
  'handle',
  'id_number',
  'date',
  'age',
  'money',
  'address',
  'place',
  'person',
  'employer',
  'job_title',
] as const
export type Kind = (typeof KINDS)[number]
