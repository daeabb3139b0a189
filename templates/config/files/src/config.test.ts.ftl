import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { read[=plugin.pascal]Config } from './config';

describe('read[=plugin.pascal]Config', () => {
  const required = { baseUrl: 'https://api.example.com' };
  const read = (section: JsonObject) =>
    read[=plugin.pascal]Config(mockServices.rootConfig({ data: { [=plugin.camel]: section } }));

  it('reads what is configured', () => {
    expect(
      read({ title: 'Our service', baseUrl: 'http://localhost:8080/v1/', token: 'abc-123' }),
    ).toMatchObject({ title: 'Our service', baseUrl: 'http://localhost:8080/v1', token: 'abc-123' });
  });

  it('does without what is optional', () => {
    const config = read(required);

    expect(config).toMatchObject({ title: '[=plugin.title]', baseUrl: 'https://api.example.com' });
    expect(config.token).toBeUndefined();
  });

  it('names the section that is missing', () => {
    expect(() => read[=plugin.pascal]Config(mockServices.rootConfig())).toThrow("'[=plugin.camel]'");
  });

  it('names the key that is missing', () => {
    expect(() => read({})).toThrow("'[=plugin.camel].baseUrl'");
  });

  it.each([
    ['title', 7],
    ['baseUrl', 7],
    ['baseUrl', ''],
    ['baseUrl', 'api.example.com'],
    ['baseUrl', 'ftp://api.example.com'],
    ['baseUrl', 'https://user@api.example.com'],
    ['baseUrl', 'https://:password@api.example.com'],
    ['baseUrl', 'https://api.example.com?key=1'],
    ['baseUrl', 'https://api.example.com#top'],
    ['token', ''],
    ['token', 'abc 123'],
    ['token', 'abc-123\n'],
    ['token', 'äöü'],
  ])('names %s when it is %j', (key, value) => {
    expect(() => read({ ...required, [key]: value })).toThrow(`'[=plugin.camel].${key}'`);
  });

  it.each([{ baseUrl: 'https://user:hidden@api.example.com' }, { ...required, token: 'hidden\n' }])(
    'does not repeat a wrong value: %j',
    section => {
      expect(() => read(section)).toThrow(
        expect.objectContaining({ name: 'InputError', message: expect.not.stringContaining('hidden') }),
      );
    },
  );
[@hole name="cases"/]
});
