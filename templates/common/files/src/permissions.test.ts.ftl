import * as permissions from './permissions';

describe('[=plugin.camel]Permissions', () => {
  const { [=plugin.camel]Permissions, ...exported } = permissions;
  const names = [=plugin.camel]Permissions.map(({ name }) => name);

  it('leave out none that the module exports', () => {
    expect(new Set([=plugin.camel]Permissions)).toEqual(
      new Set(Object.values(exported)[#if decidesPerResource].filter(value => typeof value !== 'string')[/#if]),
    );
  });

  it('are below the id of the plugin', () => {
    for (const name of names) {
      expect(name).toMatch(/^[=plugin.id]\./);
    }
  });

  it('are told apart by their names', () => {
    expect(new Set(names).size).toBe(names.length);
  });
});
