import { type WrittenPattern, written } from './pattern.ts'

/** What else must hold of a title: see `jobs.ts`. */
export type JobCheck = 'field' | 'bidang'

// A letter is a Latin one here: `jobs.ts` says why.

/** Occupations that are rare wherever they stand. */
export const RARE_JOBS: WrittenPattern<JobCheck>[] = [
  job(
    /\b(?!(?:psych|radi|cardi|dermat|techn|onc|neur|gyn|ap|bi|ide|etym|phot)o)[a-zß-öø-ɏ]{3,20}(?:ologist|ographer)s?\b/gi,
  ),
  job(
    /\b(?:falconer|taxidermist|archivist|luthier|perfumer|sommelier|farrier|embalmer|mortician|undertaker|thatcher|stonemason|bookbinder|beekeeper|zookeeper|puppeteer|glassblower|cheesemaker|clockmaker|watchmaker|shipwright|wheelwright|silversmith|goldsmith|blacksmith|gunsmith|saddler|milliner|ringmaster|astronomer|curator|conservator|restorer)s?\b/gi,
  ),
  job(
    /\b(?:arkeolog|arsiparis|vulkanolog|antropolog|kurator|konservator|restorator|dalang|nakhoda|masinis|penjaga mercusuar|(?:pawang|penyelam)(?: (?!di|ke|dan|yang|lain|itu|ini|saya|kami|sudah|tidak)[a-zß-öø-ɏ]+)?|(?:perajin|pengrajin|empu) [a-zß-öø-ɏ]+|juru (?!bicara|masak|parkir|bayar|tulis|mudi|rawat|ketik|sita)[a-zß-öø-ɏ]+|ahli (?!waris|gizi|hukum|di)[a-zß-öø-ɏ]+)\b/gi,
  ),
  job(/\bchief (?!executive)(?:[a-zß-öø-ɏ]+ ){1,3}officer\b/gi),
  job(
    /\b(?:head|director|keeper|curator|warden|vice president|vp|professor|lecturer) (?:of|in) (?:the |our )?[a-zß-öø-ɏ]+/gi,
    'field',
  ),
  job(
    /\bkepala [a-zß-öø-ɏ]+(?: (?!yang|itu|ini|saya|kami|di|dan|sudah|me[a-zß-öø-ɏ]+|ber[a-zß-öø-ɏ]+)[a-zß-öø-ɏ]+)?/gi,
    'bidang',
  ),
]

function job(form: RegExp, check?: JobCheck): WrittenPattern<JobCheck> {
  return written('job_title', form, check)
}
