import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** The plugin's section of the configuration, checked. */
export interface [=plugin.pascal]Config {
  readonly title: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly token?: string;
[@hole name="fields"/]
}

/**
 * Reads the section when the plugin starts, which ends with the name of the
 * key when one is missing or wrong.
 */
export function read[=plugin.pascal]Config(config: RootConfigService): [=plugin.pascal]Config {
  const section = config.getConfig('[=plugin.camel]');
  return {
    title: section.getOptionalString('title') ?? '[=plugin.title]',
    baseUrl: checkBaseUrl(section.getString('baseUrl')),
    token: checkToken(section.getOptionalString('token')),
[@hole name="values"/]
  };
}

// The messages do not repeat the values: what does not fit may still be a secret.

function checkBaseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!isPlain || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      "Invalid config value at '[=plugin.camel].baseUrl': must be an http or https URL without credentials, query or fragment",
    );
  }
  return url.href.replace(/\/+$/, '');
}

function checkToken(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[\x21-\x7e]+$/.test(value)) {
    throw new InputError(
      "Invalid config value at '[=plugin.camel].token': must be ASCII without blanks or line breaks",
    );
  }
  return value;
}
[@hole name="functions"/]
