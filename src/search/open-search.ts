import type { Config } from '../config.ts'
import { pathsIn } from '../paths.ts'
import { xml, xmlDocument } from '../xml.ts'

/** The longest short name that OpenSearch 1.1 allows, in characters. */
const SHORT_NAME = 16

/** Describes the site's search to browsers, which may then offer it in their own search field. */
export function openSearchDescription({ name, description }: Config, origin: string): string {
  const shortName = [...name.en].slice(0, SHORT_NAME).join('')
  return xmlDocument(xml`<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${shortName}</ShortName>
  <Description>${description.en}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${origin}${pathsIn('en').search()}?q={searchTerms}"/>
</OpenSearchDescription>
`)
}
