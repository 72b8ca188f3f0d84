import type { Config } from '../config.ts'
import type { Paths } from '../paths.ts'
import type { Language } from '../ui/copy/index.ts'
import { xml, xmlDocument } from '../xml.ts'

/** The longest short name that OpenSearch 1.1 allows, in characters. */
const SHORT_NAME = 16

/** Describes a language's search to browsers, which may then offer it in their own search field. */
export function openSearchDescription(
  { name, description }: Config,
  { language, paths, origin }: { language: Language; paths: Paths; origin: string },
): string {
  const shortName = [...name[language]].slice(0, SHORT_NAME).join('')
  return xmlDocument(xml`<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${shortName}</ShortName>
  <Description>${description[language]}</Description>
  <Language>${language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${origin}${paths.search()}?q={searchTerms}"/>
</OpenSearchDescription>
`)
}
